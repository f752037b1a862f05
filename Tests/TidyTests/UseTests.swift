import Testing

/// Nothing stands in the source that nothing uses.
@Suite struct `What is declared` {
    /// Functions that something outside of this checkout calls by their name.
    static let calledFromOutside: Set = ["validate"]

    private static let all = SourceTree.swiftSources + SourceTree.swiftTests

    @Test func `is a type that something mentions`() {
        var mentions: [String: Int] = [:]
        for (_, swift) in Self.all {
            for word in swift.words { mentions[word.text, default: 0] += 1 }
            for type in swift.declarations { mentions[type.name, default: 0] -= 1 }
        }
        for (file, swift) in SourceTree.swiftSources {
            for type in swift.declarations where !type.isExtension && mentions[type.name] == 0 {
                Issue.record("\(file):\(type.line): nothing uses \(type.name)")
            }
        }
    }

    @Test func `is a stored property that something reads, or a function that something calls`() {
        var reads: Set<String> = []
        for (_, swift) in Self.all { reads.formUnion(swift.reads) }
        for (file, swift) in SourceTree.swiftSources {
            for property in swift.properties where !reads.contains(property.name) {
                Issue.record("\(file):\(property.line): nothing reads \(property.name)")
            }
            for word in swift.functions where !reads.contains(word.text) && !Self.calledFromOutside.contains(word.text)
            {
                Issue.record("\(file):\(word.line): nothing calls \(word.text)")
            }
        }
    }
}

extension SwiftWords {
    /// The functions that are declared here, by their names.
    var functions: [Word] {
        zip(words, words.dropFirst()).compactMap { word, next in
            word.text == "func" && next.after == UInt8(ascii: "(") ? next : nil
        }
    }

    /// The names that are read here: not declared, not bound, not the label of an argument, and no property of this file
    /// in an initializer, which fills it.
    var reads: Set<String> {
        let own = Set(properties.filter { !$0.isStatic }.map(\.name))
        var reads: Set<String> = []
        var last = ""
        for word in words {
            let isBound = last == "let" || last == "var" || last == "func"
            let isLabel = word.after == UInt8(ascii: ":") && word.before != UInt8(ascii: ".")
            if !isBound, !isLabel, !(word.isInInitializer && own.contains(word.text)) { reads.insert(word.text) }
            last = word.text
        }
        return reads
    }
}
