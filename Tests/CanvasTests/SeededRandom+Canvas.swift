import Canvas
import TestSupport

/// Random frames and damaged messages.
extension SeededRandom {
    /// A frame with random words, wide ones and marks among them, on a base.
    mutating func frame(over base: Frame? = nil) -> Frame {
        var frame = base ?? Frame(size: Size(columns: 24, rows: 6))
        let words = ["120/80", "日本", "e\u{301}", "\u{301}x", "⣿", " ", "한", "a\u{202E}b"]
        for _ in 0..<Int.random(in: 0...12, using: &self) {
            let role = Role.allCases.randomElement(using: &self) ?? .text
            frame.put(
                words.randomElement(using: &self) ?? "",
                x: Int.random(in: -3...24, using: &self),
                y: Int.random(in: -1...6, using: &self),
                style: Style(role),
                width: Int.random(in: -1...8, using: &self)
            )
        }
        return frame
    }

    /// One or two of the messages with a few bytes changed, left out or added.
    mutating func damaged(_ samples: [[UInt8]]) -> [UInt8] {
        var bytes = (samples.randomElement(using: &self) ?? []) + (samples.randomElement(using: &self) ?? [])
        for _ in 0..<Int.random(in: 0...4, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0...2, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            }
        }
        return bytes
    }
}
