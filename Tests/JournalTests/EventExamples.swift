import Session

/// At least one example of every kind of event, with every word of every list in it.
///
/// The golden corpus is made of these; a kind without an example fails the test of the table.
enum EventExamples {
    static let reason = Reason(code: "bp", text: "BP \"high\", 182/111")

    static let bodies: [Event.Body] = opening + care + infusion + observation + drug + corrections + leaving

    private static let opening: [Event.Body] =
        [
            opened(.person(name: "Ben Sample", phone: "555 0101"), sex: .female, chair: "C1"),
            opened(.approvedTransport("ride service 7"), sex: .male, chair: nil),
            opened(.none, sex: .other, chair: "C2", isSimulated: true),
            opened(.none, sex: .unknown, chair: nil),
            opened(.none, sex: .female, chair: "C3", zone: zone),
            opened(
                .none,
                sex: .female,
                chair: "C3",
                asked: ["Same surname as C1: is this another person?"],
                ordinal: 12
            ),
            .identityConfirmed(identifiers: Identifier.allCases),
            .screeningAnswered([
                ItemAnswer(item: "npo", answer: .yes),
                ItemAnswer(item: "pregnancy", answer: .notApplicable(reason: "post-menopausal"), remark: "stated"),
                ItemAnswer(item: "psychosis", answer: .no, remark: "none ever"),
                ItemAnswer(item: "last-meal", answer: .text("06:30, toast\ttea")),
            ]),
        ]

    /// Half an hour from the full hour, and a clock that is set back on the day after.
    private static let zone = RecordedZone(
        name: "Australia/Adelaide",
        offsets: ZoneOffsets(transitions: [
            .init(fromUTCMicros: 1_795_161_600_000_000, offsetSeconds: 37_800),
            .init(fromUTCMicros: 1_795_300_200_000_000, offsetSeconds: 34_200),
        ])
    )

    private static let care: [Event.Body] =
        OrderWay.allCases.map { way in
            .orderPlaced(
                Order(
                    drug: "ketamine",
                    doseMicrogramsPerKg: 500,
                    weightGrams: 80_000,
                    durationMinutes: 40,
                    concentrationMicrogramsPerMilliliter: 1000,
                    prescriber: "Dr Lind",
                    way: way
                )
            )
        } + [
            .timeoutConfirmed(secondName: "Okafor"),
            .timeoutConfirmed(
                secondName: "Okafor",
                SyringeReading(container: "A", concentrationMicrogramsPerMilliliter: 1000)
            ),
            .accessPlaced(site: "L forearm", gauge: "22G"),
            .accessChecked(isPatent: true, text: "flushes"),
            .accessLost(text: "infiltrated"),
            .accessRemoved(siteIsClean: false, text: "small bruise"),
            .accessChecked(isPatent: false, text: "", line: 9),
            .accessLost(text: "swollen", line: 9, isInfiltrated: true),
            .accessRemoved(siteIsClean: true, text: "", line: 9),
            .sessionReady,
            .screeningReopened(text: "ate breakfast"),
        ]

    private static let infusion: [Event.Body] = [
        .infusionStarted(
            PumpSettings(
                rateMicrolitersPerHour: 60_000,
                volumeNanoliters: 40_000_000,
                concentrationMicrogramsPerMilliliter: 1000,
                container: "A"
            )
        ),
        .infusionPaused(nil),
        .infusionPaused(reason),
        .infusionResumed(pauseReason: reason, prescriberDecision: nil),
        .infusionResumed(pauseReason: reason, prescriberDecision: "Dr Lind: go on"),
        .infusionRateChanged(rateMicrolitersPerHour: 30_000),
        .infusionVolumeRead(volumeNanoliters: 20_400_000, stillInfuses: true),
        .infusionStopped(.completed),
        .infusionStopped(.early(reason)),
    ]

    private static let observation: [Event.Body] = [
        .vitalsRecorded(
            Vitals([
                .systolicMmHg: .value(142), .diastolicMmHg: .value(88), .heartRatePerMin: .value(84),
                .spo2Percent: .value(97), .respiratoryRatePerMin: .value(14), .temperatureTenthsCelsius: .value(368),
                .oxygenTenthsLiterPerMin: .value(20), .etco2MmHg: .value(38), .painNrs: .value(3), .moaas: .value(4),
                .rass: .value(-1),
            ])
        ),
        .vitalsRecorded(
            Vitals(
                [
                    .systolicMmHg: .unmeasurable(.high), .heartRatePerMin: .unmeasurable(.low),
                    .spo2Percent: .unmeasurable(.noReading), .respiratoryRatePerMin: .notDone(reason: "asleep"),
                ],
                confirmedUnusual: true
            )
        ),
        .vitalsNotDone(reason),
        .dissociationRecorded(Dissociation(score: 0)),
        .dissociationRecorded(Dissociation(score: 1, isDistressed: false)),
        .dissociationRecorded(Dissociation(score: 4, isDistressed: true, moaas: 3, rass: -2, text: "crying")),
        .noteRecorded("Müde, \u{202E}aber\u{202C} ruhig.\nMusik aus \\ Licht gedimmt. \u{1F64F}"),
    ]

    private static let drug: [Event.Body] = [
        .drugDrawn(
            DrugContainer(
                name: "A",
                drug: "ketamine",
                vialStrengthMicrogramsPerMilliliter: 10_000,
                concentrationMicrogramsPerMilliliter: 1000,
                volumeNanoliters: 50_000_000
            )
        ),
        .drugDrawn(
            DrugContainer(
                name: "B",
                drug: "ketamine",
                vialStrengthMicrogramsPerMilliliter: 50_000,
                concentrationMicrogramsPerMilliliter: 1000,
                volumeNanoliters: 100_000_000,
                fromVialNanoliters: 3_000_000
            )
        ),
        .drugWasted(DrugWaste(container: "A", volumeNanoliters: 9_600_000, method: "sink", witness: "Okafor")),
        .drugReturned(container: "B", volumeNanoliters: 1),
        .drugExplained(DrugExplanation(entry: 12, witness: "Okafor", text: "never drawn")),
    ]

    private static let corrections: [Event.Body] = [
        .entryAmended(
            target: 20,
            replacement: .vitalsRecorded(Vitals([.systolicMmHg: .value(124)])),
            reason: Reason(code: "mistyped", text: "")
        ),
        .entryAmended(
            target: 5,
            replacement: .unknown(kind: "mood.rated", version: 3, raw: "{\"x\":[1,null]}"),
            reason: reason
        ),
        .entryVoided(target: 3, reason: Reason(code: "wrongPatient", text: "meant C2")),
        .stationWasOff(fromUTCMicros: 1_795_248_000_000_000, toUTCMicros: 1_795_248_300_000_001),
        .overrideGranted(
            Override(
                requirements: ["screening.psychosis", "baseline.recent"],
                prescriber: "Dr Lind",
                way: .telephoneReadBack,
                text: "benefit outweighs"
            )
        ),
        .overrideGranted(
            Override(
                requirements: ["order.total", "baseline.hold.systolicMmHg"],
                prescriber: "Dr Lind",
                way: .written,
                text: "as last time",
                figures: ["order.total": 1600, "baseline.hold.systolicMmHg": 162],
                carriesOwnLimits: true
            )
        ),
        .deviationRecorded(Deviation(kind: "infusion.started", requirements: ["timeout.recent"], reason: reason)),
        .unknown(kind: "mood.rated", version: 2, raw: "{\"mood\":7,\"unit\":\"NRS\"}"),
    ]

    private static let leaving: [Event.Body] = [
        .checklistAnswered([ItemAnswer(item: "iv-out", answer: .yes)]),
        .criteriaMet,
        .sessionReadyToLeave,
        .sessionWorsened(text: "nauseated"),
        .sessionDischarged(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort")),
        .sessionReturned(text: "forgot the phone, felt faint"),
        .sessionCancelled(reason),
        .sessionMoved(chair: "C3"),
        .sessionMoved(chair: nil),
        .sessionClosed,
        .entryLost,
    ]

    private static func opened(
        _ escort: Escort,
        sex: Sex,
        chair: String?,
        isSimulated: Bool = false,
        zone: RecordedZone? = nil,
        asked: [String] = [],
        ordinal: Int? = nil
    ) -> Event.Body {
        .sessionOpened(
            Opening(
                patient: Patient(
                    name: "Sample, Ada",
                    birthDate: CivilDate(daysSince1970: 5179),
                    mrn: "100234",
                    sex: sex,
                    weightGrams: asked.isEmpty ? 80_000 : 181_000,
                    allergies: "none known",
                    escort: escort,
                    weightThousandthsOfPound: asked.isEmpty ? nil : 399_000
                ),
                chair: chair,
                protocolID: "iv-mood-0.5",
                protocolVersion: "1",
                protocolSHA256: String(repeating: "5e", count: 32),
                isSimulated: isSimulated,
                zone: zone,
                asked: asked,
                ordinal: ordinal
            )
        )
    }

    /// The examples as the events of one log, a second apart, with every kind of author and source.
    static let events: [Event] = bodies.enumerated().map { number, body in
        let passed = Int64(number) * 1_000_000
        let isFromRecord = body.isFromLaterProgram
        return Event(
            number: number,
            at: Moment(utcMicros: 1_795_248_000_000_000 + passed, sessionMicros: passed),
            observedAtMicros: number % 3 == 1 && !isFromRecord ? 1_795_247_000_000_000 + passed : nil,
            author: authors[number % authors.count],
            source: isFromRecord ? .manual : Source.allCases[number % Source.allCases.count],
            body: body
        )
    }

    private static let authors: [Author] =
        StaffRole.allCases.map { .staff(id: "n001", role: $0) } + [.device(id: "monitor-3"), .system]
}

extension Event.Body {
    fileprivate var isFromLaterProgram: Bool {
        if case .unknown = self { return true }
        return false
    }
}
