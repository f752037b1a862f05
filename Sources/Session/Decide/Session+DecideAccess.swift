extension Session {
    /// The line a command speaks of: the one that is named, or the only one in the arm.
    func line(_ named: Int?) throws(Refusal) -> Int? {
        let lines = linesInArm
        if let named {
            guard lines.contains(where: { $0.number == named }) else {
                throw .outOfRange([FieldProblem(field: "line", sentence: "that line is not in the arm any more")])
            }
            return named
        }
        guard lines.count > 1 else { return lines.first?.number }
        let sites = lines.map(\.site).joined(separator: ", ")
        throw .outOfRange([FieldProblem(field: "line", sentence: "two lines are in the arm, say which: \(sites)")])
    }
}
