import Canvas
import Session
import Wording

/// One chair on the Board, at any of its sizes: it loses rows as room gets scarce, never its name or its alarm.
struct Tile {
    let glance: Glance
    /// Who could be taken for the patient.
    let alert: NameAlert?
    let isFocused: Bool
    let surroundings: Surroundings

    var glyphs: Glyphs { surroundings.glyphs }

    func draw(into frame: inout Frame, in rect: Rect) {
        if rect.height >= 7 {
            drawBox(into: &frame, in: rect)
        } else if rect.height >= 4 {
            drawFour(into: &frame, in: rect)
        } else if rect.height >= 2 {
            drawTwo(into: &frame, in: rect)
        } else {
            drawOne(into: &frame, in: rect)
        }
    }

    var nameStyle: Style { isFocused ? Style(.focus, .bold) : .title }
    var state: Span { Span(glance.phase.word, Style(glance.phase.role, .bold)) }

    /// The mark of the focus and the chair's name.
    func head(_ width: Int) -> [Span] {
        let mark = isFocused ? String(glyphs.focus) : " "
        let place = glance.chair ?? ""
        return [
            Span(mark + place + (place.isEmpty ? "" : " "), Style(.focus, .bold)),
            Span(Words.clip(glance.name, width), nameStyle),
        ]
    }

    /// Four rows: who and state; clock and dose; vitals; alarm or what is next.
    private func drawFour(into frame: inout Frame, in rect: Rect) {
        let x = rect.x + 1
        let width = rect.width - 2
        drawHead(into: &frame, in: rect)
        drawClock(into: &frame, x: x, y: rect.y + 1, width: width, tail: glance.doseFigure)
        frame.putFirstFitting(figures, x: x, y: rect.y + 2, width: width)
        frame.put(pressing, x: x, y: rect.y + 3, width: width)
    }

    /// Two rows: who, state and clock; vitals and the alarm; where it is narrow, the state in the second row.
    private func drawTwo(into frame: inout Frame, in rect: Rect) {
        let x = rect.x + 1
        let width = rect.width - 2
        var right = glance.alarms.isEmpty ? glance.waitingLine : glance.alarmLine
        if rect.width < 48 {
            frame.put(head(width), x: rect.x, y: rect.y, width: rect.width - (alert == nil ? 1 : 12))
            if alert != nil { frame.put(alertWords, endingAt: rect.right - 1, y: rect.y) }
            let mark = glance.pressingMark
            let word = [glance.phase.word, glance.phase.shortWord].map {
                mark + [Span($0, Style(glance.phase.role, .bold))]
            }
            // The word of the state gives way to the pressure, whose age is never left out.
            let room = width - glance.bloodPressure(isShort: true).width - 1
            right = (word + [mark]).first { $0.width <= room } ?? mark
        } else {
            drawHead(into: &frame, in: rect)
        }
        let start = right.width <= width ? frame.put(right, endingAt: x + width, y: rect.y + 1) : x + width
        if let line = figures.first(where: { x + $0.width < start }) {
            frame.put(line, x: x, y: rect.y + 1, width: width)
        }
    }

    /// One row: who, the newest figures, the alarm's mark and the state.
    private func drawOne(into frame: inout Frame, in rect: Rect) {
        let name = min(CellWidth.of(glance.name), 14)
        let most = rect.width - (glance.chair?.count ?? 0) - name - 4
        let right = tails.first { $0.width <= most } ?? tails.last ?? []
        let room = max(name, min(24, most + name - right.width))
        let used = frame.put(head(room), x: rect.x, y: rect.y, width: rect.width - 1)
        frame.put(right, endingAt: rect.right - 1, y: rect.y)
        let free = glance.sets.isEmpty ? 0 : rect.width - used - right.width - 6
        guard let line = figures.first(where: { $0.width <= free }) else { return }
        // The figures begin in one column where the names are short enough for it.
        let column = max(used + 2, min(28, rect.width - right.width - 3 - line.width))
        frame.put(line, x: rect.x + column, y: rect.y, width: free)
    }

    /// What stands at the right of a single row, from the most to the least.
    private var tails: [[Span]] {
        let failing = glance.isFailing && glance.isSaving ? glance.savingWords + [Span(" ")] : []
        let likeness = alert == nil ? [] : alertWords + [Span(" ")]
        let phase = Span(glance.phase.word, Style(glance.phase.role, .bold))
        let short = Span(glance.phase.shortWord, Style(glance.phase.role, .bold))
        let mark = glance.pressingMark
        var tails = [
            failing + likeness + mark + [phase], failing + likeness + mark + [short], likeness + mark + [short],
        ]
        tails += [likeness + mark, mark, Array(mark.prefix(1))]
        guard let first = glance.alarms.first else { return tails }
        let words: [Span] = [
            Span(" \(first.now.priority.mark) \(first.now.message) ", Style(first.now.priority.chip, .bold)),
            .label(" \(Words.shortAge(glance.age(first.episode.observedMicros))) "),
        ]
        return [failing + likeness + words + [phase], failing + likeness + words + [short]] + tails
    }

    private var alertWords: [Span] { [Span("NAME ALERT", Style(.caution, .bold))] }

    /// The name at the left and the state at the right; between them NAME ALERT, WEIGHT and NOT SAVED.
    private func drawHead(into frame: inout Frame, in rect: Rect) {
        var right: [Span] = [state]
        if rect.height < 4 { right = glance.clock.words + [Span("  ")] + right }
        if glance.isFailing, glance.isSaving { right = glance.savingWords + [Span("  ")] + right }
        if alert != nil { right = [Span("NAME ALERT  ", Style(.caution, .bold))] + right }
        let weight = glance.weightMark.isEmpty ? [] : glance.weightMark + [Span(" ")]
        right = weight + right
        let place = (glance.chair?.count ?? 0) + 2
        if rect.width - right.width - place - 2 < 10 {
            let likeness = alert == nil ? [] : [Span("NAME ALERT ", Style(.caution, .bold))]
            right = weight + likeness + [state]
        }
        frame.put(head(rect.width - right.width - place - 2), x: rect.x, y: rect.y, width: rect.width - right.width - 2)
        frame.put(right, endingAt: rect.right - 1, y: rect.y)
    }

    /// The bar and the clock's words; `tail` behind them where there is room.
    func drawClock(into frame: inout Frame, x: Int, y: Int, width: Int, tail: [Span] = []) {
        let clock = glance.clock
        var words = clock.words
        if !tail.isEmpty, words.width + tail.width + 14 <= width { words += [Span("  ")] + tail }
        let room = width - words.width - 2
        guard room >= 6, clock.whole > 1 else {
            frame.put(words, x: x, y: y, width: width)
            return
        }
        Progress.draw(clock.part, of: clock.whole, into: &frame, x: x, y: y, width: room, role: clock.role, glyphs)
        frame.put(words, endingAt: x + width, y: y)
    }

    /// The newest figures from the longest line to the shortest; none without its age.
    var figures: [[Span]] {
        let gap = [Span("  ")]
        let heart = glance.figure(.heartRatePerMin)
        let oxygen = glance.figure(.spo2Percent)
        let pressure = glance.bloodPressure()
        let core = pressure + gap + heart + gap + oxygen
        let mind = glance.dissociationFigure + gap + glance.figure(.moaas)
        return [
            core + gap + mind,
            core,
            pressure + gap + heart,
            pressure,
            glance.bloodPressure(isShort: true),
        ]
    }

    /// The alarm, else what the session waits for.
    var pressing: [Span] { glance.alarms.isEmpty ? glance.waitingLine : glance.alarmLine }
}
