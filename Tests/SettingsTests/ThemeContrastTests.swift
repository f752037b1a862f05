import Canvas
import Settings
import Testing

@Suite struct `Contrast` {
    /// What is read at arm's length at the end of a long day.
    static let values: Set<Role> = [
        .text, .title, .selection, .draft, .saving, .good, .caution, .alarmHighText, .alarmMediumText, .alarmLowText,
        .stateInfusing, .statePaused, .stateObserving, .laneBloodPressure, .laneHeartRate, .laneOxygen,
    ]

    static func contrast(_ look: Theme.Look) -> Double { look.foreground.contrast(to: look.background) }

    @Test(arguments: Theme.shipped, Role.allCases)
    func `of every role is enough in the shipped themes`(theme: Theme, role: Role) {
        let needed = role.facts.contrast
        #expect(needed >= (Self.values.contains(role) ? 7 : role == .decor ? 3 : 4.5), "\(role)")
        let style = Style(role)
        #expect(Self.contrast(theme[style]) >= needed, "\(role) in \(theme.slug)")
        #expect(Self.contrast(theme.indexed(style).look) >= needed, "\(role) in \(theme.slug), 256 colours")
    }

    @Test(arguments: Theme.shipped, Role.allCases.filter { $0 != .decor })
    func `of text is enough on bars and in selected rows`(theme: Theme, role: Role) {
        for place in [Emphasis.onBar, .onSelection] {
            let style = Style(role, place)
            #expect(Self.contrast(theme[style]) >= 4.5, "\(role) in \(theme.slug)")
            #expect(Self.contrast(theme.indexed(style).look) >= 4.5, "\(role) in \(theme.slug), 256 colours")
        }
    }

    @Test func `that is missing is found for every role but the locked ones`() throws {
        let grey = try Theme(yaml: `A theme`.scheme, file: "t.yaml")
        let found = Set(grey.contrastFindings.filter { !$0.isIndexed }.map(\.style.role))
        #expect(found == Set(Role.allCases.filter { Theme.locked($0) == nil }))
        let first = try #require(grey.contrastFindings.first)
        #expect(first.description == "text has a contrast of 1.0:1, needs 7.0:1")
    }

    /// Values that the definition of WCAG 2.2 gives.
    @Test(
        arguments: [
            (0x000000, 0xFFFFFF, 2100), (0xFFFFFF, 0xFFFFFF, 100), (0x767676, 0xFFFFFF, 454), (0x777777, 0xFFFFFF, 447),
            (0xFF0000, 0xFFFFFF, 399), (0x0000FF, 0xFFFFFF, 859),
        ] as [(UInt32, UInt32, Int)]
    )
    func `is that of WCAG`(first: UInt32, second: UInt32, hundredths: Int) {
        let ratio = ThemeColor(first).contrast(to: ThemeColor(second))
        #expect(Int(ratio * 100) == hundredths)
        #expect(ratio == ThemeColor(second).contrast(to: ThemeColor(first)))
    }
}
