import Session
import TestSupport
import Testing

/// The patients of the hazards page, each a whole session under the shipped protocol: each leaves when it should, and
/// READY TO LEAVE is refused at every try before.
@Suite struct `Each patient leaves in time and none before` {
    static let time = ["criterion.time"]

    /// The same patient a minute later with another set: what keeps them here.
    func held(_ visit: Visit, by line: String) throws -> [String] {
        var visit = visit
        visit.script.wait(minutes: 3)
        try visit.look(line)
        return visit.refused(.markReadyToLeave)
    }

    @Test func `A resting pulse of 44 is decided on and does not keep the patient here`() throws {
        var visit = try Visit()
        try visit.checkIn("118/74 44 98 14 5 t36.6 p0 o0")
        #expect(visit.refused(.declareReady) == ["baseline.hold.heartRatePerMin"])
        #expect(visit.asked.contains { $0.hasPrefix("HR 44") })
        try visit.decide(on: .ready)
        try visit.start()
        try visit.infuse("134/82 46 97 14 4")
        #expect(visit.alarms.isEmpty)

        let tries = try visit.leave(as: "120/76 44 98 14 5 p0")

        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.leftAt == 120)
        #expect(try held(visit, by: "120/76 39 98 14 5 p0") == ["criterion.alarms"])
        #expect(try held(visit, by: "120/76 34 98 14 5 p0") == ["criterion.heartRate", "criterion.alarms"])
        try visit.goHome()
    }

    @Test func `A resting pulse of 48 asks for no decision and leaves no alarm standing`() throws {
        var visit = try Visit()
        try visit.checkIn("118/74 48 98 14 5 t36.6 p0 o0")
        #expect(visit.refused(.declareReady).isEmpty)
        try visit.start()
        try visit.infuse("134/82 50 97 14 4")

        let tries = try visit.leave(as: "120/76 48 98 14 5 p0")

        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.leftAt == 120)
        #expect(visit.session.standingAlarms.isEmpty)
        #expect(try held(visit, by: "120/76 38 98 14 5 p0") == ["criterion.heartRate", "criterion.alarms"])
        try visit.goHome()
    }

    @Test func `An anxious 148/92 is measured twice, decided, and leaves relaxed at 116/72`() throws {
        var visit = try Visit()
        try visit.checkIn("148/92 84 98 14 5 t36.6 p0 o0")
        #expect(visit.refused(.declareReady) == ["baseline.repeat"])
        visit.script.wait(minutes: 4)
        try visit.measure("148/92")
        #expect(visit.refused(.declareReady) == ["baseline.repeat"])
        visit.script.wait(minutes: 1)
        try visit.measure("148/92")
        #expect(visit.refused(.declareReady) == ["baseline.caution"])
        try visit.decide(on: .ready, carriesOwnLimits: true)
        let (systolic, diastolic) = (visit.session.limits[.systolicMmHg], visit.session.limits[.diastolicMmHg])
        #expect(systolic?.mediumAtOrAbove == 170 && systolic?.lowAtOrAbove == 160 && systolic?.highAtOrAbove == 180)
        #expect(diastolic?.mediumAtOrAbove == 105 && diastolic?.lowAtOrAbove == 100 && diastolic?.highAtOrAbove == 110)
        try visit.start()
        try visit.infuse("166/102 90 97 14 4")
        #expect(visit.alarms.isEmpty)
        #expect(visit.session.standingAlarms.first?.present?.priority == .low)

        let tries = try visit.leave(as: "116/72 74 98 14 5 p0")

        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.leftAt == 120)
        #expect(try held(visit, by: "162/88 74 98 14 5 p0") == ["criterion.pressure"])
        #expect(try held(visit, by: "152/88 74 98 14 5 p0") == ["criterion.pressure"])
        #expect(try held(visit, by: "171/88 74 98 14 5 p0") == ["criterion.pressure", "criterion.alarms"])
        try visit.goHome()
    }

    @Test func `Oxygen at baseline leaves on that oxygen and on no more`() throws {
        var visit = try Visit()
        try visit.checkIn("124/78 80 92 16 5 t36.6 p0 o2")
        #expect(visit.refused(.declareReady) == ["baseline.hold.spo2Percent"])
        try visit.decide(on: .ready, carriesOwnLimits: true)
        let limits = visit.session.limits[.spo2Percent]
        #expect(limits?.lowBelow == 91 && limits?.mediumBelow == 90 && limits?.highBelow == 88)
        try visit.start()
        try visit.infuse("134/84 84 91 16 4 o3")
        #expect(visit.alarms.isEmpty)

        let tries = try visit.leave { visit, minute in
            guard Visit.isDue(minute) else { return }
            try visit.look("126/80 80 92 16 5 p0 o\(minute < 115 ? 3 : 2)")
        }

        #expect(tries.codes(70...110) == [["criterion.time", "criterion.oxygen"]])
        #expect(tries.codes(120...120) == [["criterion.oxygen"]])
        #expect(tries.leftAt == 125)
        #expect(try held(visit, by: "126/80 80 92 16 5 p0 o3") == ["criterion.oxygen"])
        #expect(try held(visit, by: "126/80 80 91 16 5 p0 o2") == ["criterion.oxygen"])
        try visit.goHome()
    }

    @Test func `176 kg are asked about with all that follows, and leave in time`() throws {
        let patient = samplePatient(weightGrams: 176_000)
        let question = "Weight 176 kg = 388 lb is unusual (40 to 130 kg): are number and unit right?"
        #expect(throws: Refusal.unusual([question])) { try Visit(patient) }
        var visit = try Visit(patient, asked: [question])
        try visit.checkIn("128/80 78 97 14 5 t36.6 p0 o0", order: sampleOrder(weightGrams: 176_000))
        #expect(visit.asked == ["88 mg in all is over 60 mg: is the weight right?", question])
        let pump = samplePump(rateMicrolitersPerHour: 132_000, volumeNanoliters: 88_000_000)
        var short = visit
        try short.start(pump)
        #expect(short.asked.contains { $0.hasSuffix("a second container follows") })
        var bag = sampleContainer()
        (bag.volumeNanoliters, bag.fromVialNanoliters) = (100_000_000, 10_000_000)
        try visit.start(pump, from: bag)
        try visit.infuse("140/86 84 97 14 4")
        #expect(visit.session.dose(at: visit.script.now)?.givenMicrograms == 88_000)

        let tries = try visit.leave(as: "126/80 76 97 14 5 p0")

        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.leftAt == 120)
        try visit.goHome()
    }

    @Test func `52 kg typed as pounds is asked about, and its order does not stand once the weight is put right`()
        throws
    {
        let typed = try #require(DecimalWeight(text: "52l"))
        #expect(typed.grams == 23_600)
        var patient = samplePatient(weightGrams: typed.grams)
        patient.weightThousandthsOfPound = typed.poundThousandths
        let question = "Weight 23.6 kg = 52 lb is unusual (40 to 130 kg): are number and unit right?"
        #expect(throws: Refusal.unusual([question])) { try Visit(patient) }
        // The tired nurse says yes twice; the next one reads the scales.
        var visit = try Visit(patient, asked: [question])
        try visit.checkIn("112/70 70 99 14 5 t36.6 p0 o0", order: sampleOrder(weightGrams: 23_600))
        #expect(visit.asked.contains(question))
        var late = visit
        try late.start(samplePump(rateMicrolitersPerHour: 17_700, volumeNanoliters: 11_800_000))
        for correctsInfusing in [true, false] {
            var corrected = correctsInfusing ? late : visit
            var opening = try #require(corrected.session.opening)
            (opening.patient.weightGrams, opening.patient.weightThousandthsOfPound) = (52_000, nil)
            let wrongUnit = try #require(corrected.session.rules.reasons.correction.first { $0.code == "wrongUnit" })
            try corrected.give(.amend(target: 0, replacement: .sessionOpened(opening), reason: wrongUnit))
            #expect(corrected.session.weightDifference?.isCorrected == true)
            if !correctsInfusing { visit = corrected }
        }
        #expect(visit.refused(.declareReady) == ["order.weight"])
        try visit.give(.placeOrder(sampleOrder(weightGrams: 52_000), confirmedUnusual: false))
        #expect(visit.session.weightDifference == nil)
        try visit.start(samplePump(rateMicrolitersPerHour: 39_000, volumeNanoliters: 26_000_000))
        try visit.infuse("126/78 76 98 14 4")
        #expect(visit.session.dose(at: visit.script.now)?.givenMicrograms == 26_000)

        let tries = try visit.leave(as: "114/72 70 99 14 5 p0")

        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.leftAt == 120)
        try visit.goHome()
    }
}
