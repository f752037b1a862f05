extension Theme {
    /// Reads a theme; throws everything that is wrong with it.
    package static func read(bytes: [UInt8], name: String) throws(SettingsProblems) -> Theme {
        try YamlReader.read(bytes, name: name, as: ThemeReader.theme)
    }

    /// Reads a theme from its text; `file` is the name that problems bear.
    package init(yaml: String, file: String) throws(SettingsProblems) {
        self = try Self.read(bytes: Array(yaml.utf8), name: file)
    }

    /// Loads the theme that a person chose; throws what is wrong with its file, or where to look when there is none.
    ///
    /// A text with a slash is a path. Any other is a name: of a file `NAME.yaml` in `directory`, else of a shipped theme,
    /// else of a file where the program was started. The shipped dark and light themes need no disk.
    package static func load(_ name: ThemeName, directory: String? = nil) throws(SettingsProblems) -> Theme {
        switch name {
        case .dark: return dark
        case .light: return light
        case .file(let text):
            guard !text.contains("/") else { return try read(path: text) }
            if let path = directory.map({ "\($0)/\(text).yaml" }), SettingsFile.exists(path) {
                return try read(path: path)
            }
            if let theme = shipped(named: text) { return theme }
            guard SettingsFile.exists(text) else { throw missing(text, directory) }
            return try read(path: text)
        }
    }

    /// `$XDG_CONFIG_HOME/vigil/themes`, else `~/.config/vigil/themes`; nil when neither variable is set.
    package static func directory(configHome: String?, userHome: String?) -> String? {
        if let configHome, configHome.hasPrefix("/") { return "\(configHome)/vigil/themes" }
        guard let userHome, userHome.hasPrefix("/") else { return nil }
        return "\(userHome)/.config/vigil/themes"
    }

    private static func read(path: String) throws(SettingsProblems) -> Theme {
        try read(bytes: SettingsFile.read(path), name: path)
    }

    private static func missing(_ name: String, _ directory: String?) -> SettingsProblems {
        let own = directory.map(SettingsFile.yamlFiles)?.map { String($0.dropLast(5)) } ?? []
        let known = (["dark", "light"] + own).joined(separator: ", ")
        let place = directory.map { ", or put it in \($0)" } ?? ""
        return SettingsProblems([
            SettingsError(
                file: name,
                line: 1,
                column: 1,
                problem: "there is no theme \"\(name)\"",
                cure: "write one of: \(known), or the path of a theme file\(place)"
            )
        ])
    }
}
