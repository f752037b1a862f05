import Session
import TestSupport
import Testing

@Suite struct `Leaving` {
    /// The newest set of a patient who was well before it, and what keeps them here.
    private static let sets: [(line: String, kinds: Set<Criterion.Kind>)] = [
        ("47/46 49 98 29 5", [.pressure, .heartRate, .breathing, .alarms]),
        ("192/90 72 90 14 5", [.pressure, .oxygen, .alarms]),
        ("122/78 49 98 14 5", [.heartRate, .alarms]), ("122/78 111 98 14 5", [.heartRate]),
        ("122/78 72 98 23 5", [.breathing]), ("122/78 72 98 8 5", [.breathing, .alarms]),
        ("122/78 72 93 14 5", [.oxygen]), ("96/60 72 98 14 5", [.pressure]),
        ("161/88 72 98 14 5", [.pressure, .alarms]), ("134/101 72 98 14 5", [.pressure, .alarms]),
        ("bp< 72 98 14 5", [.pressure, .alarms]), ("122/78 72 s< 14 5", [.oxygen, .alarms]),
    ]

    private static let departure = Command.discharge(
        Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort")
    )

    @Test func `goes on once everything is met`() throws {
        var script = try SessionScript()
        try script.recover()
        #expect(script.unmet.isEmpty)
        try script.give(.markReadyToLeave)
        try script.give(.removeAccess(siteIsClean: true, text: ""))
        #expect(script.lacks(Self.departure).isEmpty)
    }

    @Test(arguments: sets)
    func `Nobody is READY TO LEAVE in shock, or on any set outside the limits`(
        line: String,
        kinds: Set<Criterion.Kind>
    ) throws {
        var script = try SessionScript()
        try script.recover()

        try script.type(line)

        #expect(script.unmet == kinds, "\(line)")
        #expect(!script.lacks(.markReadyToLeave).isEmpty)
    }

    @Test(arguments: sets)
    func `Nobody who was READY TO LEAVE leaves on a set that is not`(line: String, kinds: Set<Criterion.Kind>) throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        try script.give(.removeAccess(siteIsClean: true, text: ""))
        try script.type("122/78 72 98 14 5")
        script.wait(minutes: 3)

        try script.type(line)

        #expect(Set(script.lacks(Self.departure)) == Set(kinds.map { "criterion.\($0.rawValue)" }), "\(line)")
    }

    @Test func `One complete set is judged alone, whatever was measured piece by piece before it`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        try script.give(.worsen(text: "dizzy on standing"))
        // All five values are there since, and never in one set.
        for (minutes, line) in [(5, "bp128/80 hr72 rr14"), (5, "s91"), (20, "126/80 72 98 14 5 p0 o0")] {
            script.wait(minutes: minutes)
            try script.type(line)
        }
        try script.answerEverything()
        #expect(script.unmet == [.pressure])
        let pressure = script.session.criteria(at: script.now).first { $0.kind == .pressure }
        #expect(pressure?.detail.hasPrefix("a second set") == true, "\(String(describing: pressure?.detail))")
    }

    @Test func `A spike between two good sets keeps the patient`() throws {
        var script = try SessionScript()
        try script.finishDose()
        for (minutes, line) in [(65, "128/80 72 98 14 5 p0 o0"), (6, "185/112 72 98 14 5"), (5, "134/84 72 98 14 5")] {
            script.wait(minutes: minutes)
            try script.type(line)
        }
        try script.answerEverything()
        script.wait(minutes: 4)
        #expect(script.unmet == [.pressure])
        let pressure = script.session.criteria(at: script.now).first { $0.kind == .pressure }
        #expect(pressure?.detail.hasPrefix("185/112 9 min ago") == true, "\(String(describing: pressure?.detail))")

        script.wait(minutes: 6)
        try script.type("130/82 72 98 14 5")
        #expect(script.unmet.isEmpty, "two good sets with nothing between them")
    }

    @Test func `An answer given when the dose had just ended lets nobody leave later`() throws {
        var script = try SessionScript()
        try script.finishDose()
        script.wait(minutes: 0, seconds: 30)
        try script.measure(recoveredVitals())
        try script.answerEverything()
        script.wait(minutes: 65)
        try script.type("124/78 72 98 14")
        script.wait(minutes: 15)
        try script.type("122/78 72 98 14")

        #expect(script.unmet == [.sedation, .dissociation, .pain, .list])
    }

    @Test func `What was never asked is not met`() throws {
        var script = try SessionScript()
        try script.finishDose()
        script.wait(minutes: 65)
        try script.type("124/78 72 98 14")
        script.wait(minutes: 15)
        try script.type("122/78 72 98 14")

        #expect(script.unmet == [.oxygen, .sedation, .dissociation, .pain, .list])
    }

    @Test(arguments: [true, false])
    func `Evidence from before the patient worsened or came back counts no more`(hasLeft: Bool) throws {
        var script = try SessionScript()
        if hasLeft {
            try script.leave()
            script.wait(minutes: 1)
            try script.give(.comeBack(text: "fainted at the door"))
        } else {
            try script.recover()
            try script.give(.markReadyToLeave)
            script.wait(minutes: 1)
            try script.give(.worsen(text: "dizzy on standing"))
        }

        let kinds: Set<Criterion.Kind> = [
            .pressure, .heartRate, .oxygen, .breathing, .sedation, .dissociation, .pain, .list,
        ]
        #expect(script.unmet == kinds)
        #expect(script.missing(.discharge).contains("final.set"))
    }

    @Test func `A set from the infusion is no final set`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 38)
        try script.measure(sampleVitals())
        script.wait(minutes: 2)
        try script.give(.stop(.completed, observedAtMicros: nil))
        script.wait(minutes: 5)

        #expect(script.missing(.discharge).contains("final.set"))
    }

    @Test func `A pressure alone is no final set`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        try script.give(.removeAccess(siteIsClean: true, text: ""))
        script.wait(minutes: 8)
        try script.type("122/78")
        #expect(script.lacks(Self.departure) == ["final.set"])
        try script.type("122/78 72 98 14")
        #expect(script.lacks(Self.departure).isEmpty, "an escort who comes late costs one set, not the list")
    }

    /// What a patient came with, how they are when they leave, and what keeps them.
    @Test(
        arguments: [
            ("148/92 90 98 14 5", "116/72 70 98 14 5 p0 o0", []), ("148/92 90 98 14 5", "150/90 84 98 14 5 p0 o0", []),
            ("124/78 48 98 14 5", "122/78 48 98 14 5 p0 o0", []), ("124/78 44 98 14 5", "122/78 44 98 14 5 p0 o0", []),
            ("124/78 72 95 14 5 o2", "122/78 72 95 14 5 p0 o2", []),
            ("124/78 72 95 14 5 o2", "122/78 72 95 14 5 p0 o4", [.oxygen]),
            ("124/78 72 98 14 5", "122/78 72 98 14 5 p0 o2", [.oxygen]),
            ("124/78 72 93 14 5", "122/78 72 93 14 5 p0 o0", []),
            ("124/78 72 93 14 5", "122/78 72 92 14 5 p0 o0", [.oxygen]),
            ("124/78 72 98 14 5 p6", "122/78 72 98 14 5 p6 o0", []),
            ("124/78 72 98 14 5 p6", "122/78 72 98 14 5 p7 o0", [.pain]),
            ("102/64 72 98 14 5", "95/60 72 98 14 5 p0 o0", []),
            ("102/64 72 98 14 5", "88/54 72 98 14 5 p0 o0", [.pressure, .alarms]),
        ] as [(String, String, Set<Criterion.Kind>)]
    )
    func `What was so before the dose keeps nobody, and nothing worse is let go`(
        before: String,
        after: String,
        kinds: Set<Criterion.Kind>
    ) throws {
        var script = try SessionScript()
        try script.startInfusing(on: before)
        script.wait(minutes: 40)
        try script.type(before)
        try script.give(.stop(.completed, observedAtMicros: nil))
        script.wait(minutes: 65)
        try script.type(after)
        script.wait(minutes: 15)
        try script.type(after)
        try script.answerEverything()

        #expect(script.unmet == kinds, "\(before), then \(after)")
    }

    @Test func `A patient in distress never leaves, whatever the score`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.recordDissociation(Dissociation(score: 0, isDistressed: true), observedAtMicros: nil))
        #expect(script.unmet == [.dissociation, .alarms])
        script.wait(minutes: 1)
        try script.give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))
        #expect(script.unmet.contains(.dissociation), "a score alone says nothing of distress")
        try script.give(.recordDissociation(Dissociation(score: 0, isDistressed: false), observedAtMicros: nil))
        #expect(script.unmet.isEmpty)
    }
}
