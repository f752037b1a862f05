extension Event.Body {
    /// The reading of a parameter that an entry holds; nil for every kind that holds none.
    package subscript(parameter: Parameter) -> Reading? {
        if case .vitalsRecorded(let vitals) = self { return vitals[parameter] }
        if case .dissociationRecorded(let note) = self { return note[parameter] }
        return nil
    }
}
