import CPlatform
import Canvas
import Glibc
import Testing

@Suite(.serialized) struct `The width of a character` {
    @Test func `is the C library's where it is drawn at all`() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        var differences: [String] = []
        for value in UInt32(0x20)...0x3FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let ours = CellWidth.of(scalar)
            let theirs = Int(vigil_wcwidth(value))
            // Characters younger than the library are unknown to it; the console shows a question mark for them.
            guard ours >= 0, theirs >= 0 else { continue }
            if ours != theirs { differences.append("U+\(String(value, radix: 16)) \(ours) \(theirs)") }
        }
        #expect(differences == [])
    }

    @Test(arguments: [("SpO2 97", 7), ("日本", 4), ("e\u{301}", 1), ("\u{202E}ab", 2), ("⣿✓", 2), ("", 0)])
    func `of a text is the cells it takes`(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
    }
}
