import Glibc
import TestSupport
import Testing

/// A disk that is really full, and a file that really may not grow: what the kernel does then is no model.
@Suite struct `A full disk` {
    private static let simulation = "simulate --chairs 3 --sessions 6 --seed 5 --acks --home"

    /// Whether this user may mount a small disk in a name space of its own.
    private static let canMount: Bool = {
        let script = "mount -t tmpfs -o size=64k none /mnt && touch /mnt/a"
        return shell("unshare -Urm /bin/sh -c '\(script)'").exitCode == 0
    }()

    private static func shell(_ script: String) -> RunningProgram {
        let words = ["-c", script]
        let environment = Program.environment(home: "/tmp", ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
        let program = RunningProgram(words, environment: environment, program: "/bin/sh")
        _ = program.waitForEnd()
        return program
    }

    /// Goes on without the limit: what was acknowledged is there, the rest comes, and all of it verifies.
    private static func expectAllThere(_ acks: Acknowledgements, _ clinic: Clinic, _ comment: String) throws {
        try acks.expectAllIn(home: clinic.home, comment)
        let words = (simulation + " " + clinic.home).split(separator: " ").map { String($0) }
        let next = clinic.run(words)
        #expect(next.exitCode == 0, "\(comment): \(next.complaint)")
        try acks.expectAllIn(home: clinic.home, "after \(comment)")
        let verified = clinic.run(["verify", clinic.home])
        #expect(verified.exitCode == 10, "\(comment): \(verified.text)\(verified.complaint)")
    }

    /// A write that goes over the limit is cut short by the kernel, and the next one is refused.
    @Test(arguments: [4, 9, 14, 19]) func `by a limit on files, with writes cut short, loses nothing`(
        blocks: Int
    ) throws {
        let clinic = Clinic()
        // The protocol is larger than these limits, and has to be there for anybody to be checked in.
        let first = clinic.run(["simulate", "--home", clinic.home, "--chairs", "1", "--minutes", "1"])
        #expect(first.exitCode == 0, "\(first.complaint)")
        // In a shell of this kind a block has 512 bytes.
        let run = Self.shell("ulimit -f \(blocks); exec \(Program.path) \(Self.simulation) \(clinic.home)")
        #expect(run.exitCode == 1, "\(run.complaint)")
        #expect(run.complaint.contains("could not be"), "\(run.complaint)")

        try Self.expectAllThere(Acknowledgements(run.text), clinic, "\(blocks) blocks")
    }

    @Test(
        .enabled(if: canMount, "this user may not mount in a name space of its own"),
        arguments: [60, 80, 100]
    )
    func `of real loses nothing acknowledged`(kilobytes: Int) throws {
        let clinic = Clinic()
        mkdir(clinic.home, 0o700)
        let small = clinic.scratch("small")
        mkdir(small, 0o700)
        // The small disk goes with its name space: what stood on it is copied out first.
        let script = """
            mount -t tmpfs -o size=\(kilobytes)k none \(small) || exit 99
            \(Program.path) \(Self.simulation) \(small)/home; code=$?
            cp -a \(small)/home/. \(clinic.home)/; exit $code
            """
        let run = Self.shell("unshare -Urm /bin/sh -c '\(script)'")
        #expect(run.exitCode == 1, "\(run.complaint)")
        #expect(run.complaint.contains("free space"), "\(run.complaint)")

        try Self.expectAllThere(Acknowledgements(run.text), clinic, "\(kilobytes) kB")
    }
}
