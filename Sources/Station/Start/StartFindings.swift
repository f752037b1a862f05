import Journal
import Session

/// What the keepers found when they opened what they keep.
struct StartFindings {
    let memory: JournalKeeper.Memory
    let staff: [StaffMember]
    let sessions: OpenedSessions
    let problems: StartProblems
    /// When the station lived last, as far as its home knows; nil where it never did.
    let lastLifeUTCMicros: Int64?

    init(
        memory: JournalKeeper.Memory,
        staff: [StaffMember],
        sessions: OpenedSessions,
        problems: StartProblems,
        lastSign: Heartbeat?
    ) {
        self.memory = memory
        self.staff = staff
        self.sessions = sessions
        self.problems = problems
        let entries = sessions.open.compactMap { $0.folded.session.entries.last?.at.utcMicros }
        lastLifeUTCMicros = (entries + [lastSign?.utcMicros].compactMap(\.self)).max()
    }
}
