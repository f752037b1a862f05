import Screens
import Session

extension Station {
    static let notRecording = "NOT RECORDING DURABLY"
    static let homeNotWritable = "NOTHING CAN BE SAVED"

    /// Takes what another thread found out.
    mutating func receive(_ mail: Mail) -> [StationEffect] {
        switch mail {
        case .durable(let id, let count): return takeDurable(id, count)
        case .failing(let id, let reason): return takeFailing(id, reason)
        case .space(let isLow): return takeSpace(isLow: isLow)
        case .journal(let problem):
            return takeProblem(problem, Self.journalNotWritten, "the heads of the logs are not written down")
        case .sealing(let problem): return takeProblem(problem, Self.notSealed, "a closed session has no seal yet")
        case .audited(let problems): return takeAudit(problems)
        case .opened(let opened): return takeOpened(opened)
        case .openFailed(let id, let reason):
            let console = openings.removeValue(forKey: id)?.console
            return tell(console, .failed("The patient was not checked in. " + reason))
        case .staffAdded(let member, let console):
            facts.staff.removeAll { $0.id == member.id }
            facts.staff.append(member)
            markAllChanged()
            return tell(console, .staffAdded(member))
        case .staffFailed(let reason, let console): return tell(console, .failed(reason))
        case .configured(let facts, let console):
            self.facts = facts
            markAllChanged()
            return tell(console, .configured)
        case .configurationFailed(let reason, let console): return tell(console, .failed(reason))
        case .heartbeat(let error):
            guard let error else {
                clearFault(Self.homeNotWritable)
                return []
            }
            return raise(Fault(headline: Self.homeNotWritable, detail: error.description, isGrave: true))
        case .stop:
            let notSaved = unsavedNames.isEmpty ? "" : " NOT SAVED: \(unsavedNames). Chart it again from paper."
            return consoleIDs.map { .end($0, reason: "The station was ended.\(notSaved)") }
        }
    }

    private mutating func takeDurable(_ id: String, _ count: Int) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }), count > stays[index].durableCount else { return [] }
        stays[index].durableCount = count
        if stays[index].isFailing {
            stays[index].isFailing = false
            if !stays.contains(where: \.isFailing) { clearFault(Self.notRecording) }
        }
        let isDone = stays[index].waiting.prefix { $0.numbers.upperBound < count }
        stays[index].waiting.removeFirst(isDone.count)
        markAllChanged()
        var effects: [StationEffect] = []
        for done in isDone { effects += tell(done.console, .durable(session: id, numbers: done.numbers)) }
        // The desk is told first: it may look at the session for its echo.
        if let index = stays.firstIndex(where: { $0.id == id }), stays[index].decided.phase == .closed,
            count == stays[index].decided.nextNumber
        {
            let closing = stays.remove(at: index)
            closed = closedToday + [closing.known].compactMap(\.self)
            nameMissingProtocols()
            effects.append(.release(session: id))
        }
        return effects
    }

    private mutating func takeFailing(_ id: String, _ reason: String) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }) else { return [] }
        stays[index].isFailing = true
        let unsaved = stays[index].decided.nextNumber - stays[index].durableCount
        let who = stays[index].decided.patient?.name ?? id
        let entries = unsaved == 1 ? "1 entry" : "\(unsaved) entries"
        return raise(
            Fault(
                headline: Self.notRecording,
                detail: "\(who): \(entries) NOT SAVED. Chart on paper. \(reason)",
                isGrave: true
            )
        )
    }

    private mutating func takeOpened(_ opened: OpenedSession) -> [StationEffect] {
        let pending = openings.removeValue(forKey: opened.session.id)
        let stay = StationStay(opened, durableCount: opened.session.nextNumber, zone: facts.zone)
        stays.append(stay)
        markAllChanged()
        guard let console = pending?.console, let last = stay.decided.entries.last else { return [] }
        return tell(console, .accepted(session: stay.id, events: stay.decided.entries))
            + tell(console, .durable(session: stay.id, numbers: 0...last.number))
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
