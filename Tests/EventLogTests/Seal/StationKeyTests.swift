import EventLog
import Testing
import TestSupport

@Suite struct `A station's key` {
    private static let directory = "/home/key"
    private static let path = StationKey.privatePath(in: directory)

    @Test func `is made once, for its owner alone, and is the same ever after`() throws {
        let disk = FaultyDisk()
        let made = try StationKey.open(in: Self.directory, station: "Ward 3, East", disk: disk)
        #expect(made.isNew && made.key.name.hasPrefix("vigil/ward-3-east-"))
        #expect(disk.permissions(Self.path) == 0o600)

        let next = disk.afterPowerCut(seed: 3)
        let again = try StationKey.open(in: Self.directory, station: "Renamed", disk: next)

        #expect(!again.isNew && again.key.verifier == made.key.verifier)
        #expect(try StationKey.readVerifier(in: Self.directory, disk: next) == made.key.verifier)
    }

    @Test func `is whole or not there at all wherever the power goes while it is made`() throws {
        for call in 1...40 {
            let disk = FaultyDisk(DiskFaults(powerOffAtCall: call))
            let made = try? StationKey.open(in: Self.directory, station: "W", disk: disk)
            let after = disk.afterPowerCut(seed: UInt64(call))
            let found = try StationKey.open(in: Self.directory, station: "W", disk: after)
            if let made { #expect(found.key.verifier == made.key.verifier, "power off at call \(call)") }
            if made != nil { return }
        }
        Issue.record("the key was never made")
    }

    @Test(arguments: [0o640, 0o604, 0o622, 0o777] as [UInt32])
    func `is refused when others may read or change it`(permissions: UInt32) throws {
        let disk = FaultyDisk()
        let bytes = Array((`A signed note`.privateKey + "\n").utf8)
        disk.place(Self.path, bytes, permissions: permissions)

        #expect(throws: KeyError.open(path: Self.path, permissions: permissions)) {
            try StationKey.open(in: Self.directory, station: "W", disk: disk)
        }
        #expect(disk.files == [Self.path] && disk.contents(Self.path) == bytes)
        #expect("\(KeyError.open(path: "k", permissions: permissions))".contains("chmod 600"))
    }

    @Test(arguments: [
        "", "hello\n", "PRIVATE+KEY+PeterNeumann+c74f20a3\n",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDE=\n",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\nmore\n",
    ])
    func `is refused and left as it is when it is not one`(text: String) throws {
        let disk = FaultyDisk()
        disk.place(Self.path, Array(text.utf8))

        #expect(throws: KeyError.self) { try StationKey.open(in: Self.directory, station: "W", disk: disk) }
        #expect(disk.files == [Self.path] && disk.contents(Self.path) == Array(text.utf8))
    }

    @Test func `is refused beside a public key that is another's`() throws {
        let disk = FaultyDisk()
        _ = try StationKey.open(in: Self.directory, station: "W", disk: disk)
        disk.place(StationKey.publicPath(in: Self.directory), Array(`A signed note`.publicKey.utf8))

        #expect(throws: KeyError.mismatched(path: StationKey.publicPath(in: Self.directory))) {
            try StationKey.open(in: Self.directory, station: "W", disk: disk)
        }
    }
}
