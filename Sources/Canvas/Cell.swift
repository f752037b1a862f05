/// One character cell: a base scalar, up to two combining marks, and a style.
///
/// A wide character takes two cells; the second holds `Cell.continuation`'s scalar and is never drawn by itself.
package struct Cell: Hashable, Sendable {
    /// The base scalar's value; 0 marks the second half of a wide character.
    package var scalar: UInt32
    /// Combining marks drawn over the base; 0 where there is none.
    package var mark1: UInt32
    package var mark2: UInt32
    package var style: Style

    package init(_ scalar: Unicode.Scalar = " ", style: Style = .text) {
        self.scalar = scalar.value
        self.mark1 = 0
        self.mark2 = 0
        self.style = style
    }

    /// The second half of a wide character.
    package static func continuation(_ style: Style) -> Cell {
        var cell = Cell(" ", style: style)
        cell.scalar = 0
        return cell
    }

    package var isContinuation: Bool { scalar == 0 }

    /// The cell's text: the base and its marks; empty for a continuation.
    package var text: String {
        var result = ""
        for value in [scalar, mark1, mark2] where value != 0 {
            result.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
        }
        return result
    }
}
