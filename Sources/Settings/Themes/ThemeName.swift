/// A shipped theme, or the name or path of a theme file.
package enum ThemeName: Hashable, Sendable {
    case dark
    case light
    case file(path: String)

    package init(_ text: String) {
        switch text {
        case "dark": self = .dark
        case "light": self = .light
        case let path: self = .file(path: path)
        }
    }

    package var text: String {
        switch self {
        case .dark: "dark"
        case .light: "light"
        case .file(let path): path
        }
    }
}
