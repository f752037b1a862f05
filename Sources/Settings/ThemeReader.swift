import Canvas
import Yams

/// Reads a theme file node by node, so that every error names its line and nothing unknown is passed over.
struct ThemeReader {
    let file: String

    /// The largest theme file; a scheme with all roles has about 3 kB.
    static let largestBytes = 64 * 1024

    func read(_ text: String) throws(ThemeError) -> Theme {
        guard text.utf8.count <= Self.largestBytes else {
            throw ThemeError(
                file: file,
                line: 0,
                column: 0,
                problem: "it is larger than \(Self.largestBytes) bytes",
                cure: "a theme holds a palette and a table of roles, nothing else"
            )
        }
        let root = try compose(text)
        let top = try fields(root, "the theme", known: Self.topKeys)
        let palette = try palette(top, root)
        let variant = try variant(top, palette)
        guard let nameNode = top["name"] ?? top["scheme"] else {
            throw error(root, "it has no name", "add a line such as name: \"Ward by night\"")
        }
        let name = try string(nameNode, "name")
        return Theme(
            name: name,
            slug: try top["slug"].map { node throws(ThemeError) in try string(node, "slug") } ?? slug(of: name),
            author: try top["author"].map { node throws(ThemeError) in try string(node, "author") } ?? "",
            variant: variant,
            palette: palette,
            looks: try looks(top["roles"], palette)
        )
    }

    private static let slots: [String] = (0..<24).map { slot in
        let digits = String(slot, radix: 16, uppercase: true)
        return "base" + (digits.count == 1 ? "0" : "") + digits
    }
    private static let topKeys: Set<String> =
        Set(slots).union(["system", "name", "scheme", "slug", "author", "description", "variant", "palette", "roles"])

    private func palette(_ top: [String: Node], _ root: Node) throws(ThemeError) -> [ThemeColor] {
        var colors: [Int: ThemeColor] = [:]
        let nested: [String: Node]
        if let node = top["palette"] {
            nested = try fields(node, "palette", known: Set(Self.slots))
        } else {
            nested = top
        }
        for (slot, key) in Self.slots.enumerated() {
            guard let node = nested[key] else { continue }
            guard top["palette"] == nil || top[key] == nil else {
                throw error(top[key] ?? node, "\(key) stands outside palette too", "leave it in palette only")
            }
            colors[slot] = try color(node, key)
        }
        for (slot, source) in Theme.fallbacks where colors[slot] == nil { colors[slot] = colors[source] }
        var palette: [ThemeColor] = []
        for slot in 0..<24 {
            guard let color = colors[slot] else {
                throw error(
                    top["palette"] ?? root,
                    "the palette has no \(Self.slots[slot])",
                    "add its six-digit colour"
                )
            }
            palette.append(color)
        }
        return palette
    }

    private func variant(_ top: [String: Node], _ palette: [ThemeColor]) throws(ThemeError) -> Theme.Variant {
        if let node = top["system"] {
            let system = try string(node, "system")
            guard ["base16", "base24"].contains(system) else {
                throw error(node, "the system \"\(system)\" is unknown", "write base16 or base24")
            }
        }
        guard let node = top["variant"] else {
            let white = ThemeColor(0xFFFFFF)
            return palette[0].contrast(to: white) > palette[5].contrast(to: white) ? .dark : .light
        }
        guard let variant = Theme.Variant(rawValue: try string(node, "variant")) else {
            throw error(node, "the variant is neither dark nor light", "write dark or light")
        }
        return variant
    }

    func slug(of name: String) -> String {
        String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    // MARK: Roles

    private func looks(_ node: Node?, _ palette: [ThemeColor]) throws(ThemeError) -> [Role: Theme.Look] {
        var looks: [Role: Theme.Look] = [:]
        for role in Role.allCases { looks[role] = Theme.usual(role, in: palette) }
        guard let node else { return looks }
        let names = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("\($0)", $0) })
        let table = try fields(node, "roles", known: Set(names.keys))
        for (name, entry) in table {
            guard let role = names[name], var look = looks[role] else { continue }
            guard Theme.locked(role) == nil else {
                throw error(entry, "\(name) is the same in every theme", "take the line out")
            }
            let parts = try fields(entry, name, known: ["fg", "bg", "emphasis"])
            if let node = parts["fg"] { look.foreground = try color(node, "fg", palette) }
            if let node = parts["bg"] { look.background = try color(node, "bg", palette) }
            if let node = parts["emphasis"] { look.emphasis = try emphasis(node) }
            looks[role] = look
        }
        return looks
    }

    private func color(_ node: Node, _ field: String, _ palette: [ThemeColor]) throws(ThemeError) -> ThemeColor {
        let text = try string(node, field)
        if let slot = Self.slots.firstIndex(of: text) { return palette[slot] }
        return try color(node, field)
    }

    private func color(_ node: Node, _ field: String) throws(ThemeError) -> ThemeColor {
        let text = try string(node, field)
        guard let color = ThemeColor(hex: text) else {
            throw error(node, "\(field) \"\(text)\" is no colour", "write six hexadecimal digits such as \"#10151b\"")
        }
        return color
    }

    private func emphasis(_ node: Node) throws(ThemeError) -> Emphasis {
        let words: [(String, Emphasis)] = [("bold", .bold), ("underline", .underline), ("reverse", .reverse)]
        guard case .sequence(let sequence) = node else {
            throw error(node, "emphasis is no list", "write [], [bold] or [bold, underline]")
        }
        var result: Emphasis = []
        for item in sequence {
            let text = try string(item, "emphasis")
            guard let word = words.first(where: { $0.0 == text }) else {
                throw error(item, "the emphasis \"\(text)\" is unknown", "choose from bold, underline, reverse")
            }
            result.insert(word.1)
        }
        return result
    }
}
