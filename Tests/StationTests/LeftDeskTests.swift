import Station
import TestSupport
import Testing

@Suite struct `A desk whose line dropped` {
    /// Opens a session, which shows which desk it is.
    private func benchInSession() throws -> (StationBench, String) {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1, userName: "amara", terminal: "pts/1")
        bench.press("⏎", at: console)
        let picture = bench.picture(console)
        bench.handle(.detached(console))
        return (bench, picture)
    }

    @Test(arguments: ["pts/1", "pts/7"])
    func `waits for the same person, on whatever terminal`(terminal: String) throws {
        var (bench, picture) = try benchInSession()
        let again = bench.attach(2, userName: "amara", terminal: terminal)
        #expect(bench.picture(again) == picture)
    }

    @Test func `names nobody, whoever was named before`() throws {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1, userName: "ward", terminal: "pts/1")
        bench.press("u", at: console)
        bench.press("1", at: console)
        #expect(!bench.picture(console).contains("typing: nobody"))
        bench.handle(.detached(console))

        let next = bench.attach(2, userName: "ward", terminal: "pts/1")

        #expect(bench.picture(next).contains("typing: nobody"))
    }

    @Test func `is told to be lost where the station itself stopped, until a key`() throws {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1, userName: "amara", terminal: "pts/1", isAgain: true)
        #expect(bench.picture(console).contains("Station started again: a half-typed line is lost. u names you."))
        bench.wait(seconds: 3600)
        #expect(bench.picture(console).contains("a half-typed line is lost"))
        bench.press("u", at: console)
        #expect(!bench.picture(console).contains("a half-typed line is lost"))
    }

    @Test func `is not told to be lost where it waited, nor to a console that has just been opened`() throws {
        var (bench, picture) = try benchInSession()
        let again = bench.attach(2, userName: "amara", terminal: "pts/1", isAgain: true)
        #expect(bench.picture(again) == picture)
        let new = bench.attach(3, userName: "jonas", terminal: "pts/2")
        #expect(!bench.picture(new).contains("a half-typed line is lost"))
    }

    @Test func `is not given to anybody else`() throws {
        var (bench, picture) = try benchInSession()
        let other = bench.attach(2, userName: "jonas", terminal: "pts/1")
        #expect(bench.picture(other) != picture)
    }

    @Test func `is given once`() throws {
        var (bench, picture) = try benchInSession()
        let again = bench.attach(2, userName: "amara", terminal: "pts/1")
        #expect(bench.picture(again) == picture)
        let other = bench.attach(3, userName: "amara", terminal: "pts/1")
        #expect(bench.picture(other) != picture)
    }

    @Test func `is not given to the next shift`() throws {
        var (bench, picture) = try benchInSession()
        bench.wait(seconds: 3 * 3600)
        let late = bench.attach(2, userName: "amara", terminal: "pts/1")
        #expect(bench.picture(late) != picture)
    }
}
