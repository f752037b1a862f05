import Settings
extension Theme {
    static func load(_ n: StationConfiguration.ThemeName) throws -> Theme { n == .light ? .light : .dark }
}
