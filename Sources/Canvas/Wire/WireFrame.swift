/// A frame on its way to a console: the cells that changed, or all that are not blank.
package struct WireFrame: Hashable, Sendable {
    package var size: Size
    /// Whether the console begins with a blank frame of `size`; otherwise with the last frame it was sent.
    package var isWhole: Bool
    package var cursor: Point?
    package var runs: [Frame.Run]

    /// The change from the frame a console was sent last, or a whole frame when there was none of this size.
    package init(_ frame: Frame, since old: Frame?) {
        let base = old?.size == frame.size ? old : nil
        self.size = frame.size
        self.isWhole = base == nil
        self.cursor = frame.cursor
        self.runs = frame.changes(from: base)
    }

    init(size: Size, isWhole: Bool, cursor: Point?, runs: [Frame.Run]) {
        self.size = size
        self.isWhole = isWhole
        self.cursor = cursor
        self.runs = runs
    }

    /// Whether nothing changed and nothing need be sent, given the cursor of the frame before.
    package func isEmpty(since old: Frame?) -> Bool {
        !isWhole && runs.isEmpty && cursor == old?.cursor
    }

    /// Returns the frame a console shows after this one; nil where a change came without a frame to change.
    package func applied(to old: Frame?) -> Frame? {
        var frame: Frame
        if isWhole {
            frame = Frame(size: size)
        } else {
            guard let old, old.size == size else { return nil }
            frame = old
        }
        frame.apply(runs)
        frame.cursor = cursor
        return frame
    }

    // Inside a run's cells a byte below a space announces something other than a character.
    private static let continuationByte: UInt8 = 0
    private static let markByte: UInt8 = 1
    private static let styleByte: UInt8 = 2

    func write(to writer: inout WireWriter) {
        writer.size(size)
        writer.byte((isWhole ? 1 : 0) | (cursor == nil ? 0 : 2))
        if let cursor { writer.point(cursor) }
        var style: Style?
        for run in runs {
            writer.short(run.y)
            writer.short(run.x)
            writer.short(run.cells.count)
            for cell in run.cells { Self.write(cell, &style, to: &writer) }
        }
    }

    private static func write(_ cell: Cell, _ style: inout Style?, to writer: inout WireWriter) {
        if cell.style != style {
            writer.byte(styleByte)
            writer.byte(cell.style.role.rawValue)
            writer.byte(cell.style.emphasis.rawValue)
            style = cell.style
        }
        if cell.isContinuation {
            writer.byte(continuationByte)
            return
        }
        writer.scalar(cell.scalar < 0x20 ? 0x20 : cell.scalar)
        for mark in [cell.mark1, cell.mark2] where mark >= 0x20 {
            writer.byte(markByte)
            writer.scalar(mark)
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> WireFrame {
        let size = try reader.size()
        let flags = try reader.byte()
        guard flags <= 3 else { throw .value("frame") }
        let cursor = flags & 2 == 0 ? nil : try reader.point()
        var runs: [Frame.Run] = []
        var style: Style?
        while reader.remaining > 0 {
            let y = try reader.short()
            let x = try reader.short()
            let count = try reader.short()
            guard y < size.rows, count > 0, x + count <= size.columns else { throw .value("place in a frame") }
            var cells: [Cell] = []
            cells.reserveCapacity(count)
            for _ in 0..<count { cells.append(try readCell(&style, from: &reader)) }
            runs.append(Frame.Run(x: x, y: y, cells: cells))
        }
        return WireFrame(size: size, isWhole: flags & 1 != 0, cursor: cursor, runs: runs)
    }

    private static func readCell(_ style: inout Style?, from reader: inout WireReader) throws(WireError) -> Cell {
        if reader.peeked == styleByte {
            _ = try reader.byte()
            let role: Role = try reader.choice("role")
            style = Style(role, Emphasis(rawValue: try reader.byte()))
        }
        guard let style else { throw .value("style") }
        let value = try reader.scalar()
        if value == UInt32(continuationByte) { return .continuation(style) }
        guard value >= 0x20, let scalar = Unicode.Scalar(value) else { throw .value("character") }
        var cell = Cell(scalar, style: style)
        while reader.peeked == markByte {
            _ = try reader.byte()
            let mark = try reader.scalar()
            guard mark >= 0x20, cell.mark2 == 0 else { throw .value("combining mark") }
            if cell.mark1 == 0 { cell.mark1 = mark } else { cell.mark2 = mark }
        }
        return cell
    }
}
