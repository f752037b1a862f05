import CNcurses
import CPlatform
import Canvas

/// Brings frames onto the terminal library's screen: only what changed, and one update a frame.
struct Painter {
    private let window: UnsafeMutablePointer<WINDOW>
    private let isUnicode: Bool
    private var palette: Palette
    /// What the library was told to show.
    private var shown: Frame?
    private var cells: [cchar_t] = []
    private var lastInk: Palette.Ink?

    /// U+0336 strikes a character through on any UTF-8 terminal; few terminals have an attribute for it.
    private static let strike: wchar_t = 0x336

    init(window: UnsafeMutablePointer<WINDOW>, palette: Palette, isUnicode: Bool) {
        self.window = window
        self.palette = palette
        self.isUnicode = isUnicode
    }

    /// Draws a frame clipped to the window; the rest of a larger window is blank.
    mutating func draw(_ frame: Frame, on size: Size) {
        let whole = fitted(frame, to: size)
        if shown?.size == size {
            for run in whole.changes(from: shown) {
                lastInk = nil
                draw(run)
            }
        } else {
            lastInk = nil
            // A new screen is blank in the terminal's colours, not in the theme's, so that blanks are drawn as well.
            // Row follows row, so that the blanks at a row's begin keep the ink of the row above.
            for y in 0..<size.rows {
                draw(Frame.Run(x: 0, y: y, cells: (0..<size.columns).map { whole[$0, y] }))
            }
        }
        shown = whole
        let cursor = frame.cursor ?? Point(x: 0, y: 0)
        wmove(window, Int32(min(cursor.y, max(0, size.rows - 1))), Int32(min(cursor.x, max(0, size.columns - 1))))
        wnoutrefresh(window)
    }

    /// Forgets what is shown: the next frame is drawn whole.
    mutating func forget() {
        shown = nil
    }

    private func fitted(_ frame: Frame, to size: Size) -> Frame {
        guard frame.size != size else { return frame }
        var result = Frame(size: size)
        result.cursor = frame.cursor
        for y in 0..<min(size.rows, frame.size.rows) {
            for x in 0..<min(size.columns, frame.size.columns) { result[x, y] = frame[x, y] }
        }
        return result
    }

    private mutating func draw(_ run: Frame.Run) {
        cells.removeAll(keepingCapacity: true)
        var index = 0
        while index < run.cells.count {
            let isWide = index + 1 < run.cells.count && run.cells[index + 1].isContinuation
            append(run.cells[index], width: isWide ? 2 : 1)
            index += isWide ? 2 : 1
        }
        // Unlike the calls that add one cell, this one neither wraps nor scrolls in the last column.
        wmove(window, Int32(run.y), Int32(run.x))
        cells.withUnsafeBufferPointer { _ = wadd_wchnstr(window, $0.baseAddress, Int32($0.count)) }
    }

    private mutating func append(_ cell: Cell, width: Int) {
        var ink = palette.ink(cell.style)
        // A blank takes over the ink before it where that looks the same: changing colours costs 22 bytes.
        if cell.scalar == 0x20, cell.mark1 == 0, let last = lastInk, last.blank != nil, last.blank == ink.blank {
            ink = last
        }
        lastInk = ink
        var text: [wchar_t] = []
        if isUnicode, Int(vigil_wcwidth(cell.scalar)) == width {
            text = [cell.scalar, cell.mark1, cell.mark2].filter { $0 != 0 }.map(wchar_t.init(bitPattern:))
            if cell.style.emphasis.contains(.struck), cell.mark2 == 0, cell.scalar != 0x20 { text.append(Self.strike) }
            cells.append(Self.cell(text, ink))
            return
        }
        // A width the two sides see differently would shift the row: such a character is shown as a question mark.
        let scalar = isUnicode ? 0x3F : ASCIIGlyphs.scalar(for: cell.scalar)
        cells.append(Self.cell([wchar_t(bitPattern: scalar)], ink))
        if width == 2 { cells.append(Self.cell([0x20], ink)) }
    }

    private static func cell(_ text: [wchar_t], _ ink: Palette.Ink) -> cchar_t {
        var cell = cchar_t()
        _ = nc_cell(&cell, text + [0], ink.attributes, ink.pair)
        return cell
    }
}
