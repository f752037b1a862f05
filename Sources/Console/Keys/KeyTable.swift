import Canvas

/// Which characters and sequences mean which keys.
enum KeyTable {
    /// A character that came by itself.
    static func plain(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0: return .control(" ")
        case 8, 127: return .backspace
        case 9: return .tab
        case 10, 13: return .enter
        case 27: return .escape
        case 1...26: return .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 28...31: return .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: return CellWidth.of(scalar) >= 0 ? .character(Character(scalar)) : nil
        }
    }

    /// The character behind `ESC O`: cursor keys in application mode, F1 to F4, and the number block.
    static func single(_ scalar: Unicode.Scalar) -> Key? {
        if let character = numberBlock[scalar] { return .character(character) }
        switch scalar {
        case "M": return .enter
        case "P": return .function(1)
        case "Q": return .function(2)
        case "R": return .function(3)
        case "S": return .function(4)
        default: return cursor(scalar)
        }
    }

    /// The number block in application mode: a nurse types vitals there, so it must give digits on every terminal.
    static let numberBlock: [Unicode.Scalar: Character] = [
        "j": "*", "k": "+", "l": ",", "m": "-", "n": ".", "o": "/", "X": "=", "p": "0", "q": "1", "r": "2", "s": "3",
        "t": "4", "u": "5", "v": "6", "w": "7", "x": "8", "y": "9",
    ]

    /// A sequence `ESC [ parameters last`; nil where it is no key: reports, answers, keys that are not used.
    static func sequence(_ parameters: String, _ last: Unicode.Scalar) -> Key? {
        if parameters == "[" {
            let functions: [Unicode.Scalar: Int] = ["A": 1, "B": 2, "C": 3, "D": 4, "E": 5]
            return functions[last].map { .function($0) }
        }
        guard parameters.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ";") }) else { return nil }
        if last == "~" { return numbered(Int(parameters.prefix { $0.isNumber }) ?? 0) }
        return last == "Z" ? .backTab : cursor(last)
    }

    private static func cursor(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }
}
