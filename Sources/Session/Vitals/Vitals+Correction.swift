extension Vitals {
    /// What a set says once a correction is laid over it.
    package struct Corrected: Hashable, Sendable {
        package var vitals: Vitals
        /// What was taken back: it was another patient's, or never read.
        package var takenBack: Set<Parameter>
        /// What was to be taken back and does not stand in the set.
        package var absent: [Parameter]
    }

    /// Lays what was typed over the set: a value replaces, `s-` takes back, everything else stays.
    ///
    /// In a correction a `-` takes back: that something was not done is said when it was not done, and a value that was
    /// there cannot have become undone.
    package func corrected(by typed: Vitals) -> Corrected {
        var result = Corrected(vitals: self, takenBack: [], absent: [])
        result.vitals.confirmedUnusual = false
        for parameter in Parameter.byRank {
            switch typed[parameter] {
            case nil: break
            case .value?, .unmeasurable?: result.vitals[parameter] = typed[parameter]
            case .notDone?:
                if self[parameter] == nil {
                    result.absent.append(parameter)
                } else {
                    result.takenBack.insert(parameter)
                    result.vitals[parameter] = nil
                }
            }
        }
        return result
    }
}
