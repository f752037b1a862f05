import Session

extension Station {
    /// Takes what another thread found out.
    mutating func receive(_ mail: Mail) -> [StationEffect] {
        switch mail {
        case .sessions(let mail): receive(mail)
        case .staff(let mail): receive(mail)
        case .journal(let mail): receive(mail)
        case .stop: end()
        }
    }

    /// Tells every console that the station ends, and whose entries end with it.
    private func end() -> [StationEffect] {
        let notSaved = unsavedNames.isEmpty ? "" : " NOT SAVED: \(unsavedNames). Chart it again from paper."
        return consoleIDs.map { .end($0, reason: "The station was ended.\(notSaved)") } + [.stop]
    }

    /// The patients with entries that could not be saved, and how many.
    private var unsavedNames: String {
        stays.filter(\.isFailing).compactMap { stay in
            let count = stay.decided.nextNumber - stay.durableCount
            guard count > 0 else { return nil }
            return "\(stay.decided.patient?.name ?? stay.id) \(count) \(count == 1 ? "entry" : "entries")"
        }.joined(separator: ", ")
    }
}
