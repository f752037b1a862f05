import Testing

/// Where things stand inside a target.
@Suite struct `A target's folders` {
    /// The folders of each target in the order its own arrows run.
    ///
    /// A file uses what is declared in its own folder and in those right of it. `.` are the files beside the folders.
    static let folders: [String: [String]] = [
        "Session": [
            "Ward", "Decide", "Commands", "Names", "Gates", "Needs", "Discharge", "Typing", "Infusion", "Queries",
            "Fold", "Alarms", "Dose", "Vitals", "Protocol", "Checklists", "Limits", "Events", "Drug", "Readings",
            "People", "Numbers", "Time", "Basics",
        ],
        "Canvas": ["Wire", "."],
        "Screens": ["Desk", "Places", "Keymap", "Forms", "Trend", "Parts", "Scene"],
        "EventLog": [
            "Repair", "Seal", "Index", "Writing", "Reading", "Format", "Blobs", "Hash", "Disk", "Threads",
        ],
        "Journal": ["Backup", "Audit", "Addenda", "Station", "Staff", "Sessions", "Coding", "Home"],
        "Settings": ["Station", "Protocols", "Themes", "Yaml"],
        "Station": ["Start", "Loop", "Ward", "Keepers", "Consoles", "Clock", "Home"],
        "Console": ["Loop", "Terminal", "Drawing", "Keys", "System"],
        "Commands": [".", "Start", "Records", "Proof", "Copies", "Ward", "Parts"],
    ]

    /// The most files a target may have that lie in no folder.
    static let mostFlat = 16

    @Test(arguments: folders.keys.sorted())
    func `use only what stands in themselves and right of them`(target: String) throws {
        let order = try #require(Self.folders[target])
        let files = SourceTree.swiftSources.filter { $0.file.target == target }
        #expect(Set(files.map(\.file.folder)) == Set(order), "the folders of \(target) are not those of its list")
        var homes: [String: Int] = [:]
        for (file, swift) in files {
            guard let place = order.firstIndex(of: file.folder) else { continue }
            for type in swift.declarations where !type.isExtension && !type.isPrivate { homes[type.name] = place }
        }
        for (file, swift) in files {
            guard let own = order.firstIndex(of: file.folder) else { continue }
            for word in swift.words where homes[word.text] ?? own < own && word.before != UInt8(ascii: ".") {
                Issue.record("\(file):\(word.line): \(order[own]) uses \(word.text), which stands left of it")
            }
        }
    }

    @Test func `are named in its list, where it has more than a few files`() {
        for (target, files) in Dictionary(grouping: SourceTree.swiftSources, by: \.file.target) {
            #expect(
                Self.folders[target] != nil || files.count <= Self.mostFlat,
                "\(target) has \(files.count) files in no folder"
            )
        }
    }

    @Test func `hold each type in the file of its name, and a further topic in Type+Topic`() {
        for (file, swift) in SourceTree.swiftSources {
            let open = swift.declarations.filter { !$0.isPrivate }
            guard let first = open.first else { continue }
            let name = file.name.prefix { $0 != "+" }
            #expect(first.name == name, "\(file):\(first.line): it begins with \(first.name)")
            let types = open.filter { !$0.isExtension }
            for type in types.dropFirst() { Issue.record("\(file):\(type.line): \(type.name) wants a file of its own") }
            if file.name.contains("+"), let type = types.first {
                Issue.record("\(file):\(type.line): a topic of \(name) declares \(type.name)")
            }
        }
    }
}
