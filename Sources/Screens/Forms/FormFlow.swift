import Canvas

/// Breaks a form's text into lines of so many cells.
enum FormFlow {
    /// Words of several tones, broken at spaces; a word longer than a line is cut.
    static func lines(_ runs: [FormRun], width: Int) -> [[FormRun]] {
        let width = max(1, width)
        var lines: [[FormRun]] = [[]]
        var used = 0
        for run in runs {
            for word in words(run.text) {
                let cells = CellWidth.of(word)
                if used + cells > width, !(word.allSatisfy { $0 == " " }) {
                    for piece in cells > width ? cut(word, width: width) : [word] {
                        if used > 0 {
                            lines.append([])
                            used = 0
                        }
                        lines[lines.count - 1].append(FormRun(piece, run.tone))
                        used += CellWidth.of(piece)
                    }
                } else if used + cells <= width {
                    lines[lines.count - 1].append(FormRun(word, run.tone))
                    used += cells
                }
            }
        }
        return lines
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
