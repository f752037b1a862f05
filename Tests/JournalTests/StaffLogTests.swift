import EventLog
import Journal
import Session
import TestSupport
import Testing

@Suite struct `The staff log` {
    @Test func `begins with the first run and knows its people at the next`() throws {
        let fixture = JournalFixture()
        let first = try open(fixture)
        let nurse = try first.add(name: "Okafor, N.", role: .nurse, by: .system, at: fixture.now)
        let doctor = try first.add(name: "Lind", role: .prescriber, by: sign(nurse), at: fixture.now)
        #expect(nurse.id == "n001" && doctor.id == "p002")

        let next = fixture.later(on: fixture.disk.afterPowerCut(seed: 2))
        let second = try open(next)

        #expect(second.staff.members == [nurse, doctor])
        #expect(second.staff["p002"]?.name == "Lind")
        second.close()
        #expect(try StaffLog.read(next.home).members == [nurse, doctor])
    }

    @Test func `never gives an id twice, whoever left`() throws {
        let seed = SeededRandom.runSeed
        var random = SeededRandom(seed: seed)
        var fixture = JournalFixture()
        var log = try open(fixture)
        var given: [String] = []
        for step in 0..<60 {
            if let id = given.randomElement(using: &random), Bool.random(using: &random) {
                try log.disable(id, by: .system, at: fixture.now)
            }
            let role = StaffRole.allCases.randomElement(using: &random) ?? .nurse
            given.append(try log.add(name: "Person \(step)", role: role, by: .system, at: fixture.now).id)
            if step % 20 == 19 {
                log.close()
                fixture = fixture.later(on: fixture.disk.afterKill())
                log = try open(fixture)
            }
        }

        #expect(Set(given).count == given.count, "VIGIL_SEED=\(seed)")
        #expect(log.staff.members.map(\.id) == given, "VIGIL_SEED=\(seed)")
    }

    @Test(arguments: [false, true])
    func `gives no id again that stood in what is lost`(isGone: Bool) throws {
        let fixture = JournalFixture()
        let log = try open(fixture)
        for name in ["Okafor", "Sutter", "Lind"] {
            _ = try log.add(name: name, role: .nurse, by: .system, at: fixture.now)
        }
        let head = log.head
        log.close()
        let path = fixture.home.staffLog.segmentPath(1)
        var bytes = try #require(fixture.disk.contents(path))
        if isGone {
            try fixture.disk.remove(path)
            #expect(throws: JournalError.self) { try open(fixture, expecting: head) }
        } else {
            bytes[bytes.count - 200] ^= 1
            fixture.disk.place(path, bytes)
        }

        let again = try StaffLog.open(
            fixture.home,
            at: fixture.now,
            names: JournalFixture.names,
            expecting: head,
            mayBeginAgain: true
        )
        #expect(again.damage.isEmpty == isGone && again.isNewlyDamaged == !isGone)
        let next = try again.add(name: "Mallory", role: .nurse, by: .system, at: fixture.now)
        again.close()

        #expect(next.id == "n004")
        let read = try StaffLog.read(fixture.home, expecting: isGone ? nil : head)
        #expect(read.members.map(\.id) == (isGone ? ["n004"] : ["n001", "n002", "n004"]))
        #expect(read.problems.isEmpty)
    }

    @Test func `keeps those who left, and the names they had`() throws {
        let fixture = JournalFixture()
        let log = try open(fixture)
        let nurse = try log.add(name: "Okafor", role: .nurse, by: .system, at: fixture.now)

        try log.rename(nurse.id, to: "Okafor-Lind", by: sign(nurse), at: fixture.now)
        try log.disable(nurse.id, by: .system, at: fixture.now)

        let expected = StaffMember(id: "n001", name: "Okafor-Lind", role: .nurse, isActive: false)
        #expect(log.staff.members == [expected])
        log.close()
        let records = try LogReader(disk: fixture.disk).read(fixture.home.staffLog).records
        let lines = records.filter { $0.event != nil }.map {
            "\($0.kind) \($0.actor ?? "") " + String(decoding: $0.body, as: UTF8.self)
        }
        #expect(
            lines == [
                #"staff.added system {"id":"n001","name":"Okafor","role":"nurse"}"#,
                #"staff.renamed n001:nurse {"id":"n001","name":"Okafor-Lind"}"#,
                #"staff.disabled system {"id":"n001"}"#,
            ]
        )
    }

    @Test func `knows nobody by a wrong id`() throws {
        let fixture = JournalFixture()
        let log = try open(fixture)

        #expect(throws: JournalError.unknownStaff(id: "n009")) {
            try log.disable("n009", by: .system, at: fixture.now)
        }
        #expect(throws: JournalError.unknownStaff(id: "n009")) {
            try log.rename("n009", to: "X", by: .system, at: fixture.now)
        }
    }

    @Test func `adds nobody whom the disk did not take`() throws {
        let fixture = JournalFixture()
        let log = try open(fixture)
        fixture.disk.setFaults(DiskFaults(spaceLimit: 0))

        #expect(throws: JournalError.self) {
            try log.add(name: "Okafor", role: .nurse, by: .system, at: fixture.now)
        }
        #expect(log.staff.members.isEmpty)
    }

    @Test func `refuses a log of something else and leaves it as it is`() throws {
        let fixture = JournalFixture()
        let path = fixture.home.staffLog.segmentPath(1)
        try fixture.disk.makeDirectories(fixture.home.staffLog.directory)
        fixture.disk.place(path, Array("hello\n".utf8))

        #expect(throws: JournalError.self) { try open(fixture) }
        #expect(fixture.disk.contents(path) == Array("hello\n".utf8))
    }

    private func open(
        _ fixture: JournalFixture,
        expecting head: LogHead? = nil
    ) throws(JournalError) -> StaffLog {
        try StaffLog.open(fixture.home, at: fixture.now, names: JournalFixture.names, expecting: head)
    }

    private func sign(_ member: StaffMember) -> Author { .staff(id: member.id, role: member.role) }
}
