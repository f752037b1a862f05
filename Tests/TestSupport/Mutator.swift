/// Spoils bytes as disks, editors and attackers do; the same seed spoils in the same way.
package struct Mutator {
    private var random: SeededRandom

    package init(_ random: SeededRandom) {
        self.random = random
    }

    /// Some kinds of harm to a file of lines.
    package enum Harm: CaseIterable, Sendable {
        case flip, cut, dropLine, swapLines, repeatLine, zeroSector
    }

    /// Harms a file in one place; the result differs from what it was given.
    package mutating func harm(_ bytes: [UInt8], by harm: Harm? = nil) -> [UInt8] {
        while true {
            let harmed = once(bytes, harm ?? Harm.allCases.randomElement(using: &random) ?? .flip)
            if harmed != bytes { return harmed }
        }
    }

    private mutating func once(_ bytes: [UInt8], _ harm: Harm) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var bytes = bytes
        switch harm {
        case .flip: bytes[index(bytes)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case .cut: bytes.removeLast(bytes.count - index(bytes))
        case .zeroSector:
            let start = index(bytes) / 512 * 512
            for place in start..<min(start + 512, bytes.count) { bytes[place] = 0 }
        case .dropLine, .swapLines, .repeatLine:
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if lines.last?.isEmpty == true { lines.removeLast() }
            let (one, other) = (index(lines), index(lines))
            if harm == .dropLine { lines.remove(at: one) }
            if harm == .swapLines { lines.swapAt(one, other) }
            if harm == .repeatLine { lines.insert(lines[one], at: other) }
            bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
        }
        return bytes
    }

    /// Makes something hostile of a file: several harms, and bytes that no disk would make of it.
    package mutating func fuzz(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4: bytes = once(bytes, Harm.allCases.randomElement(using: &random) ?? .flip)
            case 4: bytes.insert(contentsOf: Self.splinters.randomElement(using: &random) ?? [], at: place(bytes))
            case 5: bytes.insert(contentsOf: noise(upTo: 300), at: place(bytes))
            case 6: bytes.insert(contentsOf: slice(bytes), at: place(bytes))
            case 7: bytes.removeSubrange(range(bytes))
            case 8: replaceDigits(&bytes)
            default: bytes.insert(contentsOf: repeatElement(UInt8(ascii: "a"), count: 70_000), at: place(bytes))
            }
        }
        return bytes
    }

    /// Beginnings, ends and pieces of records, and texts that trip readers of JSON.
    private static let splinters: [[UInt8]] =
        [
            #"{"n":"#, #"{"n":0,"k":"log.open","#, "\n", "\n\n", "\r\n", #""d":9007199254740993,"#, #""n":-1"#, "\0",
            "}",
            #","p":"0000000000000000000000000000000000000000000000000000000000000000","x":"0000000000000000"}"#,
            "\u{2028}",
            #""n":1,"n":2"#, "[[[[[[[[", #"{"fmt":"vigil-log/2"}"#, "9999999999999999999999", #""\ud800""#, "{}",
            "null",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5]]

    private mutating func replaceDigits(_ bytes: inout [UInt8]) {
        guard let start = bytes.indices.filter({ (48...57).contains(bytes[$0]) }).randomElement(using: &random) else {
            return
        }
        bytes[start] = UInt8.random(in: 48...57, using: &random)
    }

    private mutating func noise(upTo limit: Int) -> [UInt8] {
        (0..<Int.random(in: 1...limit, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private mutating func slice(_ bytes: [UInt8]) -> [UInt8] { Array(bytes[range(bytes)]) }

    private mutating func range(_ bytes: [UInt8]) -> Range<Int> {
        let (one, other) = (place(bytes), place(bytes))
        return min(one, other)..<min(max(one, other), min(one, other) + 600)
    }

    private mutating func place(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

    private mutating func index(_ elements: some Collection) -> Int {
        Int.random(in: 0..<max(1, elements.count), using: &random)
    }
}
