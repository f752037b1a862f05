import EventLog
import Journal

extension JournalKeeper {
    /// What the journal knew before this start.
    struct Memory {
        var knowledge = StationKnowledge()
        /// The clocks at its last record; nil where there was none.
        var lastReading: ClockReading?

        /// How far each log had got, by its name.
        var heads: [String: LogHead] { knowledge.expected }
        /// Whether there ever was staff here.
        var isStaffKnown: Bool { heads[StationKnowledge.staffName] != nil }
    }

    /// Opens the station's journal; a disk that takes nothing more must not hide the patients.
    func open(at now: ClockReading, _ problems: inout StartProblems) -> Memory {
        holdBallast(&problems)
        do throws(JournalError) {
            let opened = try StationJournal.open(room.journal, at: now, names: room.names)
            adopt(opened.journal)
            if let contradiction = opened.contradiction {
                let cure = "End the station and repair it from a copy"
                problems.add(.journalAltered, "\(cure): \(contradiction)", isGrave: true)
            }
            if let finding = opened.findings.first {
                problems.add(.journalDamaged, "\(finding)", isGrave: opened.isNewlyDamaged)
            }
            return Memory(knowledge: opened.knowledge, lastReading: opened.lastReading)
        } catch {
            problems.add(.journalNotWritten, "\(error)", isGrave: true)
            retryOpening(isFirstRun: (try? room.journal.sessions().ids.isEmpty) ?? false)
            return Memory(knowledge: (try? StationKnowledge.read(room.journal)) ?? StationKnowledge())
        }
    }

    /// Holds space that is given up when the disk is full.
    private func holdBallast(_ problems: inout StartProblems) {
        do throws(DiskError) {
            if try !room.journal.ballast.hold() {
                problems.add(.spaceLow, "free space on this disk now", isGrave: true)
            }
        } catch {
            problems.add(.homeNotWritable, "\(error)", isGrave: true)
        }
    }

    /// Takes the key that seals are signed with, and says so where it is another one than before.
    func takeKey(station name: String, at now: ClockReading, _ problems: inout StartProblems) {
        let before = journal?.knowledge.keys.last
        do {
            let key = try takeKey(station: name, at: now)
            guard let before, before != key.verifier.description else { return }
            let change = "It signs as \(key.name), and signed with another key before"
            problems.add(.keyChanged, "If nobody restored this home, vigil verify it. \(change)", isGrave: true)
        } catch {
            problems.add(.keyUnusable, "\(error)", isGrave: true)
        }
    }
}
