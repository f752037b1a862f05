package import Session

/// The protocols a station can run: the shipped ones, and those of the clinic, which take their place by id.
///
/// A bad file never replaces the last good one: what was good is kept in memory and as a copy in the station's
/// directory, so that it also holds after a restart, and the problems are there for a banner until the file is mended.
package struct ProtocolLibrary: Sendable {
    /// One protocol and the bytes it was read from, which a session keeps.
    package struct Entry: Hashable, Sendable {
        package var rules: InfusionProtocol
        package var bytes: [UInt8]
        /// The clinic's file, or nil for a shipped one.
        package var path: String?
        /// Whether the file is bad by now and this is what it held when it was last good.
        package var isKept: Bool

        package init(rules: InfusionProtocol, bytes: [UInt8], path: String?, isKept: Bool) {
            self.rules = rules
            self.bytes = bytes
            self.path = path
            self.isKept = isKept
        }
    }

    /// The clinic's protocol files; nil without a home directory.
    package let directory: String?
    /// Where the last good copies lie.
    private let copies: String?
    /// The last good content of each file of the clinic, by its name.
    private var good: [String: Entry] = [:]
    /// The ids of the clinic's files that are refused and have no good copy, by file name.
    ///
    /// Nobody is checked in under them, nor under a shipped example of that id: its limits are not the clinic's.
    private var withheld: [String: String] = [:]

    /// All that can be run: the shipped order first, then the clinic's own by id.
    package private(set) var entries: [Entry] = []
    /// All that is wrong with the clinic's files.
    package private(set) var problems: [SettingsError] = []

    /// Reads the shipped protocols and those in `directory`; `home` is the station's directory, nil to keep no copies.
    package init(home: String?, directory: String?) {
        self.directory = directory
        copies = home.map { "\($0)/protocols" }
        reload()
    }

    /// `$XDG_CONFIG_HOME/vigil/protocols`, else `~/.config/vigil/protocols`; nil when neither variable is set.
    package static func directory(configHome: String?, userHome: String?) -> String? {
        if let configHome, configHome.hasPrefix("/") { return "\(configHome)/vigil/protocols" }
        guard let userHome, userHome.hasPrefix("/") else { return nil }
        return "\(userHome)/.config/vigil/protocols"
    }

    /// The protocol of an id.
    package func entry(id: String) -> Entry? { entries.first { $0.rules.id == id } }

    /// Reads the clinic's files again.
    package mutating func reload() {
        problems = []
        withheld = [:]
        let names = directory.map(SettingsFile.yamlFiles) ?? []
        forget(all: Set(good.keys).union(copies.map(SettingsFile.yamlFiles) ?? []).subtracting(names))
        for name in names { load(name) }
        arrange(names)
    }

    private mutating func load(_ name: String) {
        guard let directory else { return }
        let path = "\(directory)/\(name)"
        var bytes: [UInt8] = []
        do throws(SettingsProblems) {
            bytes = try SettingsFile.read(path)
            let rules = try ProtocolFile.read(bytes: bytes, name: path)
            if good[name]?.bytes != bytes { keepCopy(of: bytes, name: name) }
            good[name] = Entry(rules: rules, bytes: bytes, path: path, isKept: false)
        } catch {
            problems += error.problems
            if good[name] == nil { good[name] = readCopy(name, path: path) }
            good[name]?.isKept = true
            if good[name] == nil { withheld[name] = intendedID(of: name, bytes) }
        }
    }

    /// The id a refused file was to have: as far as it can be read, else its last good copy, which may be of an earlier
    /// format, else the line that says it, else the file's name.
    private func intendedID(of name: String, _ bytes: [UInt8]) -> String {
        let copy = copies.flatMap { try? SettingsFile.read("\($0)/\(name)") } ?? []
        for text in [bytes, copy] {
            if let id = (try? ProtocolFile.readKept(bytes: text))?.id { return id }
        }
        for text in [bytes, copy] {
            let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
            guard let line = lines.first(where: { $0.hasPrefix("id:") }) else { continue }
            return String(line.dropFirst("id:".count).filter { !" \"'".contains($0) })
        }
        return name.split(separator: ".").dropLast().joined(separator: ".")
    }

    /// A file that the clinic removed takes its last good copy with it.
    private mutating func forget(all names: Set<String>) {
        for name in names {
            good[name] = nil
            if let copies { SettingsFile.remove("\(copies)/\(name)") }
        }
    }

    /// Lays the clinic's protocols over the shipped ones; the first file of an id counts.
    private mutating func arrange(_ names: [String]) {
        var chosen: [String: Entry] = [:]
        for name in names {
            guard let entry = good[name] else { continue }
            if let other = chosen[entry.rules.id] {
                problems.append(
                    SettingsError(
                        file: entry.path ?? name,
                        line: 1,
                        column: 1,
                        problem: "the id \(entry.rules.id) is already that of \(other.path ?? "another file")",
                        cure: "give it an id of its own, or remove one of the files"
                    )
                )
            } else {
                chosen[entry.rules.id] = entry
            }
        }
        let withheld = Set(withheld.values).subtracting(chosen.keys)
        entries = Self.shippedEntries.filter { !withheld.contains($0.rules.id) }
            .map { chosen.removeValue(forKey: $0.rules.id) ?? $0 }
        entries += chosen.values.sorted { $0.rules.id < $1.rules.id }
    }

    private mutating func keepCopy(of bytes: [UInt8], name: String) {
        guard let copies else { return }
        SettingsFile.makeDirectory(copies)
        do throws(SettingsProblems) {
            try SettingsFile.replace("\(copies)/\(name)", with: bytes)
        } catch {
            // Without a copy the protocol still holds, but only until the station ends.
            problems += error.problems
        }
    }

    private func readCopy(_ name: String, path: String) -> Entry? {
        guard let copies else { return nil }
        do throws(SettingsProblems) {
            let bytes = try SettingsFile.read("\(copies)/\(name)")
            return Entry(rules: try ProtocolFile.read(bytes: bytes, name: path), bytes: bytes, path: path, isKept: true)
        } catch {
            // There never was a good one, or this version reads it no longer: the problems of the file itself say why.
            return nil
        }
    }

    private static let shippedEntries: [Entry] = ProtocolFile.shipped.map { name, bytes in
        do throws(SettingsProblems) {
            let rules = try ProtocolFile.read(bytes: bytes, name: name)
            return Entry(rules: rules, bytes: bytes, path: nil, isKept: false)
        } catch {
            preconditionFailure("a shipped protocol must be readable: \(error)")
        }
    }
}
