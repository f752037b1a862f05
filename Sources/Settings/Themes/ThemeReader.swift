import Canvas

/// Reads the blocks of a theme file: a base16 or base24 scheme, and a table of roles.
///
/// Colours are read as the text they are written in: 181818 and 1e1000 are colours here and numbers to YAML.
enum ThemeReader {
    static func theme(_ root: YamlMapping) -> Theme {
        _ = root.optional("system")?.choice(of: ["base16", "base24"])
        // Schemes of older date call their name the scheme.
        let scheme = root.optional("scheme").map(plainText)
        let name = root.optional("name").map(plainText) ?? scheme ?? root.string("name")
        let slug = root.optional("slug").map(plainText)
        let author = root.optional("author").map(plainText)
        _ = root.optional("description")?.string()
        let variant = root.optional("variant")?.choice(of: Theme.Variant.allCases.map(\.rawValue))
        let palette = palette(root)
        return Theme(
            name: name,
            slug: slug ?? self.slug(of: name),
            author: author ?? "",
            variant: variant.flatMap(Theme.Variant.init) ?? self.variant(of: palette),
            palette: palette,
            looks: looks(root.optional("roles"), palette)
        )
    }

    private static let slots: [String] = (0..<24).map { slot in
        let digits = String(slot, radix: 16, uppercase: true)
        return "base" + (digits.count == 1 ? "0" : "") + digits
    }

    /// A text that stands in lists of themes; quotes let control characters through that the file itself may not hold.
    private static func plainText(_ node: YamlNode) -> String {
        let text = node.string()
        if !text.unicodeScalars.allSatisfy(YamlText.isPrintable) || text.contains(where: \.isNewline) {
            node.refuse("the text holds a control character", cure: "write it in one line of plain text")
        }
        return text
    }

    private static func slug(of name: String) -> String {
        String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    // MARK: Palette

    /// The colours stand in a block of their own, or, in schemes of older date, among the other keys.
    private static func palette(_ root: YamlMapping) -> [ThemeColor] {
        guard let block = root.optional("palette") else { return colors(root) }
        let strays = root.keys.filter(slots.contains)
        for key in strays {
            root.optional(key)?.refuse("\(key) stands outside palette", cure: "write it in the block palette only")
        }
        return block.mapping(colors)
    }

    private static func colors(_ block: YamlMapping) -> [ThemeColor] {
        let colors = slots.enumerated().map { slot, key -> ThemeColor? in
            let node = Theme.fallbacks[slot] == nil ? block.node(key) : block.optional(key)
            return node.map(color)
        }
        return colors.enumerated().map { slot, color in
            guard let color = color ?? Theme.fallbacks[slot].flatMap({ colors[$0] }) else {
                preconditionFailure("a slot without a colour of its own must have one that stands in")
            }
            return color
        }
    }

    /// A scheme that does not say is dark when white stands out from its background more than from its text.
    private static func variant(of palette: [ThemeColor]) -> Theme.Variant {
        let white = ThemeColor(0xFFFFFF)
        return palette[0].contrast(to: white) > palette[5].contrast(to: white) ? .dark : .light
    }

    private static func color(_ node: YamlNode) -> ThemeColor {
        if node.isBlank {
            node.refuse(
                "there is no colour",
                cure: "write it in quotes, such as \"#10151b\": a bare # begins a comment"
            )
            return ThemeColor(0)
        }
        let text = node.string()
        guard let color = ThemeColor(hex: text) else {
            if !text.isEmpty {
                node.refuse("\(text) is no colour", cure: "write six hexadecimal digits such as \"#10151b\"")
            }
            return ThemeColor(0)
        }
        return color
    }

    // MARK: Roles

    private static func looks(_ node: YamlNode?, _ palette: [ThemeColor]) -> [Role: Theme.Look] {
        var looks: [Role: Theme.Look] = [:]
        for role in Role.allCases { looks[role] = Theme.usual(role, in: palette) }
        node?.mapping { table in
            for role in Role.allCases {
                guard let entry = table.optional("\(role)"), let usual = looks[role] else { continue }
                if Theme.locked(role) == nil {
                    looks[role] = entry.mapping { look($0, usual, palette) }
                } else {
                    entry.refuse("\(role) is the same in every theme", cure: "remove the line")
                }
            }
        }
        return looks
    }

    private static func look(_ block: YamlMapping, _ usual: Theme.Look, _ palette: [ThemeColor]) -> Theme.Look {
        var look = usual
        if let node = block.optional("fg") { look.foreground = color(node, in: palette) }
        if let node = block.optional("bg") { look.background = color(node, in: palette) }
        if let node = block.optional("emphasis") { look.emphasis = emphasis(node) }
        return look
    }

    /// A colour of the palette by its slot, or one of its own.
    private static func color(_ node: YamlNode, in palette: [ThemeColor]) -> ThemeColor {
        guard !node.isBlank, let slot = slots.firstIndex(of: node.string()) else { return color(node) }
        return palette[slot]
    }

    private static func emphasis(_ node: YamlNode) -> Emphasis {
        let words: [(word: String, emphasis: Emphasis)] = [
            ("bold", .bold), ("underline", .underline), ("reverse", .reverse),
        ]
        return node.list().reduce(into: []) { result, item in
            let word = item.choice(of: words.map(\.word))
            for known in words where known.word == word { result.insert(known.emphasis) }
        }
    }
}
