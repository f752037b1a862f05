import Screens
import Session

extension Station {
    mutating func receive(_ mail: SessionMail) -> [StationEffect] {
        switch mail {
        case .durable(let id, let count): return takeDurable(id, count)
        case .failing(let id, let reason): return takeFailing(id, reason)
        case .opened(let opened): return takeOpened(opened)
        case .openFailed(let id, let reason):
            let console = openings.removeValue(forKey: id)?.console
            return [.notOpened(session: id)] + tell(console, .failed("The patient was not checked in. " + reason))
        case .space(let isLow): return takeSpace(isLow: isLow)
        case .sealing(let problem): return takeProblem(problem, .notSealed, "a closed session has no seal yet")
        case .audited(let problems): return takeAudit(problems)
        }
    }

    private mutating func takeDurable(_ id: String, _ count: Int) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }), count > stays[index].durableCount else { return [] }
        let numbers = stays[index].durableCount..<count
        stays[index].durableCount = count
        if stays[index].isFailing {
            stays[index].isFailing = false
            if !stays.contains(where: \.isFailing) { clearFault(.notRecording) }
        }
        let isDone = stays[index].waiting.prefix { $0.numbers.upperBound < count }
        stays[index].waiting.removeFirst(isDone.count)
        markAllChanged()
        var effects = [StationEffect.saved(session: id, numbers)]
        for done in isDone { effects += tell(done.console, .durable(session: id, numbers: done.numbers)) }
        return effects + releaseIfClosed(id)
    }

    /// Lets a session go whose closing is on disk.
    ///
    /// To be called when the desks have been told: one may look at the session for its echo.
    private mutating func releaseIfClosed(_ id: String) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }), stays[index].decided.phase == .closed,
            stays[index].durableCount == stays[index].decided.nextNumber
        else { return [] }
        let closing = stays.remove(at: index)
        closed = closedToday + [closing.known].compactMap(\.self)
        nameMissingProtocols()
        return [.release(session: id)]
    }

    private mutating func takeFailing(_ id: String, _ reason: String) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }) else { return [] }
        stays[index].isFailing = true
        let unsaved = stays[index].decided.nextNumber - stays[index].durableCount
        let who = stays[index].decided.patient?.name ?? id
        let entries = unsaved == 1 ? "1 entry" : "\(unsaved) entries"
        return raise(.notRecording, "\(who): \(entries) NOT SAVED. Chart on paper. \(reason)", isGrave: true)
    }

    private mutating func takeOpened(_ opened: OpenedSession) -> [StationEffect] {
        let pending = openings.removeValue(forKey: opened.session.id)
        let stay = StationStay(opened, durableCount: opened.session.nextNumber, zone: facts.zone)
        stays.append(stay)
        markAllChanged()
        let saved = StationEffect.saved(session: stay.id, 0..<stay.durableCount)
        guard let console = pending?.console, let last = stay.decided.entries.last else { return [saved] }
        return [saved] + tell(console, .accepted(session: stay.id, events: Array(stay.decided.entries)))
            + tell(console, .durable(session: stay.id, numbers: 0...last.number))
    }

    private mutating func takeSpace(isLow: Bool) -> [StationEffect] {
        guard isLow else {
            clearFault(.spaceLow)
            return []
        }
        let detail = "entries are still saved, from a reserve: free space on this disk now"
        return raise(.spaceLow, detail, isGrave: true)
    }

    private mutating func takeAudit(_ problems: [String]) -> [StationEffect] {
        guard let first = problems.first else { return [] }
        let others = problems.count > 1 ? " (and \(problems.count - 1) more: vigil verify)" : ""
        return raise(.recordsMissing, first + others, isGrave: true)
    }
}
