import Canvas

/// Breaks a form's text into lines of so many cells.
enum FormFlow {
    /// Words of several tones, broken at spaces; a word longer than a line is cut.
    ///
    /// Lines after the first begin with `hang` spaces.
    static func lines(_ runs: [FormRun], width: Int, hang: Int = 0) -> [[FormRun]] {
        let width = max(hang + 1, width)
        var lines: [[FormRun]] = [[]]
        var used = 0
        func breakLine() {
            lines.append(hang > 0 ? [FormRun(String(repeating: " ", count: hang))] : [])
            used = hang
        }
        for run in runs {
            let pieces = run.isWhole && CellWidth.of(run.text) <= width - hang ? [run.text] : words(run.text)
            for word in pieces.flatMap({ CellWidth.of($0) > width - hang ? cut($0, width: width - hang) : [$0] }) {
                let cells = CellWidth.of(word)
                let isSpace = word.allSatisfy { $0 == " " }
                if used + cells > width {
                    if isSpace { continue }
                    breakLine()
                }
                lines[lines.count - 1].append(FormRun(word, run.tone))
                used += cells
            }
        }
        return lines
    }

    /// Text with spaces up to so many cells.
    static func padded(_ text: String, width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
    }

    /// Text cut at exactly so many cells, as a text field shows it; always at least one line.
    static func cut(_ text: String, width: Int) -> [String] {
        var lines = [""]
        var used = 0
        for character in text {
            let cells = CellWidth.of(String(character))
            if used + cells > max(1, width), used > 0 {
                lines.append("")
                used = 0
            }
            lines[lines.count - 1].append(character)
            used += cells
        }
        return lines
    }

    /// Words and the spaces between them, as separate pieces.
    private static func words(_ text: String) -> [String] {
        var pieces: [String] = []
        var isSpace = false
        for character in text {
            if pieces.isEmpty || (character == " ") != isSpace {
                pieces.append("")
                isSpace = character == " "
            }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }
}
