/// The signed statement that a log ended with so many lines under this root.
package struct LogSeal: Equatable, Sendable {
    package let note: SignedNote
    package let checkpoint: Checkpoint

    package init(note: SignedNote) throws(NoteError) {
        self.note = note
        checkpoint = try Checkpoint(parsing: note.text)
    }

    /// Which log a seal is for: the signing key's name and the log's own.
    package static func origin(key name: String, log: String) -> String { "\(name)/log/\(log)" }

    /// The log's own name: what stands behind the last `/log/`.
    package var log: String {
        let origin = checkpoint.origin.utf8
        let mark = Array("/log/".utf8)
        var start = origin.endIndex
        while start > origin.startIndex {
            start = origin.index(before: start)
            if origin[start...].starts(with: mark) { return String(Substring(origin[start...].dropFirst(mark.count))) }
        }
        return ""
    }

    /// Whether this is the seal of the log of that name by a key of any name.
    package func isFor(log: String) -> Bool { checkpoint.origin.hasSuffix("/log/\(log)") }
}

extension LogLocation {
    /// Where a log's seal stands.
    package var sealPath: String { "\(directory)/\(prefix)seal.checkpoint" }
}

extension LogReader {
    /// The seal of a log; nil if it has none.
    ///
    /// - Throws: if it cannot be read as one.
    package func seal(of location: LogLocation) throws(SealError) -> LogSeal? {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.readWhole(location.sealPath, limit: SignedNote.byteLimit + 1)
        } catch {
            if error.isMissing { return nil }
            throw .disk(error)
        }
        do throws(NoteError) {
            return try LogSeal(note: SignedNote(parsing: bytes))
        } catch {
            throw .contradicted(path: location.sealPath, reason: "\(error)")
        }
    }

    /// Seals a log that has been ended: takes the right to write from it, and signs its root.
    ///
    /// Every step may be interrupted and done again; a log that has its seal already is compared with it. The seal
    /// is on disk when this returns.
    package func seal(
        _ location: LogLocation,
        with key: StationKey
    ) throws(SealError) -> (seal: LogSeal, digest: LogDigest) {
        location.bringHome(on: disk)
        let (digest, logID) = try ended(location)
        try protect(location)
        if let seal = try seal(of: location) {
            try Self.check(seal, of: logID, digest, at: location, key: key.verifier)
            return (seal, digest)
        }
        let checkpoint = Checkpoint(
            origin: LogSeal.origin(key: key.name, log: logID),
            size: digest.lineCount,
            root: digest.root
        )
        let note = SignedNote(signing: checkpoint.text, with: key)
        do throws(DiskError) {
            try DurableFile.create(location.sealPath, note.bytes, on: disk)
            try protect(location.sealPath)
        } catch {
            throw .disk(error)
        }
        do throws(NoteError) {
            return (try LogSeal(note: note), digest)
        } catch {
            preconditionFailure("a checkpoint just written can be read: \(error)")
        }
    }

    /// The digest of a log whose last record ends it, and the log's own name.
    private func ended(_ location: LogLocation) throws(SealError) -> (LogDigest, String) {
        let contents: LogContents
        let digest: LogDigest
        do throws(LogError) {
            contents = try read(location)
            digest = try self.digest(of: location)
        } catch {
            throw .log(error)
        }
        guard contents.readable.last?.kind == LogFormat.Kind.close else { throw .unfinished(path: "\(location)") }
        return (digest, contents.header.logID)
    }

    private static func check(
        _ seal: LogSeal,
        of logID: String,
        _ digest: LogDigest,
        at location: LogLocation,
        key: VerifierKey
    ) throws(SealError) {
        func contradiction(_ reason: String) -> SealError { .contradicted(path: location.sealPath, reason: reason) }
        guard seal.isFor(log: logID) else { throw contradiction("it is for \(seal.checkpoint.origin)") }
        guard seal.checkpoint.size == digest.lineCount, seal.checkpoint.root == digest.root else {
            throw contradiction("it is for \(seal.checkpoint.size) other lines")
        }
        do throws(NoteError) {
            _ = try seal.note.signers(among: [key])
        } catch .wrongSignature {
            throw contradiction("its signature is not by the key it names")
        } catch {
            // An earlier key of this station, which is not here any more, may have signed.
        }
    }

    /// Takes the right to write from all segments of a log.
    package func protect(_ location: LogLocation) throws(SealError) {
        do throws(LogError) {
            for segment in try segments(of: location) {
                do throws(DiskError) {
                    try protect(segment.path)
                } catch {
                    throw LogError.disk(error)
                }
            }
        } catch {
            throw .log(error)
        }
    }

    /// The permissions are on disk when this returns.
    private func protect(_ path: String) throws(DiskError) {
        let file = try disk.open(path, for: .reading)
        defer { disk.close(file) }
        guard try disk.permissions(of: file) != 0o400 else { return }
        try disk.protect(file)
        try disk.sync(file)
    }
}
