extension DrugContainer {
    /// Letters and digits that no handwriting turns into one another: no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V.
    private static let letters = Array("ACDEFHJKMNPRTWXY3479")

    /// The two characters that are written on a container when it is drawn, and read from it at the time-out.
    ///
    /// They follow from session and name, so that a syringe of another chair, or another one of this patient, is not
    /// taken for it; containers `A` to `Z` of one session never share theirs.
    package static func code(of name: String, in session: String) -> String {
        let count = letters.count * letters.count
        // FNV-1a, 32 bits: it is the same on every machine and in every version.
        let hash = session.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let place = name.uppercased().unicodeScalars.reduce(0) { ($0 * 31 + Int($1.value)) % count }
        // Coprime to the count, and changing both characters between neighbours.
        let index = (Int(hash) + place * 77) % count
        return String([letters[index / letters.count], letters[index % letters.count]])
    }
}

extension Session {
    /// What is written on a container of this session.
    package func code(of container: DrugContainer) -> String { DrugContainer.code(of: container.name, in: id) }

    /// What the newest time-out read from a syringe; nil where there is none, or from before it was asked.
    package var timeoutReading: SyringeReading? {
        newest { body -> SyringeReading?? in
            guard case .timeoutConfirmed(_, let reading) = body else { return nil }
            return .some(reading)
        }?
        .value
    }

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

/// What a second person read from a syringe at the time-out.
package struct SyringeReading: Hashable, Sendable {
    /// The container whose code it bore.
    package var container: String
    package var concentrationMicrogramsPerMilliliter: Int

    package init(container: String, concentrationMicrogramsPerMilliliter: Int) {
        self.container = container
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
    }
}
