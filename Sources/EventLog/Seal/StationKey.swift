import Glibc

/// The private key a station signs its seals with, under the station's name.
package struct StationKey: Sendable {
    package let name: String
    /// 32 bytes; a secret.
    private let seed: [UInt8]

    /// What others check the seals with.
    package var verifier: VerifierKey { VerifierKey(name: name, publicKey: Ed25519.publicKey(of: seed)) }

    /// Makes a new key under a name that tells the station, and by its last part this key from its others.
    package init(station: String) {
        let seed = Ed25519.newSeed()
        let digits = LogHash(of: Ed25519.publicKey(of: seed)).hex.prefix(8)
        self.init(name: "vigil/\(Self.plain(station))-\(digits)", seed: seed)
    }

    private init(name: String, seed: [UInt8]) {
        self.name = name
        self.seed = seed
    }

    /// Reads the text of a private key, `PRIVATE+KEY+name+ID+base64(type ‖ seed)`, as Go's note package writes it.
    package init(parsing text: String) throws(NoteError) {
        func refusal(_ reason: String) -> NoteError { .malformed(what: "private key", reason: reason) }
        let start = "PRIVATE+KEY+"
        let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
        guard line.hasPrefix(start) else { throw refusal("it does not begin with \(start)") }
        let parts = line.dropFirst(start.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, VerifierKey.isName(String(parts[0])) else { throw refusal("it has no name") }
        guard let key = Base64.decode(parts[2].utf8), key.count == 1 + Ed25519.seedSize, key[0] == VerifierKey.ed25519
        else { throw refusal("it holds no Ed25519 key") }
        self.init(name: String(parts[0]), seed: Array(key.dropFirst()))
        guard verifier.id.description == parts[1] else { throw refusal("its ID is not that of its name and key") }
    }

    /// The text that `init(parsing:)` reads; a secret.
    private var text: String {
        "PRIVATE+KEY+\(name)+\(verifier.id)+\(Base64.encode([VerifierKey.ed25519] + seed))"
    }

    func sign(_ text: String) -> SignedNote.Signature {
        SignedNote.Signature(name: name, keyID: verifier.id, bytes: Ed25519.sign(Array(text.utf8), with: seed))
    }

    /// The name in lower-case letters, digits and hyphens.
    private static func plain(_ station: String) -> String {
        let words = station.lowercased().unicodeScalars.split {
            !($0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        let text = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(32)
        return text.isEmpty ? "station" : String(text)
    }
}

extension StationKey {
    /// Where the private key stands in the directory of a home's keys.
    package static func privatePath(in directory: String) -> String { "\(directory)/station.key" }

    /// Where the public key stands, which is no secret.
    package static func publicPath(in directory: String) -> String { "\(directory)/station.vkey" }

    /// Reads the key of a station or, where there is none, makes one for it; it is on disk when this returns.
    ///
    /// - Throws: if others may read or change the private key, or it cannot be read as one; then nothing is changed.
    package static func open(
        in directory: String,
        station: String,
        disk: any Disk
    ) throws(KeyError) -> (key: StationKey, isNew: Bool) {
        if let key = try read(in: directory, disk: disk) {
            try publish(key, in: directory, disk: disk)
            return (key, false)
        }
        // Where only the private half is gone, as after a restore, the public one stays known beside its follower.
        if let former = try readVerifier(in: directory, disk: disk) { try keep(former, in: directory, disk: disk) }
        let made = StationKey(station: station)
        do throws(DiskError) {
            try disk.makeDirectories(directory)
            try DurableFile.create(privatePath(in: directory), made.file, on: disk)
        } catch {
            // Another process was first: its key is the station's.
            guard error.isExisting, let key = try read(in: directory, disk: disk) else { throw .disk(error) }
            return (key, false)
        }
        try publish(made, in: directory, disk: disk)
        return (made, true)
    }

    /// Makes a new key in the place of the present one, of which only the public half is kept, for the seals it made.
    ///
    /// Every step may be interrupted and done again.
    package static func rotate(
        in directory: String,
        station: String,
        disk: any Disk
    ) throws(KeyError) -> (old: VerifierKey, new: StationKey) {
        let old = try open(in: directory, station: station, disk: disk).key.verifier
        try keep(old, in: directory, disk: disk)
        let made = StationKey(station: station)
        do throws(DiskError) {
            try DurableFile.replace(privatePath(in: directory), made.file, on: disk)
        } catch {
            throw .disk(error)
        }
        try publish(made, in: directory, disk: disk)
        return (old, made)
    }

    /// The public keys of a home, the present one and those before it, and which of its files hold none.
    package static func verifiers(
        in directory: String,
        disk: any Disk
    ) throws(DiskError) -> (keys: [VerifierKey], problems: [String]) {
        let names: [String]
        do throws(DiskError) {
            names = try disk.list(directory)
        } catch {
            if error.isMissing { return ([], []) }
            throw error
        }
        var keys: [VerifierKey] = []
        var problems: [String] = []
        for name in names where name.hasSuffix(verifierSuffix) {
            do throws(KeyError) {
                if let key = try readVerifier(at: "\(directory)/\(name)", disk: disk) { keys.append(key) }
            } catch {
                problems.append("\(error)")
            }
        }
        return (keys, problems)
    }

    private static let verifierSuffix = ".vkey"

    private static func formerPath(_ key: VerifierKey, in directory: String) -> String {
        "\(directory)/former-\(key.fingerprint)\(verifierSuffix)"
    }

    private static func keep(_ former: VerifierKey, in directory: String, disk: any Disk) throws(KeyError) {
        do throws(DiskError) {
            try DurableFile.create(formerPath(former, in: directory), Array("\(former)\n".utf8), on: disk)
        } catch {
            throw .disk(error)
        }
    }

    private var file: [UInt8] { Array((text + "\n").utf8) }

    /// Reads the private key; nil if there is none.
    package static func read(in directory: String, disk: any Disk) throws(KeyError) -> StationKey? {
        let path = privatePath(in: directory)
        let bytes: [UInt8]
        let permissions: UInt32
        do throws(DiskError) {
            let file = try disk.open(path, for: .reading)
            defer { disk.close(file) }
            permissions = try disk.permissions(of: file)
            bytes = try disk.readWhole(file, limit: 4096)
        } catch {
            if error.isMissing { return nil }
            throw .disk(error)
        }
        guard permissions & 0o077 == 0 else { throw .open(path: path, permissions: permissions) }
        do throws(NoteError) {
            return try StationKey(parsing: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw .malformed(path: path, reason: "\(error)")
        }
    }

    /// Reads the public key; nil if there is none.
    package static func readVerifier(in directory: String, disk: any Disk) throws(KeyError) -> VerifierKey? {
        try readVerifier(at: publicPath(in: directory), disk: disk)
    }

    private static func readVerifier(at path: String, disk: any Disk) throws(KeyError) -> VerifierKey? {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.readWhole(path, limit: 4096)
        } catch {
            if error.isMissing { return nil }
            throw .disk(error)
        }
        do throws(NoteError) {
            return try VerifierKey(parsing: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw .malformed(path: path, reason: "\(error)")
        }
    }

    private static func publish(_ key: StationKey, in directory: String, disk: any Disk) throws(KeyError) {
        let path = publicPath(in: directory)
        let bytes = Array("\(key.verifier)\n".utf8)
        do throws(DiskError) {
            try DurableFile.create(path, bytes, on: disk)
        } catch {
            guard error.isExisting else { throw .disk(error) }
            // A key that was changed and whose new public half was not written yet has left its old one aside.
            guard let former = try readVerifier(in: directory, disk: disk), former != key.verifier else {
                throw .mismatched(path: path)
            }
            do throws(DiskError) {
                guard try disk.item(at: formerPath(former, in: directory)) != nil else {
                    throw DiskError(call: "create", path: path, code: EEXIST)
                }
                try DurableFile.replace(path, bytes, on: disk)
            } catch {
                throw error.isExisting ? .mismatched(path: path) : .disk(error)
            }
        }
    }
}
