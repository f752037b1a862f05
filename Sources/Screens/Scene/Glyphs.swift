/// Which characters a terminal can show.
package enum Glyphs: String, CaseIterable, Hashable, Sendable {
    case unicode
    case ascii
}
