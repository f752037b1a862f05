import Station
import TestSupport
import Testing

@Suite struct `A desk whose line dropped` {
    /// Opens the help, which is as good as any text: it stands on this desk and on no other.
    private func benchWithHelp() throws -> (StationBench, String) {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1, userName: "amara", terminal: "pts/1")
        bench.press("?", at: console)
        let picture = bench.picture(console)
        bench.handle(.detached(console))
        return (bench, picture)
    }

    @Test(arguments: ["pts/1", "pts/7"])
    func `waits for the same person, on whatever terminal`(terminal: String) throws {
        var (bench, picture) = try benchWithHelp()
        let again = bench.attach(2, userName: "amara", terminal: terminal)
        #expect(bench.picture(again) == picture)
    }

    @Test func `is not given to anybody else`() throws {
        var (bench, picture) = try benchWithHelp()
        let other = bench.attach(2, userName: "jonas", terminal: "pts/1")
        #expect(bench.picture(other) != picture)
    }

    @Test func `is given once, and not to the next shift`() throws {
        var (bench, picture) = try benchWithHelp()
        bench.wait(seconds: 3 * 3600)
        let late = bench.attach(2, userName: "amara", terminal: "pts/1")
        #expect(bench.picture(late) != picture)
    }
}
