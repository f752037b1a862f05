import Foundation
import Session
import Settings
import Testing

/// Where the shipped file lies in the checkout these tests were built from.
enum ProtocolFileLocation {
    static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Settings/Protocols/iv-mood-0.5.yaml").path
}

@Suite struct `A comment of the shipped protocol` {
    let rules: InfusionProtocol
    let lines: [Substring]

    init() throws {
        let shipped = try #require(ProtocolFile.shipped.first)
        rules = try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
        lines = String(decoding: shipped.bytes, as: UTF8.self).split(separator: "\n")
    }

    /// The claims of the header, in its own words, and whether the file keeps them.
    static let claims: [(words: String, isKept: @Sendable (InfusionProtocol) -> Bool)] = [
        (
            "0.5 mg/kg over 40 min is the conventional dose",
            { $0.dose.doseMicrogramsPerKg == 500 && $0.dose.durationMinutes == 40 }
        ),
        ("0.5 mg/kg over 40 minutes", { $0.dose.doseMicrogramsPerKg == 500 && $0.dose.durationMinutes == 40 }),
        // The limits are far outside what is to be expected, and a set is asked for at the peak.
        ("+16/+11 mmHg at 40 min", { $0.schedule.mandatoryMinutes.contains(40) && rise($0) == (40, 25) }),
        ("+3/+3 mmHg at 30 min", { rise($0).0 > 3 && rise($0).1 > 3 }),
        (
            "140/90      above it, weigh the risk",
            { $0.baseline.cautionSystolicAbove == 140 && $0.baseline.cautionDiastolicAbove == 90 }
        ),
        ("+40 / +25", { rise($0) == (40, 25) }),
        ("90 / 180    systolic limits for starting", { $0.baseline.stop[.systolicMmHg] == 90...179 }),
        ("breathing 10..30", { $0.baseline.stop[.respiratoryRatePerMin] == 10...30 }),
        (
            "94 and 92 %",
            { $0.limits[.spo2Percent]?.lowBelow == 94 && $0.limits[.spo2Percent]?.mediumBelow == 92 }
        ),
        // Eight breaths are the most that alarm as high.
        ("8 breaths", { $0.limits[.respiratoryRatePerMin]?.highBelow == 9 }),
        ("111 pulse", { $0.limits[.heartRatePerMin]?.lowAtOrAbove == 111 }),
        ("0.5 mg/kg over 40 min is always 12.5", { $0.dose.doseMicrogramsPerKg * 10 / $0.dose.durationMinutes == 125 }),
        ("the keys 1 to 9", { $0.quickNotes.count == 9 }),
        ("5 answers readily, 0 no response", { $0.ranges[.moaas]?.hard == 0...5 }),
        ("+4 combative, 0 alert and calm, -5 no response", { $0.ranges[.rass]?.hard == -5...4 }),
        ("closed eyes are -3", { $0.limits[.rass]?.mediumBelow == nil && $0.limits[.rass]?.highBelow == nil }),
    ]

    private static func rise(_ rules: InfusionProtocol) -> (Int, Int) {
        (rules.relativePressure.systolicRiseMmHg, rules.relativePressure.diastolicRiseMmHg)
    }

    private static func comment(_ line: Substring) -> String? {
        line.firstIndex(of: "#").map { String(line[$0...]) }
    }

    @Test func `says the numbers that the file has`() {
        let comments = lines.compactMap(Self.comment).joined(separator: "\n")
        for claim in Self.claims {
            #expect(comments.contains(claim.words), "\(claim.words) stands in no comment: take it off this list")
            #expect(claim.isKept(rules), "\(claim.words) is not what the file says")
        }
    }

    @Test func `has no number that no test holds against the file`() {
        // Years, who was studied, and how a figure spreads: of the sources, not of the file. A date shows its form.
        let sources = [
            "2017", "2018", "2024", "2,342 infusions", "684 infusions", "sd 11.2/8.5", "NEWS2", "2026-01-31",
            "+3/+3 mmHg",
        ]
        for line in lines {
            guard var comment = Self.comment(line) else { continue }
            for words in Self.claims.map(\.words) + sources { comment = comment.replacing(words, with: "") }
            #expect(!comment.contains(/[0-9]/), "\(line): a number that nothing compares with the file")
        }
    }

    /// Items whose answer the prescriber decides on or is told of, by the rule for screening.
    @Test(arguments: [
        ("psychosis", Answer?.some(.yes), Answer?.none, String?.none), ("pregnancyExcluded", .no, nil, nil),
        ("breastfeeding", .yes, nil, nil), ("aneurysm", .yes, nil, nil), ("pressureHeadEye", .yes, nil, nil),
        ("theophylline", .yes, nil, nil), ("fastingSolids", .no, nil, nil), ("weightChange", .yes, nil, nil),
        ("suicideRiskHigh", .yes, nil, nil), ("opioidsToday", nil, .yes, "sedativesToday"),
        ("sedativesToday", nil, .yes, nil), ("maoi", nil, .yes, nil), ("stimulantsToday", nil, .yes, nil),
        ("liver", nil, .yes, nil), ("cardiac", nil, .yes, nil), ("alcoholDrugs", nil, .yes, nil),
        ("suicidality", nil, .yes, nil),
    ])
    func `Each item of the shipped screening is decided or told as it is meant`(
        id: String,
        decides: Answer?,
        tells: Answer?,
        with: String?
    ) throws {
        let item = try #require(rules.screening.first { $0.id == id })
        #expect(item.decideOn == decides && item.tellOn == tells && item.decideWith == with)
        #expect(item.stopOn == nil)
    }
}
