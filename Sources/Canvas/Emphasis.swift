/// Emphasis that a terminal can show without colour.
package struct Emphasis: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package static let bold = Emphasis(rawValue: 1)
    package static let underline = Emphasis(rawValue: 2)
    package static let reverse = Emphasis(rawValue: 4)
    /// An amended value: struck through where the terminal can.
    package static let struck = Emphasis(rawValue: 8)
    /// The cell stands on the bar: it takes the bar's background where its role has the screen's.
    package static let onBar = Emphasis(rawValue: 16)
    /// The cell stands in the selected row: it takes the selection's background where its role has the screen's.
    package static let onSelection = Emphasis(rawValue: 32)

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}
