import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `Every form` {
    static let sizes = [Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)]

    /// What stands at the left of a form's fields, for the forms of fixed fields.
    static let labels: [(FormKind, [String])] = [
        (.firstRun, ["Station", "Chairs", "Name", "Role"]), (.addStaff, ["Name", "Role"]),
        (
            .checkIn,
            ["Name", "Date of birth", "MRN", "Sex", "Weight today", "Allergies", "Escort", "Chair", "Protocol"]
        ),
        (.identity, ["Name", "Date of birth", "MRN", "Matched by"]),
        (.order, ["Drug", "Dose", "Weight", "Over", "Concentration", "Comes to", "Prescriber", "Way"]),
        (.start, ["Rate", "Volume to give", "Concentration", "Container"]),
        (.stop, ["The infusion", "Stopped at", "Pump reads", "By calculation"]),
        (.discharge, ["Leaves with", "Instructions given"]),
    ]

    @Test(arguments: labels, sizes)
    func `shows all its labels`(form: (kind: FormKind, labels: [String]), size: Size) throws {
        let script = FormScript(form.kind, try Standing.dosing.script())
        let text = script.text(size.columns, size.rows)
        for label in form.labels { #expect(text.contains(label), "\(text)") }
    }

    @Test(arguments: FormKind.allCases, sizes)
    func `stays inside its rectangle with its cursor on the focus`(kind: FormKind, size: Size) throws {
        let script = FormScript(kind, try Standing.dosing.script())
        var frame = Frame(size: size)
        let rect = frame.bounds.inset(left: 2, top: 1, right: 3, bottom: 2)
        script.form.draw(into: &frame, in: rect, script.scene)
        for y in 0..<size.rows {
            for x in 0..<size.columns where !rect.contains(x, y) { #expect(frame[x, y] == Cell(" ")) }
        }
        if let cursor = frame.cursor { #expect(rect.contains(cursor.x, cursor.y)) }
        #expect(!script.form.hints(script.scene).isEmpty)
        #expect(script.form.rows >= 3)
    }

    @Test func `says how much is out of sight, and brings the focus into sight`() throws {
        var script = FormScript(.checkIn, try SessionScript())
        #expect(script.rows(60, 10).last?.contains("more below") == true)
        for _ in 0..<8 { script.press(.tab) }
        let rows = script.rows(60, 10)
        #expect(rows.contains { $0.contains("> Protocol") })
        #expect(rows.first?.contains("more above") == true)
    }

    @Test func `draws in plain ASCII where the terminal has no more`() throws {
        for kind in FormKind.allCases {
            let script = FormScript(kind, try Standing.dosing.script(), glyphs: .ascii)
            let frame = script.frame(80, 24)
            #expect(frame.cells.allSatisfy { $0.scalar < 128 }, "\(kind)")
        }
    }

    @Test func `says with marks, not with colour alone, what is chosen, wrong and focused`() throws {
        var script = FormScript(.stop, try Standing.dosing.script())
        script.type("e")
        script.press(.backTab)
        #expect(script.rows().contains { $0.contains("> The infusion") && $0.contains("[e early]") })
        script.press(.control("s"))
        #expect(script.rows().contains { $0.contains("! Because: choose one") })
    }

    /// Any key at any time: nothing traps, nothing leaves the rectangle, and every submission is one a nurse could mean.
    @Test(arguments: FormKind.allCases)
    func `survives any keys`(kind: FormKind) throws {
        let seed = SeededRandom.runSeed
        var random = SeededRandom(seed: seed &+ UInt64(FormKind.allCases.firstIndex(of: kind) ?? 0))
        for standing in [Standing.screening, .ready, .dosing, .paused, .observing, .leaving, .left] {
            var script = FormScript(kind, try standing.script())
            for _ in 0..<60 {
                let step = script.press(RandomKey.any(&random))
                if case .submit(.record(let session, _, let author)) = step {
                    #expect(session == "s" && author == .staff(id: "n001", role: .nurse), "VIGIL_SEED=\(seed)")
                }
                script.decide(step)
                if case .submit(.open) = step { script.receive(.failed("full")) }
                if case .submit(.setUp) = step { script.receive(.configured) }
                if case .submit(.addStaff) = step { script.receive(.failed("full")) }
                let size = Size(
                    columns: Int.random(in: 0...130, using: &random),
                    rows: Int.random(in: 0...40, using: &random)
                )
                let frame = script.frame(size.columns, size.rows)
                if let cursor = frame.cursor {
                    #expect(frame.bounds.contains(cursor.x, cursor.y), "VIGIL_SEED=\(seed)")
                }
                _ = script.form.hints(script.scene)
                if Int.random(in: 0..<20, using: &random) == 0 { script.wait(seconds: 60) }
            }
        }
    }

    @Test(arguments: FormKind.allCases)
    func `survives its session having gone`(kind: FormKind) throws {
        var script = FormScript(kind, try Standing.dosing.script())
        script.ward.stays = []
        var random = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<200 {
            script.press(RandomKey.any(&random))
            _ = script.frame(80, 24)
        }
    }
}

enum RandomKey {
    /// A key as a cat on the keyboard would press it, digits and answers more often than the rest.
    static func any(_ random: inout SeededRandom) -> Key {
        let characters = Array("0123456789ynadrcplwe+-/.@ |HPm\u{301}é漢")
        let keys: [Key] = [
            .enter, .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .backspace, .delete, .pageUp,
            .pageDown, .escape, .control("s"), .control("u"), .control("w"), .control("k"), .function(10), .alt("x"),
            .paste("12\n/4 \u{202E}y\t"), .click(Point(x: 3, y: 3)), .wheel(1, Point(x: 0, y: 0)),
        ]
        if Int.random(in: 0..<5, using: &random) == 0 { return keys.randomElement(using: &random) ?? .enter }
        return .character(characters.randomElement(using: &random) ?? "1")
    }
}

extension Rect {
    fileprivate func contains(_ x: Int, _ y: Int) -> Bool {
        (self.x..<right).contains(x) && (self.y..<bottom).contains(y)
    }
}
