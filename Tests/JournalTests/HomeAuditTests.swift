import EventLog
import Journal
import Session
import TestSupport
import Testing

@Suite struct `A look over a home` {
    @Test func `finds nothing where nothing is wrong, and how far the addenda have got`() throws {
        let fixture = JournalFixture()
        let (sealed, _, _) = try fixture.wholeHome()
        #expect(HomeAudit(fixture.home).problems.isEmpty)
        _ = try fixture.addendum("Called", to: sealed)

        let audit = HomeAudit(fixture.home)

        #expect(audit.problems.isEmpty)
        #expect(audit.addenda[StationKnowledge.addendumName(of: sealed.text)]?.event == 0)
    }

    @Test func `finds a sealed session that is shorter, without its seal, or gone`() throws {
        for harm in ["shorter", "unsealed", "gone"] {
            let fixture = JournalFixture()
            let (sealed, _, _) = try fixture.wholeHome()
            let log = fixture.home.log(of: sealed)
            let bytes = try #require(fixture.disk.contents(log.segmentPath(1)))
            switch harm {
            case "shorter": fixture.disk.place(log.segmentPath(1), Array(bytes.dropLast(1)))
            case "unsealed": try fixture.disk.remove(log.sealPath)
            default:
                try fixture.disk.remove(log.sealPath)
                try fixture.disk.remove(log.segmentPath(1))
            }

            let problems = HomeAudit(fixture.home).problems

            #expect(problems.count == 1 && problems[0].contains(log.directory), "\(harm) \(problems)")
        }
    }
}
