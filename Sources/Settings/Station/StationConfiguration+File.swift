extension StationConfiguration {
    /// The name of the file in the station's directory.
    package static let fileName = "station.yaml"

    /// Reads a configuration; throws everything that is wrong with it.
    package static func read(bytes: [UInt8], name: String) throws(SettingsProblems) -> StationConfiguration {
        try YamlReader.read(bytes, name: name, as: configuration)
    }

    /// Reads `station.yaml` in `home`; nil when there is none yet, so that the first run asks.
    package static func read(home: String) throws(SettingsProblems) -> StationConfiguration? {
        let path = "\(home)/\(fileName)"
        guard SettingsFile.exists(path) else { return nil }
        return try read(bytes: SettingsFile.read(path), name: path)
    }

    /// Writes `station.yaml` in `home`, whole or not at all; refuses what could not be read back.
    package func write(home: String) throws(SettingsProblems) {
        let path = "\(home)/\(Self.fileName)"
        _ = try Self.read(bytes: bytes, name: path)
        try SettingsFile.replace(path, with: bytes)
    }

    /// The file as it is written: the same value always gives the same bytes.
    package var bytes: [UInt8] {
        let text = """
            # How this station is set up. Changed by hand: restart the station, or it keeps what it read.

            # Stands on every screen.
            name: \(Self.quoted(name))

            # 1 to 24 chairs, each 1 to 4 letters or digits, in the order of the Board.
            chairs: [\(chairs.map(Self.quoted).joined(separator: ", "))]

            # The protocol offered first at check-in, by its id. vigil protocol list shows them.
            protocol: \(Self.quoted(protocolName))

            # dark, light, or the name or path of a theme file.
            theme: \(Self.quoted(theme.text))

            # A directory on another disk, where entries go when this one takes nothing any more.
            \(fallback.map { "fallback: \(Self.quoted($0))" } ?? "# fallback: \"/mnt/other/vigil\"")

            # true draws with ASCII alone, for terminals without line and braille characters.
            ascii: \(ascii)

            # true keeps everything still: nothing flashes or moves.
            reducedMotion: \(reducedMotion)

            """
        return Array(text.utf8)
    }

    private static func configuration(_ root: YamlMapping) -> StationConfiguration {
        let nameNode = root.node("name")
        let name = nameNode.string()
        if !name.isEmpty, let sentence = problem(name: name) { refuse(nameNode, sentence) }
        let chairsNode = root.node("chairs")
        let chairs = chairsNode.list().map { $0.string() }
        if root.isSound, let sentence = problem(chairs: chairs) { refuse(chairsNode, sentence) }
        let protocolNode = root.node("protocol")
        let protocolName = protocolNode.string()
        if !protocolName.isEmpty, !ProtocolFile.isID(protocolName) {
            protocolNode.refuse("\(protocolName) cannot be a protocol", cure: "write its id, such as iv-mood-0.5")
        }
        let fallbackNode = root.optional("fallback")
        let fallback = fallbackNode?.string()
        if let fallback, !fallback.isEmpty, !fallback.hasPrefix("/") {
            fallbackNode?.refuse("\(fallback) is not a whole path", cure: "write a path that begins with /")
        }
        return StationConfiguration(
            name: name,
            chairs: chairs,
            protocolName: protocolName,
            theme: ThemeName(root.optional("theme")?.string() ?? "dark"),
            fallback: fallback,
            ascii: root.optional("ascii")?.bool() ?? false,
            reducedMotion: root.optional("reducedMotion")?.bool() ?? false
        )
    }

    /// A sentence `problem: cure` at its place in the file.
    private static func refuse(_ node: YamlNode, _ sentence: String) {
        let parts = sentence.split(separator: ":", maxSplits: 1)
        let cure = parts.count > 1 ? parts[1].drop { $0 == " " } : "change it"
        node.refuse(String(parts[0]), cure: String(cure))
    }

    /// A text in double quotes, so that any name reads back as it was typed.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "\""
    }
}
