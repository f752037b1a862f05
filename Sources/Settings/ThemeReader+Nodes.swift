import Yams

extension ThemeReader {
    /// The file's root, without anchors: a node forgets its anchor when the parser goes, so they are looked for here.
    func compose(_ text: String) throws(ThemeError) -> Node {
        let root: Node?
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            root = try parser.singleRoot()
            try withExtendedLifetime(parser) { if let root { try refuseAnchors(root) } }
        } catch let refused as ThemeError {
            throw refused
        } catch let failure as YamlError {
            throw error(failure)
        } catch {
            throw self.error(nil, "it could not be read: \(error)", "write it as YAML in UTF-8")
        }
        guard let root else { throw error(nil, "it is empty", "copy a shipped theme and change it") }
        return root
    }

    /// Anchors and aliases hide what a line means, and a few lines of them can grow without bound.
    func refuseAnchors(_ node: Node) throws(ThemeError) {
        if node.anchor != nil { throw error(node, "it uses an anchor", "write the value out where it is needed") }
        switch node {
        case .scalar: break
        case .sequence(let items): for item in items { try refuseAnchors(item) }
        case .mapping(let pairs):
            for (key, value) in pairs {
                try refuseAnchors(key)
                try refuseAnchors(value)
            }
        case .alias: throw error(node, "it uses an alias", "write the value out where it is needed")
        }
    }

    /// A mapping's values by key; refuses unknown keys, and keys that stand there twice.
    func fields(_ node: Node, _ name: String, known: Set<String>) throws(ThemeError) -> [String: Node] {
        guard case .mapping(let pairs) = node else {
            throw error(node, "\(name) is no list of keys and values", "write it as \"key: value\" lines")
        }
        var fields: [String: Node] = [:]
        for (key, value) in pairs {
            let word = try string(key, "key")
            guard known.contains(word) else {
                let near = known.sorted().joined(separator: ", ")
                throw error(key, "\(name) has no key \"\(word)\"", "choose from \(near)")
            }
            guard fields[word] == nil else { throw error(key, "\(word) stands there twice", "leave one of them") }
            fields[word] = value
        }
        return fields
    }

    /// A scalar's text as it is written: 181818 and 1e1000 are colours here and numbers to YAML.
    func string(_ node: Node, _ field: String) throws(ThemeError) -> String {
        guard case .scalar(let scalar) = node else {
            throw error(node, "\(field) is no single value", "write one value behind the colon")
        }
        return scalar.string
    }

    func error(_ node: Node?, _ problem: String, _ cure: String) -> ThemeError {
        ThemeError(
            file: file,
            line: node?.mark?.line ?? 0,
            column: node?.mark?.column ?? 0,
            problem: problem,
            cure: cure
        )
    }

    private func error(_ failure: YamlError) -> ThemeError {
        func at(_ mark: Mark, _ problem: String, _ cure: String) -> ThemeError {
            ThemeError(file: file, line: mark.line, column: mark.column, problem: problem, cure: cure)
        }
        switch failure {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return at(mark, problem, "write it as YAML")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let words = duplicates.joined(separator: ", ")
            return at(context.mark, "\(words) stands there twice", "leave one of them")
        case .reader(let problem, _, _, _): return error(nil, problem, "write it in UTF-8")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return error(nil, "it could not be read", "write it as YAML in UTF-8")
        }
    }
}
