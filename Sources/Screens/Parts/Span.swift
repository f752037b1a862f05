import Canvas

/// A piece of a line in one style.
struct Span: Hashable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .text) {
        self.text = text
        self.style = style
    }

    /// A value that stands out from its label.
    static func value(_ text: String, _ role: Role = .text) -> Span { Span(text, Style(role, .bold)) }

    /// A label, a unit, an age.
    static func label(_ text: String) -> Span { Span(text, .secondary) }
}

extension [Span] {
    /// The cells the line takes.
    var width: Int { reduce(0) { $0 + CellWidth.of($1.text) } }

    /// The line in rows at spaces between words, the first row so wide and the others so; a word too long stands alone.
    func wrapped(first: Int, rest: Int) -> [[Span]] {
        guard width > first else { return [self] }
        var rows: [[Span]] = [[]]
        var used = 0
        for span in self {
            for (index, word) in Self.words(span.text).enumerated() {
                let space = index > 0 ? 1 : 0
                let cells = CellWidth.of(word)
                let room = rows.count == 1 ? first : rest
                if used > 0, used + space + cells > room {
                    // A gap at the end of a row is not carried on to the next.
                    guard cells > 0 else { continue }
                    rows.append([])
                    used = 0
                }
                let text = (used > 0 && space > 0 ? " " : "") + word
                guard !text.isEmpty else { continue }
                rows[rows.count - 1].append(Span(text, span.style))
                used += CellWidth.of(text)
            }
        }
        return rows.filter { !$0.isEmpty }
    }

    /// A text's words; a number and what follows it are one, because a figure is never parted from its unit.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = words.last?.last, last.isNumber, !word.isEmpty, words.last?.contains("/") == false {
                words[words.count - 1] += " " + word
            } else {
                words.append(String(word))
            }
        }
        return words
    }
}

extension Frame {
    /// Draws a line of spans and returns the cells it took; two dots stand at the end of one that is cut.
    @discardableResult
    mutating func put(_ line: [Span], x: Int, y: Int, width: Int) -> Int {
        let isCut = width > 8 && line.width > width
        let room = isCut ? width - 2 : width
        var used = 0
        var last = Style.secondary
        for span in line where used < room {
            last = span.style
            used += put(span.text, x: x + used, y: y, style: span.style, width: room - used)
        }
        if isCut { used += put("..", x: x + used, y: y, style: last, width: 2) }
        return used
    }

    /// Draws a line of spans that ends at `right` (exclusive) and returns the column it began at.
    @discardableResult
    mutating func put(_ line: [Span], endingAt right: Int, y: Int) -> Int {
        let start = right - line.width
        put(line, x: start, y: y, width: line.width)
        return start
    }

    /// Draws the first of several lines that fits; the last is clipped where none does.
    @discardableResult
    mutating func putFirstFitting(_ lines: [[Span]], x: Int, y: Int, width: Int) -> Int {
        let line = lines.first { $0.width <= width } ?? lines.last ?? []
        return put(line, x: x, y: y, width: width)
    }

    /// Draws one scalar many times.
    mutating func rule(_ scalar: Unicode.Scalar, x: Int, y: Int, width: Int, style: Style = .decor) {
        for column in 0..<max(0, width) { self[x + column, y] = Cell(scalar, style: style) }
    }
}
