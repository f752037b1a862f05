import Canvas
import TestSupport
import Testing

@Suite struct `A frame` {
    @Test func `turns into another by its changes`() {
        var random = SeededRandom("frame changes")
        for _ in 0..<2000 {
            let old = random.frame()
            let new = random.frame(over: Bool.random(using: &random) ? old : nil)

            var patched = old
            patched.apply(new.changes(from: old))
            #expect(patched == new)
            var fresh = Frame(size: new.size)
            fresh.apply(new.changes(from: nil))
            #expect(fresh == new)
            #expect(new.changes(from: new) == [])
        }
    }

    @Test func `sends only what changed`() {
        let old = Frame(size: Size(columns: 80, rows: 24))
        var new = old
        new.put("84", x: 10, y: 3)
        new.put("97", x: 14, y: 3)
        new.put("1", x: 40, y: 3)

        let runs = new.changes(from: old)

        #expect(runs.map(\.x) == [10, 40])
        #expect(runs.map(\.cells.count) == [6, 1])
    }

    @Test func `never holds half a wide character`() {
        var random = SeededRandom("wide halves")
        for _ in 0..<2000 {
            let frame = random.frame(over: random.frame())
            for y in 0..<frame.size.rows {
                for x in 0..<frame.size.columns {
                    let isWide = CellWidth.of(Unicode.Scalar(frame[x, y].scalar) ?? " ") == 2
                    let isFollowed = x + 1 < frame.size.columns && frame[x + 1, y].isContinuation
                    #expect(isWide == isFollowed, "(\(x),\(y)) of \(frame.row(y))")
                    if x == 0 { #expect(!frame[x, y].isContinuation) }
                }
            }
        }
    }

    @Test func `keeps a text's marks away from its neighbour`() {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        frame.put("│", x: 0, y: 0)
        frame.put("\u{336}Ada", x: 1, y: 0)

        #expect(frame.row(0) == "│Ada")
    }

    @Test func `leaves out what could hide or turn a text`() {
        var frame = Frame(size: Size(columns: 20, rows: 1))
        #expect(frame.put("A\u{202E}d\u{200D}a\u{1B}[2J\u{FE0F}\n", x: 0, y: 0) == 6)
        #expect(frame.row(0) == "Ada[2J")
    }

    @Test(arguments: [(1, " b"), (2, "日b")])
    func `draws a wide character whole or not at all`(room: Int, row: String) {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.put("b", x: room, y: 0)

        frame.put("日本", x: 0, y: 0, width: room)

        #expect(frame.row(0) == row)
    }
}
