import Session
import Settings
import Testing

@Suite struct `A protocol file` {
    /// The shipped file with one text replaced, and the line on which that text stood.
    static func changed(_ old: String, to new: String) throws -> (text: String, line: Int) {
        let shipped = try #require(ProtocolFile.shipped.first)
        let text = String(decoding: shipped.bytes, as: UTF8.self)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(old) must stand in the shipped file")
        let line = parts[0].count { $0 == "\n" } + 1
        return (parts[0] + new + parts[1], line)
    }

    static func problems(in text: String) -> [String] {
        do throws(SettingsProblems) {
            _ = try ProtocolFile.read(bytes: Array(text.utf8), name: "p.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// What is replaced, by what, and what is said: `LINE` stands for the line of the replaced text.
    static let mistakes: [(old: String, new: String, expected: String)] = [
        (
            "id: iv-mood", "id: IV mood",
            "LINE:5: IV mood-0.5 cannot be an id: write up to 40 small letters, digits, dots and hyphens"
        ),
        (
            "status: example - not approved", "status: fine",
            "LINE:9: fine is not known here: write one of: example - not approved, approved"
        ),
        (
            "status: example - not approved", "status: approved",
            "LINE:9: an approved protocol must say by whom and when: add approvedBy: and approvedOn:"
        ),
        (
            "# approvedBy: Name", "approvedBy: Name",
            "BEFORE:9: somebody has signed, but the status says example: write status: approved, or remove approvedBy and approvedOn"
        ),
        ("# approvedOn: 2026-01-31", "approvedOn: 31 Jan", "LINE:13: 31 Jan is not a date: write it as 2026-01-31"),
        ("doseMgPerKg: 0.5", "doseMgPerKg: 0,5", "LINE:16: 0,5 is not a number: write digits only, such as 0.5"),
        ("doseMgPerKg: 0.5", "doseMgPerKg: 0.5555", "LINE:16: 0.5555 has more than 3 decimals: round it to 3 decimals"),
        ("doseMgPerKg: 0.5", "doseMgPerKg: 0", "LINE:16: 0 is outside 0.001 to 100: write a number from 0.001 to 100"),
        (
            "doseMgPerKg: 0.5", "doseMgPerKg: 1",
            "LINE:16: the planned dose is above askAboveTotalMgPerKg: lower it, or raise askAboveTotalMgPerKg"
        ),
        ("doseMgPerKg: 0.5", "doseMcgPerKg: 500", "LINE:3: the key doseMcgPerKg is unknown: write doseMgPerKg"),
        (
            "stopAboveTotalMgPerKg: 1.5", "stopAboveTotalMgPerKg: 0.6",
            "BEFORE:25: the question comes after the stop: write at most the number of stopAboveTotalMgPerKg"
        ),
        (
            "stopBelowDurationMinutes: 15", "stopBelowDurationMinutes: 31",
            "LINE:29: the stop comes before the question: write at most 30"
        ),
        (
            "  durationMinutes: 40", "  durationMinutes: 25",
            "LINE:20: the planned duration is outside askOutsideDurationMinutes: write a duration inside it, or widen it"
        ),
        ("hard: 40..300", "hard: 300..40", "LINE:35: the range 300..40 ends before it begins: write 40..300"),
        ("hard: 40..300", "hard: 40-300", "LINE:35: a range is needed here: write it as 40..300"),
        (
            "hard: 40..300", "hard: 90..300",
            "LINE:50: the soft range reaches outside the hard range: keep it inside 90..300"
        ),
        ("soft: 35.0..38.5", "soft: 35.0..38.55", "LINE:53: 38.55 has more than 1 decimal: round it to 1 decimal"),
        ("jump: 40 }", "jump: 0 }", "LINE:65: the jump must be above 0: remove it to ask nothing"),
        ("  etco2MmHg:  ", "  etCO2MmHg:  ", "LINE:3: the key etCO2MmHg is unknown: write etco2MmHg"),
        (
            "low: 150, medium: 160", "low: 170, medium: 160",
            "LINE:36: medium must lie above low: write a number above 170"
        ),
        (
            "below: { medium: 90, high: 80 }", "below: { medium: 90, high: 95 }",
            "LINE:32: high must lie below medium: write a number below 90"
        ),
        (
            "below: { medium: 90, high: 80 }", "below: { medium: 90, high: 30 }",
            "LINE:32: no value that can be typed reaches this limit: keep it inside 40..300"
        ),
        (
            "below: { medium: 90, high: 80 }", "below: { medium: 155, high: 80 }",
            "LINE:12: a value between the two sides would alarm on both: keep every number of below at most at 150"
        ),
        (
            "systolicFallPercent: 30", "systolicFallPercent: 130",
            "LINE:24: 130 is outside 1 to 100: write a number from 1 to 100"
        ),
        (
            "systolicMmHg: 90..179", "systolicMmHg: 95..179",
            "LINE:19: a start is stopped before the prescriber is asked: write a range around 90..159"
        ),
        (
            "spo2Percent: 94..100", "spo2Percent: 94..101",
            "LINE:18: the range reaches outside what can be typed: keep it inside 50..100"
        ),
        (
            "dosingEveryMinutes: 10", "dosingEveryMinutes: 0",
            "LINE:23: 0 is outside 1 to 1440: write a number from 1 to 1440"
        ),
        (
            "dissociationMinutes: [20, 40]", "dissociationMinutes: [40, 20]",
            "LINE:29: the minutes are not in rising order: sort them, each once"
        ),
        (
            "recoveryStableEveryMinutes: 30", "recoveryStableEveryMinutes: 5",
            "LINE:31: the interval becomes shorter when the patient is stable: write at least 15"
        ),
        (
            "painAtMost: 3 ", "score: padss\n  painAtMost: 3 ",
            "LINE:10: no score is computed, so a score cannot be asked for: remove the line; the criteria above hold by themselves"
        ),
        ("  - id: allergy", "  - id: consent", "LINE:9: the id consent stands twice in this list: choose another"),
        ("    stopOn: no", "    stopOn: maybe", "LINE:13: maybe is not known here: write one of: yes, no"),
        (
            "answers: yesNo\n", "answers: text\n",
            "AFTER:13: an answer in words cannot stop, ask or tell: remove stopOn, or write answers: yesNo"
        ),
        ("    other: Other\n  stop:", "  stop:", "LATER:5: there is no reason other in this list: add other: Other"),
        (
            "needsAtDischarge: safetyPlan", "needsAtDischarge: plan",
            "LINE:23: plan is not an item of the discharge list: write the id of one of its items"
        ),
        (
            "tellOn: yes\n    needsAtDischarge", "needsAtDischarge",
            "LINE:23: this item neither stops, asks nor tells, so it never needs anything: add stopOn:, decideOn: or tellOn:, or remove needsAtDischarge"
        ),
        (
            "toleranceMg: 1", "toleranceMg: &t 1",
            "LINE:16: an anchor (&) is not allowed: remove it and write the value out wherever it is used"
        ),
    ]

    @Test(arguments: mistakes)
    func `is refused with place, problem and cure`(mistake: (old: String, new: String, expected: String)) throws {
        let (text, line) = try Self.changed(mistake.old, to: mistake.new)
        let offsets = ["LINE": 0, "BEFORE": -1, "AFTER": 1]
        let problems = Self.problems(in: text)
        let word = try #require(mistake.expected.split(separator: ":").first.map(String.init))
        let rest = mistake.expected.dropFirst(word.count)
        if let offset = offsets[word] {
            #expect(problems.contains("p.yaml:\(line + offset)\(rest)"), "\(problems)")
        } else {
            #expect(problems.contains { $0.hasSuffix(rest) }, "\(problems)")
        }
    }

    @Test func `tells everything that is wrong at once, in the order of its lines`() throws {
        let (one, first) = try Self.changed("durationMinutes: 40", to: "durationMinutes: forty")
        let second = try Self.changed("toleranceMg: 1", to: "toleranceMg: some").line
        let text = one.replacing("toleranceMg: 1", with: "toleranceMg: some")
        #expect(
            Self.problems(in: text) == [
                "p.yaml:\(first):20: forty is not a whole number: write digits only, such as 40",
                "p.yaml:\(second):16: some is not a number: write digits only, such as 0.5",
            ]
        )
    }

    @Test func `that is signed says so`() throws {
        let signed = try Self.changed("status: example - not approved", to: "status: approved").text
            .replacing("# approvedBy: Name of the medical director", with: "approvedBy: Dr Sample")
            .replacing("# approvedOn: ", with: "approvedOn: ")
        let rules = try ProtocolFile.read(bytes: Array(signed.utf8), name: "p.yaml")
        #expect(rules.approvedBy == "Dr Sample")
        #expect(rules.approvedOn == "2026-01-31")
    }

    @Test func `that is not there is reported as a problem of its path`() {
        let report = ProtocolFile.check("/nonexistent/p.yaml")
        let expected = "/nonexistent/p.yaml:1:1: the file cannot be opened (No such file or directory): check the path"
        #expect(report.lines == [expected])
        #expect(!report.isGood)
    }
}
