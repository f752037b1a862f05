import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `The real disk` {
    private let disk = SystemDisk()

    /// Runs `body` in a fresh directory and removes it afterwards.
    private func inDirectory(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/vigil-disk-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        let path = try #require(made)
        defer { remove(path) }
        try body(path)
    }

    private func remove(_ path: String) {
        for name in (try? disk.list(path)) ?? [] {
            let item = "\(path)/\(name)"
            if (try? disk.item(at: item)) == .directory { remove(item) } else { try? disk.remove(item) }
        }
        rmdir(path)
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        #expect(stat(path, &status) == 0)
        return status
    }

    @Test func `carries a log from creation to recovery`() throws {
        try inDirectory { root in
            let location = LogLocation(directory: "\(root)/sessions/2026/s17")
            let writer = try LogWriter.create(
                at: location,
                header: LogFixture.header,
                moment: LogFixture.moment,
                disk: disk
            )
            try writer.append(LogFixture.drafts(0..<10))
            #expect(throws: LogError.inUse(path: location.segmentPath(1))) {
                try LogWriter.open(at: location, boot: "b", writer: "w", moment: LogFixture.moment, disk: disk)
            }
            writer.close()
            let file = try disk.open(location.segmentPath(1), for: .updating)
            let size = try disk.size(of: file)
            _ = try [UInt8](repeating: 0, count: 100).withUnsafeBytes { try disk.write(file, $0, at: size) }
            disk.close(file)
            let opened = try LogWriter.open(
                at: location,
                boot: "b",
                writer: "w",
                moment: LogFixture.moment,
                disk: disk
            )
            #expect(opened.cut?.byteCount == 100)
            #expect(LogFixture.events(in: opened.contents) == Array(0..<10))
            opened.writer.close()
            #expect(try LogReader(disk: disk).verify(location.directory).outcome == .intact)
        }
    }

    @Test func `makes files and directories for their owner alone`() throws {
        try inDirectory { root in
            let location = LogLocation(directory: "\(root)/a/b")
            try LogWriter.create(at: location, header: LogFixture.header, moment: LogFixture.moment, disk: disk).close()
            #expect(status("\(root)/a").st_mode & 0o777 == 0o700)
            #expect(status(location.directory).st_mode & 0o777 == 0o700)
            #expect(status(location.segmentPath(1)).st_mode & 0o777 == 0o600)
        }
    }

    @Test func `reserves room without growing the file, and gives it back`() throws {
        try inDirectory { root in
            let path = "\(root)/file"
            let file = try disk.open(path, for: .creating)
            do throws(DiskError) {
                try disk.reserve(file, 0..<1_048_576)
            } catch {
                // Some file systems cannot reserve; the log then goes without.
                #expect(error.code == EOPNOTSUPP)
                return
            }
            #expect(try disk.size(of: file) == 0)
            #expect(status(path).st_blocks >= 2048)
            try disk.truncate(file, to: 0)
            #expect(status(path).st_blocks < 2048)
            disk.close(file)
        }
    }

    @Test func `names the call, the path and the cure`() throws {
        try inDirectory { root in
            let error = #expect(throws: DiskError.self) { try disk.open("\(root)/none", for: .reading) }
            #expect(error?.description == "open \(root)/none: No such file or directory (errno 2): check the path")
            let file = try disk.open("\(root)/one", for: .creating)
            disk.close(file)
            let second = #expect(throws: DiskError.self) { try disk.open("\(root)/one", for: .creating) }
            #expect(second?.isExisting == true)
            #expect(try disk.item(at: root) == .directory)
            #expect(try disk.item(at: "\(root)/one") == .file)
            #expect(try disk.item(at: "\(root)/none") == nil)
            #expect(try disk.item(at: "\(root)/one/below") == nil)
            #expect(try disk.list(root) == ["one"])
        }
    }

    @Test func `says that a full device is full`() throws {
        let descriptor = Glibc.open("/dev/full", O_RDWR)
        try #require(descriptor >= 0)
        let file = DiskFile(descriptor: descriptor, path: "/dev/full")
        defer { disk.close(file) }
        let error = #expect(throws: DiskError.self) {
            try [UInt8(1)].withUnsafeBytes { try disk.write(file, $0, at: 0) }
        }
        #expect(error?.isOutOfSpace == true)
    }

    @Test func `takes nothing but a file for one, and waits for no pipe`() throws {
        try inDirectory { root in
            #expect(mkfifo("\(root)/pipe", 0o600) == 0)
            #expect(mkdir("\(root)/folder", 0o700) == 0)
            for name in ["pipe", "folder"] {
                for use in [DiskUse.reading, .updating] {
                    let error = #expect(throws: DiskError.self) { try disk.open("\(root)/\(name)", for: use) }
                    #expect(error?.isForeign == true && error?.description.contains("a file belongs there") == true)
                }
            }
            let error = #expect(throws: DiskError.self) { try disk.open("/dev/null", for: .reading) }
            #expect(error?.isForeign == true)
        }
    }

    @Test func `reads no file whole that is larger than any log`() throws {
        try inDirectory { root in
            let location = LogLocation(directory: root)
            let file = try disk.open(location.segmentPath(1), for: .creating)
            // Twenty gigabytes that take no room.
            try disk.truncate(file, to: 20 << 30)
            disk.close(file)
            let error = #expect(throws: DiskError.self) { try disk.readWhole(location.segmentPath(1)) }
            #expect(error?.isForeign == true)
            let found = #expect(throws: LogError.self) { try LogReader(disk: disk).verify(location) }
            #expect(found?.description.contains("left untouched") == true, "\(String(describing: found))")
        }
    }

    @Test func `tells a link from what it leads to`() throws {
        try inDirectory { root in
            let file = try disk.open("\(root)/file", for: .creating)
            disk.close(file)
            #expect(symlink("\(root)/file", "\(root)/link") == 0)
            #expect(try disk.isLink("\(root)/link") && !disk.isLink("\(root)/file"))
            #expect(try disk.item(at: "\(root)/link") == .file)
        }
    }
}
