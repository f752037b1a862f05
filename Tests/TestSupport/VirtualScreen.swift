import CVTerm

/// A terminal without a window: libvterm, fed with a program's bytes and read back cell by cell.
package final class VirtualScreen {
    package enum Color: Hashable, Sendable {
        case terminalDefault
        case indexed(Int)
        case direct(UInt32)
    }

    package struct Cell: Hashable, Sendable {
        /// The base and its marks; a blank is a space, the second half of a wide character is empty.
        package var text: String
        package var width: Int
        package var foreground: Color
        package var background: Color
        package var isBold: Bool
        package var isUnderlined: Bool
        package var isReversed: Bool
    }

    package private(set) var columns: Int
    package private(set) var rows: Int
    private let terminal: OpaquePointer
    private let screen: OpaquePointer

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        guard let terminal = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(terminal) else {
            preconditionFailure("libvterm gave no terminal")
        }
        self.terminal = terminal
        self.screen = screen
        vterm_set_utf8(terminal, 1)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(terminal)
    }

    /// Takes a program's bytes; returns what the terminal answers to its questions.
    package func take(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes {
            _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        var answer = [CChar](repeating: 0, count: 4096)
        let count = vterm_output_read(terminal, &answer, answer.count)
        return answer[..<Int(count)].map { UInt8(bitPattern: $0) }
    }

    package func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        vterm_set_size(terminal, Int32(rows), Int32(columns))
    }

    package func cell(_ x: Int, _ y: Int) -> Cell {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
        let chars = cell.chars
        var text = ""
        // The second half of a wide character is marked in its first place; behind it stands what was there before.
        let isHalf = chars.0 == UInt32.max
        for value in [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5] {
            if value == 0 || isHalf { break }
            text.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
        }
        return Cell(
            text: text.isEmpty && !isHalf ? " " : text,
            width: Int(cell.width),
            foreground: Self.color(cell.fg),
            background: Self.color(cell.bg),
            isBold: cell.attrs.bold != 0,
            isUnderlined: cell.attrs.underline != 0,
            isReversed: cell.attrs.reverse != 0
        )
    }

    /// A row's text without its trailing spaces.
    package func row(_ y: Int) -> String {
        var text = ""
        for x in 0..<columns { text += cell(x, y).text }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// All rows, one a line.
    package var text: String { (0..<rows).map { row($0) }.joined(separator: "\n") }

    package var cursor: (x: Int, y: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.col), Int(position.row))
    }

    private static func color(_ color: VTermColor) -> Color {
        var color = color
        if vt_is_default_foreground(&color) != 0 || vt_is_default_background(&color) != 0 { return .terminalDefault }
        return vt_is_indexed(&color) != 0 ? .indexed(Int(vt_index(&color))) : .direct(vt_rgb(&color))
    }
}
