import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `A durable file` {
    private let path = "/home/sessions/note"

    private func create(_ bytes: [UInt8], on disk: FaultyDisk) throws {
        try disk.makeDirectories("/home/sessions")
        try DurableFile.create(path, bytes, on: disk)
    }

    @Test func `is whole or not there after a power cut at any call`() throws {
        let bytes = [UInt8](repeating: 7, count: 3000)
        let whole = FaultyDisk()
        try create(bytes, on: whole)
        for call in 1...whole.calls.count + 1 {
            for seed in 0..<20 as Range<UInt64> {
                let disk = FaultyDisk(DiskFaults(powerOffAtCall: call, longestWrite: 1000))
                let isCreated = (try? create(bytes, on: disk)) != nil
                let found = disk.afterPowerCut(seed: seed).contents(path)
                #expect(found == bytes || found == nil && !isCreated, "call \(call) seed \(seed)")
            }
        }
    }

    @Test func `is not written again when it is there, but its name is made sure of`() throws {
        let disk = FaultyDisk()
        try create([1, 2, 3], on: disk)
        let before = disk.calls.count
        try DurableFile.create(path, [1, 2, 3], on: disk)
        #expect(disk.calls[before...] == ["fsync directory"])
    }

    @Test func `leaves other bytes alone`() throws {
        let disk = FaultyDisk()
        try create([1, 2, 3], on: disk)
        let error = #expect(throws: DiskError.self) { try DurableFile.create(path, [4], on: disk) }
        #expect(error?.code == EEXIST)
        #expect(disk.contents(path) == [1, 2, 3])
    }

    @Test func `leaves nothing behind when the disk is full`() throws {
        let disk = FaultyDisk(DiskFaults(spaceLimit: 100))
        #expect(throws: DiskError.self) { try create([UInt8](repeating: 0, count: 200), on: disk) }
        #expect(disk.files.isEmpty)
    }
}

@Suite struct `The attachments` {
    @Test func `are named by their hash and given back whole`() throws {
        let disk = FaultyDisk()
        let store = BlobStore(root: "/home/blobs", disk: disk)
        let name = try store.put(Array("abc".utf8))
        #expect(name.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(disk.files == ["/home/blobs/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"])
        #expect(try store.get(name) == Array("abc".utf8))
        #expect(try store.put(Array("abc".utf8)) == name)
        #expect(LogHash(hex: name.hex) == name)
        for seed in 0..<30 as Range<UInt64> {
            let store = BlobStore(root: "/home/blobs", disk: disk.afterPowerCut(seed: seed))
            #expect(try store.get(name) == Array("abc".utf8))
        }
    }

    @Test func `that were altered or lost are said to be so`() throws {
        let disk = FaultyDisk()
        let store = BlobStore(root: "/home/blobs", disk: disk)
        let name = try store.put([1])
        disk.place(store.path(of: name), [2])
        #expect(throws: BlobError.altered(path: store.path(of: name))) { try store.get(name) }
        // Who has the right bytes puts them back; the others stay beside them.
        #expect(try store.put([1]) == name)
        #expect(try store.get(name) == [1])
        #expect(disk.contents(store.path(of: name) + ".altered-\(LogHash(of: [2]).hex.prefix(8))") == [2])
        let other = LogHash(of: [3])
        #expect(throws: BlobError.missing(path: store.path(of: other))) { try store.get(other) }
    }

    @Test(arguments: ["", "ab", String(repeating: "G", count: 64), String(repeating: "A", count: 64)])
    func `have names of 64 lower-case hexadecimal digits alone`(text: String) {
        #expect(LogHash(hex: text) == nil)
    }
}
