/// What a station is called, where its chairs are and how its screens look: `station.yaml` in the station's directory.
package struct StationConfiguration: Hashable, Sendable {
    package var name: String
    /// The chairs in the order of the Board; the keys 1 to 9 follow it.
    package var chairs: [String]
    /// The id of the protocol offered first at check-in.
    package var protocolName: String
    package var theme: ThemeName
    /// A directory on another disk, where logs go on when the home takes nothing any more; nil for none.
    package var fallback: String?
    /// Whether screens draw with ASCII alone.
    package var ascii: Bool
    /// Whether nothing may move or flash.
    package var reducedMotion: Bool

    package init(
        name: String,
        chairs: [String],
        protocolName: String = "iv-mood-0.5",
        theme: ThemeName = .dark,
        fallback: String? = nil,
        ascii: Bool = false,
        reducedMotion: Bool = false
    ) {
        self.name = name
        self.chairs = chairs
        self.protocolName = protocolName
        self.theme = theme
        self.fallback = fallback
        self.ascii = ascii
        self.reducedMotion = reducedMotion
    }

    /// What is wrong with a station name, as a sentence; nil when nothing is.
    package static func problem(name: String) -> String? {
        if name.allSatisfy(\.isWhitespace) { return "the station name is empty: type one, such as Ward 3" }
        if name.count > 40 { return "the station name has \(name.count) characters: shorten it to 40" }
        guard name.unicodeScalars.allSatisfy(YamlText.isPrintable), !name.contains(where: \.isNewline) else {
            return "the station name holds a control character: type it again"
        }
        return nil
    }

    /// What is wrong with a list of chairs, as a sentence; nil when nothing is.
    package static func problem(chairs: [String]) -> String? {
        if chairs.isEmpty { return "there is no chair: name at least one, such as C1" }
        if chairs.count > 24 { return "there are \(chairs.count) chairs: a station takes 24" }
        for (index, chair) in chairs.enumerated() {
            if let sentence = problem(chair: chair) { return sentence }
            if chairs[..<index].contains(where: { $0.uppercased() == chair.uppercased() }) {
                return "the chair \(chair) is named twice: give each its own name"
            }
        }
        return nil
    }

    /// What is wrong with one chair's name: short, so that it stands on every line of an entry.
    private static func problem(chair: String) -> String? {
        let isShort = (1...4).contains(chair.utf8.count)
        let isPlain = chair.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        return isShort && isPlain ? nil : "\(chair) cannot be a chair: write 1 to 4 letters or digits, such as C1"
    }

    /// What is wrong with the whole, as sentences.
    package var problems: [String] {
        [Self.problem(name: name), Self.problem(chairs: chairs)].compactMap { $0 }
    }
}
