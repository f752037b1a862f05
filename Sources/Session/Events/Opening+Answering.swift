extension Opening {
    /// The same with these questions answered with yes.
    package func answering(_ questions: [String]) -> Opening {
        var opening = self
        opening.asked += questions
        return opening
    }
}
