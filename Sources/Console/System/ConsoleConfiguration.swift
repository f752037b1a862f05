package import Settings

/// How a console is started.
package struct ConsoleConfiguration: Sendable {
    /// The station's home; its socket is `socket` in it.
    package var home: String
    /// The arguments that make this same program the station: "serve", "--home" and the home.
    package var stationArguments: [String]
    package var theme: Theme
    /// Whether a person asked for the theme by name; then NO_COLOR does not take its colours away.
    package var isThemeChosen: Bool

    package init(home: String, stationArguments: [String], theme: Theme, isThemeChosen: Bool = false) {
        self.home = home
        self.stationArguments = stationArguments
        self.theme = theme
        self.isThemeChosen = isThemeChosen
    }
}
