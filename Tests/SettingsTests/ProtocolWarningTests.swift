import Session
import Settings
import Testing

@Suite struct `A protocol that is good` {
    private static func report(_ text: String) throws -> ProtocolReport {
        ProtocolReport(
            name: "p.yaml",
            rules: try ProtocolFile.read(bytes: Array(text.utf8), name: "p.yaml"),
            problems: []
        )
    }

    /// The shipped file with a text replaced wherever it stands.
    private static func changed(_ old: String, _ new: String) throws -> ProtocolReport {
        let shipped = String(decoding: try #require(ProtocolFile.shipped.first).bytes, as: UTF8.self)
        try #require(shipped.contains(old), "\(old) must stand in the shipped file")
        return try report(shipped.replacing(old, with: new))
    }

    /// The shipped file with the lines of a block in place of its own.
    private static func block(_ key: String, _ lines: String) throws -> ProtocolReport {
        let shipped = String(decoding: try #require(ProtocolFile.shipped.first).bytes, as: UTF8.self)
        let parts = shipped.split(separator: "\n\(key):\n", maxSplits: 1)
        try #require(parts.count == 2, "\(key) must be a block of the shipped file")
        let rest = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.isEmpty || $0.hasPrefix(" ") }.joined(separator: "\n")
        return try report("\(parts[0])\n\(key):\(lines)\n\(rest)")
    }

    @Test func `has no warning as it is shipped`() throws {
        let report = ProtocolFile.check("\(ProtocolFileLocation.shipped)")
        #expect(report.isGood && report.warnings.isEmpty, "\(report.lines)")
        #expect(report.lines.first?.hasSuffix(": good") == true)
    }

    /// What is replaced, by what, and the warnings.
    @Test(arguments: [
        ("  spo2Percent:\n    below: { low: 94, medium: 92, high: 90 }\n", "", ["alarms.spo2Percent"]),
        ("below: { low: 94, medium: 92, high: 90 }", "below: { low: 94 }", ["alarms.spo2Percent.below"]),
        (
            "below: { low: 94, medium: 92, high: 90 }", "atOrAbove: { medium: 99, high: 100 }",
            ["alarms.spo2Percent.below"]
        ),
        (
            "atOrAbove: { low: 150, medium: 160, high: 180 }", "atOrAbove: { low: 150 }",
            ["alarms.systolicMmHg.atOrAbove"]
        ),
        ("  moaas:\n    below: { medium: 4, high: 3 }\n", "", ["alarms.moaas"]),
        ("afterDoseEndMinutes: 60", "afterDoseEndMinutes: 0", ["discharge.afterDoseEndMinutes"]),
        ("afterDoseStartMinutes: 120", "afterDoseStartMinutes: 0", ["discharge.afterDoseStartMinutes"]),
        ("respiratoryRatePerMin, moaas,\n", "respiratoryRatePerMin,\n", ["baseline.required"]),
        ("mandatoryMinutes: [40]", "mandatoryMinutes: []", ["schedule.mandatoryMinutes"]),
        ("dissociationMinutes: [20, 40]", "dissociationMinutes: []", ["schedule.dissociationMinutes"]),
        (
            "dissociationAfterEndMinutes: [30]", "dissociationAfterEndMinutes: []",
            ["schedule.dissociationAfterEndMinutes"]
        ),
        ("adultAgeYears: 18", "adultAgeYears: 0", ["gates.adultAgeYears"]),
        ("    sedation: [moaas]", "    drowsy: [moaas]", ["gates.measureAfterPause.drowsy"]),
        ("    sedation: [moaas]", "    sedation: []", ["gates.measureAfterPause.sedation"]),
        ("    sedation: Too drowsy\n", "", ["gates.measureAfterPause.sedation"]),
        ("    confirmsOxygen: yes\n", "", ["dischargeList"]),
    ])
    func `warns of what then alarms, asks or keeps nobody`(old: String, new: String, places: [String]) throws {
        let report = try Self.changed(old, new)
        #expect(report.isGood, "a warning keeps no file from being used")
        #expect(report.warnings.map(\.place) == places)
    }

    @Test(arguments: [
        ("quickNotes", " []", "quickNotes: the list is empty, the keys 1 to 9 write nothing"),
        ("dischargeList", " []", "dischargeList: the list is empty, nothing is asked before leaving"),
        (
            "screening", "\n  - id: maoi\n    text: MAO inhibitor\n    answers: yesNo\n    tellOn: yes\n",
            "screening: no answer stops a start or asks the prescriber"
        ),
        ("screening", " []", "screening: the list is empty, nothing is asked before the dose"),
        (
            "reasons",
            ["pause", "stop", "cancel", "correction", "deviation", "notDone"].map { "\n  \($0):\n    other: Other" }
                .joined() + "\n", "reasons.notDone: other is the only reason"
        ),
    ])
    func `warns of a list without anything in it`(key: String, lines: String, words: String) throws {
        // What the safety plan hangs on goes with the list it stands in.
        let report = key == "dischargeList" ? try Self.withoutDischargeList() : try Self.block(key, lines)
        #expect(report.warnings.contains { $0.description.hasPrefix(words) }, "\(report.lines)")
    }

    private static func withoutDischargeList() throws -> ProtocolReport {
        var rules = try ProtocolFile.read(bytes: try #require(ProtocolFile.shipped.first).bytes, name: "p.yaml")
        rules.dischargeList = []
        return ProtocolReport(name: "p.yaml", rules: rules, problems: [])
    }

    @Test func `counts its warnings after the word good and says each`() throws {
        let one = try Self.changed("afterDoseEndMinutes: 60", "afterDoseEndMinutes: 0")
        #expect(one.lines.first == "p.yaml: good, 1 warning")
        #expect(
            one.lines.last
                == "  warning: discharge.afterDoseEndMinutes: no minimum stay after the end of the dose: write the minutes"
        )
        let two = try Self.changed("mandatoryMinutes: [40]", "mandatoryMinutes: []").rules
        var rules = try #require(two)
        rules.limits[.spo2Percent] = nil
        let report = ProtocolReport(name: "p.yaml", rules: rules, problems: [])
        #expect(report.lines.first == "p.yaml: good, 2 warnings")
        #expect(report.lines.count { $0.hasPrefix("  warning: ") } == 2)
    }
}
