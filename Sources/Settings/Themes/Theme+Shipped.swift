extension Theme {
    /// The theme for rooms with the lights down, and the one that is used when nothing is said.
    package static let dark = shipped(PackageResources.vigil_dark_yaml, "vigil-dark.yaml")
    package static let light = shipped(PackageResources.vigil_light_yaml, "vigil-light.yaml")

    /// The themes that come with the program.
    package static var shipped: [Theme] { [dark, light] }

    /// Finds a shipped theme by its slug, or by "dark" and "light".
    package static func shipped(named name: String) -> Theme? {
        shipped.first { $0.slug == name || $0.variant.rawValue == name }
    }

    private static func shipped(_ bytes: [UInt8], _ file: String) -> Theme {
        do throws(SettingsProblems) {
            return try read(bytes: bytes, name: file)
        } catch {
            preconditionFailure("a shipped theme cannot be read: \(error)")
        }
    }
}
