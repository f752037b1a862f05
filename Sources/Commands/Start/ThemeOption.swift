import ArgumentParser
import Settings

/// How the screen looks.
struct ThemeOption: ParsableArguments {
    @Option(name: .customLong("theme"), help: "dark, light, or a theme file; otherwise $VIGIL_THEME or the station's.")
    var name: String?

    func theme(otherwise station: ThemeName) throws -> Theme {
        let wanted = name ?? environment("VIGIL_THEME")
        let folder = Theme.directory(configHome: environment("XDG_CONFIG_HOME"), userHome: environment("HOME"))
        return try Theme.load(wanted.map { ThemeName($0) } ?? station, directory: folder)
    }
}
