import Canvas
import TestSupport
import Testing

@Suite struct `The wire` {
    static let fromConsole: [WireFromConsole] = [
        .hello(
            WireHello(
                size: Size(columns: 80, rows: 24),
                glyphs: .unicode,
                colors: .direct,
                terminal: "pts/3",
                userName: "Ada Ñandú",
                isMotionReduced: true,
                isAgain: true
            )
        ),
        .resize(Size(columns: 0, rows: 0)), .resize(Size(columns: 200, rows: 60)), .bye,
        .key(.character("7")), .key(.character("e\u{301}")), .key(.control("c")), .key(.alt("日")), .key(.enter),
        .key(.escape), .key(.tab), .key(.backTab), .key(.backspace), .key(.delete), .key(.up), .key(.down),
        .key(.left), .key(.right), .key(.home), .key(.end), .key(.pageUp), .key(.pageDown), .key(.function(1)),
        .key(.function(12)), .key(.paste("")), .key(.paste("Dr. Wu 142/88")), .key(.click(Point(x: 9, y: 65535))),
        .key(.wheel(-1, Point(x: 0, y: 0))),
    ]

    @Test(arguments: fromConsole)
    func `carries what a console says`(message: WireFromConsole) throws {
        var decoder = WireDecoder<WireFromConsole>()
        decoder.append(message.encoded)
        #expect(try decoder.next() == message)
        #expect(try decoder.next() == nil)
    }

    @Test func `carries what a station says, in pieces of any length`() throws {
        var frame = Frame(size: Size(columns: 30, rows: 3))
        frame.put("日本 e\u{301}\u{308} 142/88", x: 1, y: 1, style: Style(.alarmHigh, [.bold, .struck]))
        frame.cursor = Point(x: 3, y: 1)
        let messages: [WireFromStation] = [
            .frame(WireFrame(frame, since: nil)), .bell(3), .title("Vigil"), .goodbye(reason: ""),
            .frame(WireFrame(frame, since: frame)),
        ]
        let bytes = messages.flatMap(\.encoded)
        for size in [1, 2, 3, 7, 1000] {
            var decoder = WireDecoder<WireFromStation>()
            var received: [WireFromStation] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                decoder.append(bytes[start..<min(bytes.count, start + size)])
                while let message = try decoder.next() { received.append(message) }
            }
            #expect(received == messages)
        }
    }

    @Test func `cuts a text that is too long at a whole character`() throws {
        var decoder = WireDecoder<WireFromConsole>()
        decoder.append(WireFromConsole.key(.paste(String(repeating: "日", count: 10_000))).encoded)
        #expect(try decoder.next() == .key(.paste(String(repeating: "日", count: Wire.longestPaste / 3))))
    }

    @Test func `holds the largest and dearest frame`() throws {
        var frame = Frame(size: Wire.largestSize)
        for y in 0..<frame.size.rows {
            for x in 0..<frame.size.columns {
                frame.put("\u{1F600}\u{20DD}\u{20DD}", x: x, y: y, style: Style(x % 2 == 0 ? .good : .note))
                frame.put("⣿\u{20DD}\u{20DE}", x: x, y: y, style: Style(x % 2 == 0 ? .good : .note))
            }
        }
        var decoder = WireDecoder<WireFromStation>()
        decoder.append(WireFromStation.frame(WireFrame(frame, since: nil)).encoded)

        guard case .frame(let sent)? = try decoder.next() else {
            Issue.record("no frame came")
            return
        }
        #expect(sent.applied(to: nil) == frame)
    }

    @Test(
        arguments: [
            ([0, 0, 0, 0], WireError.length(0)),
            ([0, 1, 0, 0], .length(65536)),
            ([0, 0, 0, 1, 0], .value("message")),
            ([0, 0, 0, 1, 2], .truncated),
            ([0, 0, 0, 2, 4, 4], .trailing(1)),
            ([0, 0, 0, 2, 1, 9], .version(9)),
            ([0, 0, 0, 5, 3, 255, 255, 0, 1], .value("size")),
            ([0, 0, 0, 2, 2, 200], .value("key")),
            ([0, 0, 0, 3, 2, 15, 13], .value("function key")),
            ([0, 0, 0, 6, 2, 0, 0, 2, 65, 66], .value("character")),
            ([0, 0, 0, 5, 2, 0, 0, 1, 0xFF], .value("character")),
            ([0, 0, 0, 4, 2, 0, 0, 9], .truncated),
        ] as [([UInt8], WireError)]
    )
    func `refuses what no console sends`(bytes: [UInt8], error: WireError) {
        var decoder = WireDecoder<WireFromConsole>()
        decoder.append(bytes)
        #expect(throws: error) { try decoder.next() }

        decoder.append(WireFromConsole.bye.encoded)
        #expect(throws: error) { try decoder.next() }
        #expect(!error.text.isEmpty)
    }

    @Test func `ends in an error or a message whatever comes`() {
        var random = SeededRandom("wire fuzz")
        let samples =
            Self.fromConsole.map(\.encoded) + [
                WireFromStation.frame(WireFrame(random.frame(), since: nil)).encoded,
                WireFromStation.title("x").encoded,
            ]
        for _ in 0..<20_000 {
            let bytes = random.damaged(samples)
            var console = WireDecoder<WireFromConsole>()
            var station = WireDecoder<WireFromStation>()
            console.append(bytes)
            station.append(bytes)
            var messages = 0
            while let message = try? console.next() {
                messages += 1
                // What was read can be written: nothing came in that could not have been sent.
                #expect(message.encoded.count <= Wire.longestFromConsole + Wire.lengthBytes)
            }
            while let message = try? station.next() {
                messages += 1
                if case .frame(let change) = message {
                    var frame = Frame(size: Size(columns: 10, rows: 3))
                    frame.apply(change.runs)
                    _ = change.applied(to: frame)
                }
            }
            #expect(messages <= 2 * bytes.count)
        }
    }
}
