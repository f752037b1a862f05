import Foundation

/// The names in a Swift file's code: no comments, no texts but what is interpolated in them.
struct SwiftWords {
    /// A name where it stands.
    struct Word {
        let text: String
        let line: Int
        /// The byte before it, blanks left out, and the one right behind it.
        let before: UInt8
        let after: UInt8
        /// Whether it stands in an initializer, its head included.
        let isInInitializer: Bool
        /// Whether it begins a line that is not indented.
        let isAtMargin: Bool
    }

    /// A stored property of a type.
    struct Property {
        let name: String
        let line: Int
        let isStatic: Bool
    }

    /// A type or an extension that stands by itself.
    struct Declaration {
        let name: String
        let line: Int
        let isExtension: Bool
        let isPrivate: Bool
    }

    private(set) var words: [Word] = []
    private(set) var properties: [Property] = []
    private(set) var declarations: [Declaration] = []

    private enum Scope { case type, initializer, other }

    private static let typeWords: Set = ["struct", "enum", "class", "protocol", "extension"]

    init(_ file: SourceFile) {
        let code = Self.code(file.bytes)
        code.withUnsafeBufferPointer { readWords($0) }
        readDeclarations()
    }

    private mutating func readWords(_ code: UnsafeBufferPointer<UInt8>) {
        var scopes: [Scope] = []
        var pending = Scope.other
        var (parentheses, line, lineStart, index) = (0, 1, 0, 0)
        var before: UInt8 = 0
        while index < code.count {
            let byte = code[index]
            guard Self.isLetter(byte) else {
                switch byte {
                case UInt8(ascii: "\n"): (line, lineStart) = (line + 1, index + 1)
                case UInt8(ascii: "("): parentheses += 1
                case UInt8(ascii: ")"): parentheses -= 1
                case UInt8(ascii: "{"):
                    scopes.append(pending)
                    pending = .other
                case UInt8(ascii: "}"): if !scopes.isEmpty { scopes.removeLast() }
                default: break
                }
                if byte > 0x20 { before = byte }
                index += 1
                continue
            }
            let start = index
            while index < code.count, Self.isLetter(code[index]) || Self.isDigit(code[index]) { index += 1 }
            let text = String(decoding: UnsafeBufferPointer(rebasing: code[start..<index]), as: UTF8.self)
            let isMember = before == UInt8(ascii: ".")
            if !isMember, Self.typeWords.contains(text), parentheses == 0 {
                pending = .type
            } else if !isMember, text == "init", scopes.last == .type {
                pending = .initializer
            } else if scopes.last == .type, parentheses == 0, let last = words.last?.text,
                last == "let" || last == "var",
                last == "let" || Self.isStored(code, from: index)
            {
                properties.append(Property(name: text, line: line, isStatic: words.dropLast().last?.text == "static"))
            }
            if pending == .type, text == "func" || text == "var" { pending = .other }
            words.append(
                Word(
                    text: text,
                    line: line,
                    before: before,
                    after: index < code.count ? code[index] : 0,
                    isInInitializer: pending == .initializer || scopes.contains(.initializer),
                    isAtMargin: start == lineStart || start == lineStart + 1 && before == UInt8(ascii: "@")
                )
            )
            before = code[index - 1]
        }
    }

    private mutating func readDeclarations() {
        var isPrivate = false
        var isOutside = false
        for (place, word) in words.enumerated() {
            if word.isAtMargin { (isOutside, isPrivate) = (true, false) }
            guard isOutside, word.before != UInt8(ascii: "@") else { continue }
            switch word.text {
            case "private", "fileprivate": isPrivate = true
            case "package", "final", "indirect", "nonisolated": continue
            case "struct", "enum", "class", "protocol", "typealias", "extension":
                if place + 1 < words.count {
                    declarations.append(
                        Declaration(
                            name: words[place + 1].text,
                            line: word.line,
                            isExtension: word.text == "extension",
                            isPrivate: isPrivate
                        )
                    )
                }
                isOutside = false
            default: isOutside = false
            }
        }
    }

    /// Whether a variable has no body, as far as its first line tells.
    private static func isStored(_ code: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var depth = 0
        for byte in code[start...] {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "="), UInt8(ascii: "\n"): if depth == 0 { return true }
            case UInt8(ascii: "{"): return false
            default: break
            }
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The bytes with blanks for comments and texts; what a text interpolates stays.
    private static func code(_ bytes: [UInt8]) -> [UInt8] {
        var code = bytes
        let count = bytes.count
        /// The texts that are open: the quotes each ends with, and the parentheses open in its interpolation.
        var texts: [(quotes: Int, depth: Int)] = []
        var index = 0
        code.withUnsafeMutableBufferPointer { code in
            func quotes(at place: Int) -> Int {
                let isTriple = place + 2 < count && code[place + 1] == 0x22 && code[place + 2] == 0x22
                return isTriple ? 3 : 1
            }
            func blank(_ length: Int) {
                for place in index..<min(count, index + length) where code[place] != 0x0A { code[place] = 0x20 }
                index += length
            }
            while index < count {
                let byte = code[index]
                if let text = texts.last, text.depth == 0 {
                    if byte == UInt8(ascii: "\\"), index + 1 < count, code[index + 1] == UInt8(ascii: "(") {
                        blank(1)
                        texts[texts.count - 1].depth = 1
                        index += 1
                    } else if byte == UInt8(ascii: "\\") {
                        blank(2)
                    } else if byte == 0x22, quotes(at: index) >= text.quotes {
                        blank(text.quotes)
                        texts.removeLast()
                    } else {
                        blank(1)
                    }
                } else if byte == UInt8(ascii: "/"), index + 1 < count, code[index + 1] == byte {
                    while index < count, code[index] != 0x0A { blank(1) }
                } else if byte == 0x22 {
                    let quotes = quotes(at: index)
                    // An empty text is not the beginning of a long one.
                    texts.append((quotes, 0))
                    blank(quotes)
                } else {
                    if !texts.isEmpty {
                        if byte == UInt8(ascii: "(") { texts[texts.count - 1].depth += 1 }
                        if byte == UInt8(ascii: ")") { texts[texts.count - 1].depth -= 1 }
                    }
                    index += 1
                }
            }
        }
        return code
    }
}
