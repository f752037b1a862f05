/// A picture of the screen: a grid of cells and where the cursor stands.
///
/// Screens draw into it, the console shows it, and tests read it. Everything outside the grid is clipped.
package struct Frame: Hashable, Sendable {
    package let size: Size
    package internal(set) var cells: [Cell]
    /// Where the hardware cursor stands, on the focused item, so that screen readers follow; nil hides it.
    package var cursor: Point?

    package init(size: Size, style: Style = .text) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        self.cells = Array(
            repeating: Cell(" ", style: style),
            count: max(0, size.columns) * max(0, size.rows)
        )
    }

    package var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

    package subscript(x: Int, y: Int) -> Cell {
        get {
            precondition(contains(x: x, y: y), "a cell outside the frame was read")
            return cells[y * size.columns + x]
        }
        set {
            set(newValue, x: x, y: y)
        }
    }

    /// Draws text from a place to the right, clipped at `width` cells, and returns the cells it took.
    ///
    /// Control and bidi characters are left out, a wide character that would be cut is replaced by a space.
    @discardableResult
    package mutating func put(_ text: String, x: Int, y: Int, style: Style = .text, width: Int = .max) -> Int {
        var column = 0
        for scalar in text.unicodeScalars {
            let cells = CellWidth.of(scalar)
            if cells < 0 { continue }
            if cells == 0 {
                // A mark without a letter of this text would change the neighbour's text.
                guard column > 0 else { continue }
                combine(scalar, x: x + column - 1, y: y)
                continue
            }
            guard column < width else { break }
            if cells == 2 {
                column += putWide(scalar, x: x + column, y: y, style: style, room: width - column)
            } else {
                set(Cell(scalar, style: style), x: x + column, y: y)
                column += 1
            }
        }
        return column
    }

    /// Draws text that ends at `right` (exclusive), clipped from the end; returns the column it began at.
    @discardableResult
    package mutating func put(_ text: String, endingAt right: Int, y: Int, style: Style = .text) -> Int {
        let start = right - CellWidth.of(text)
        put(text, x: start, y: y, style: style)
        return start
    }

    /// Fills a rectangle with one cell.
    package mutating func fill(_ rect: Rect, _ cell: Cell) {
        for y in max(0, rect.y)..<max(0, min(size.rows, rect.bottom), rect.y) {
            for x in max(0, rect.x)..<max(0, min(size.columns, rect.right), rect.x) { set(cell, x: x, y: y) }
        }
    }

    /// Gives every cell of a rectangle a style, keeping its text.
    package mutating func restyle(_ rect: Rect, _ style: Style) {
        for y in max(0, rect.y)..<max(0, min(size.rows, rect.bottom), rect.y) {
            for x in max(0, rect.x)..<max(0, min(size.columns, rect.right), rect.x) {
                cells[y * size.columns + x].style = style
            }
        }
    }

    /// The text of a row without its trailing spaces.
    package func row(_ y: Int) -> String {
        var text = ""
        for x in 0..<size.columns { text += self[x, y].text }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Draws a wide character, or a space for the half of it that the frame or the room cuts off.
    private mutating func putWide(_ scalar: Unicode.Scalar, x: Int, y: Int, style: Style, room: Int) -> Int {
        if room >= 2, contains(x: x, y: y), contains(x: x + 1, y: y) {
            set(Cell(scalar, style: style), x: x, y: y)
            set(.continuation(style), x: x + 1, y: y)
            return 2
        }
        set(Cell(" ", style: style), x: x, y: y)
        if room >= 2 { set(Cell(" ", style: style), x: x + 1, y: y) }
        return min(2, room)
    }

    private func contains(x: Int, y: Int) -> Bool {
        x >= 0 && y >= 0 && x < size.columns && y < size.rows
    }

    /// Sets a cell and mends a wide character that it cuts in half.
    private mutating func set(_ cell: Cell, x: Int, y: Int) {
        guard contains(x: x, y: y) else { return }
        let index = y * size.columns + x
        if cells[index].isContinuation, !cell.isContinuation, x > 0 {
            cells[index - 1] = Cell(" ", style: cells[index - 1].style)
        }
        if x + 1 < size.columns, cells[index + 1].isContinuation {
            cells[index + 1] = Cell(" ", style: cells[index + 1].style)
        }
        cells[index] = cell
    }

    private mutating func combine(_ mark: Unicode.Scalar, x: Int, y: Int) {
        guard contains(x: x, y: y) else { return }
        var index = y * size.columns + x
        if cells[index].isContinuation, x > 0 { index -= 1 }
        if cells[index].mark1 == 0 {
            cells[index].mark1 = mark.value
        } else if cells[index].mark2 == 0 {
            cells[index].mark2 = mark.value
        }
    }
}
