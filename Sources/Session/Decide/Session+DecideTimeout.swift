extension Session {
    /// The container a time-out read: by its code, and its concentration by what was drawn.
    ///
    /// A refusal never says what would have been right: it is read from the syringe, not from the screen.
    func container(read code: String, _ microgramsPerMilliliter: Int) throws(Refusal) -> DrugContainer {
        let containers = containers
        guard !containers.isEmpty else {
            throw .notPossible("No container is drawn for this patient", cure: "draw the drug and write its code on it")
        }
        let typed = code.uppercased().filter { !$0.isWhitespace }
        guard let container = containers.first(where: { self.code(of: $0) == typed }) else {
            let sentence = "this is no code of a container drawn for this patient: is it the right syringe?"
            throw .outOfRange([FieldProblem(field: "code", sentence: sentence)])
        }
        guard container.concentrationMicrogramsPerMilliliter == microgramsPerMilliliter else {
            let sentence = "this is not what was drawn under that code: read it again from the syringe"
            throw .outOfRange([FieldProblem(field: "concentration", sentence: sentence)])
        }
        return container
    }
}
