import Screens
import Testing
import Wording

@Suite struct `Text that is cut` {
    @Test func `loses its end by cells, and every control character`() {
        #expect(Words.clip("Sample, Ada", 8) == "Sample..")
        #expect(Words.clip("見本, 花子", 6) == "見本..")
        #expect(Words.clip("a\u{202E}b\u{1B}c\nd", 9) == "abc d")
    }
}
