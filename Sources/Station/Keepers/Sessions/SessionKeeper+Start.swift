import EventLog
import Journal
import Settings

extension SessionKeeper {
    /// Opens the logs of all sessions that have not ended.
    ///
    /// - Parameter heads: how far each log is known to have got, by its name.
    /// - Throws: where the sessions cannot be listed; one that cannot be opened is among those refused.
    func open(at now: ClockReading, expecting heads: [String: LogHead]) throws(DiskError) -> OpenedSessions {
        keepProtocols(for: heads)
        let opened = try room.journal.openSessions(
            at: now,
            names: room.names,
            heads: heads,
            protocols: protocols,
            parse: { try ProtocolFile.readKept(bytes: $0) },
            onReport: onReport
        )
        for open in opened.open {
            adopt(open.journal)
            if open.isNewlyDamaged {
                let damage = open.damage.map(\.description)
                journal.note(.logDamaged(log: open.journal.id.text, findings: damage), at: now)
            }
        }
        return opened.shortened(for: room.journal)
    }

    /// Puts the protocols of this station back among the attachments where one is missing or altered: no patient is to
    /// go without for it.
    private func keepProtocols(for heads: [String: LogHead]) {
        guard heads.keys.contains(where: { SessionID(text: $0) != nil }) else { return }
        for bytes in protocols.values {
            _ = try? room.journal.putProtocol(bytes)
        }
    }

    /// Looks over what a start does not open, on a thread of its own.
    func audit() {
        let auditor = WorkerThread(name: "vigil-audit") { [self] in
            let audit = HomeAudit(room.journal)
            for (name, head) in audit.addenda { journal.take(head, of: name) }
            post(.audited(audit.problems.map { room.journal.shortened($0) }))
        }
        state.withLock { $0.auditor = auditor }
    }

    /// Waits until all is looked over.
    func endAudit() {
        let auditor = state.withLock { state in
            defer { state.auditor = nil }
            return state.auditor
        }
        auditor?.join()
    }
}

extension OpenedSessions {
    /// With what was refused in words that fit a banner.
    fileprivate func shortened(for home: JournalHome) -> OpenedSessions {
        var opened = self
        func shortened(_ refused: Refused) -> Refused {
            Refused(path: home.shortened(refused.path), reason: home.shortened(refused.reason))
        }
        opened.refused = refused.map(shortened)
        opened.falseSeals = falseSeals.map(shortened)
        return opened
    }
}
