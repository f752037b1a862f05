import Canvas
import Screens
import Session
import TestSupport
import Testing

/// A time that is typed, where the clocks are put forward or back, or the station's is not the record's.
@Suite struct `A typed time` {
    private static func at(_ minute: Int64) -> Int64 { SessionScript.morning + minute * Micros.perMinute }

    /// A place whose clocks change half an hour after the check-in of the sample.
    private static func zone(from before: Int, to after: Int) -> ZoneOffsets {
        ZoneOffsets(transitions: [
            .init(fromUTCMicros: at(-1440), offsetSeconds: before * 3600),
            .init(fromUTCMicros: at(30), offsetSeconds: after * 3600),
        ])
    }

    /// A form an hour after the check-in: at ten by the clock, for the second time or after a skipped hour.
    private func script(_ kind: FormKind, _ standing: Standing, _ zone: ZoneOffsets) throws -> FormScript {
        var session = try standing.script()
        session.wait(minutes: 60)
        session.session.stationZone = zone
        var script = FormScript(kind, session)
        script.surroundings.zone = zone
        return script
    }

    /// Every sheet that takes a time, with the keys that lead up to its submission.
    private static let sheets: [(kind: FormKind, standing: Standing, keys: String)] = [
        (.start, .ready, "60|40|1||@|"), (.rate, .dosing, "45|@|"), (.pauseReason, .dosing, "2|@|"),
        (.resume, .paused, "1|y|@|Dr Lind: go on|"), (.stop, .dosing, "e|2|@||"), (.readVolume, .dosing, "n|10|p|@|"),
        (.vitals, .dosing, "124/78 72 98 14 5 @|"), (.note, .dosing, "slept @|"), (.dissociation, .dosing, "0 @|"),
    ]

    @Test(arguments: sheets.indices)
    func `in the hour that comes twice is asked about in every sheet`(index: Int) throws {
        let sheet = Self.sheets[index]
        for (key, minute) in [("1", 0), ("2", 60)] as [(String, Int64)] {
            var form = try script(sheet.kind, sheet.standing, Self.zone(from: 2, to: 1))
            form.type(sheet.keys.replacing("@", with: "@10:00"))
            let shown = form.text()
            #expect(shown.contains("10:00 came twice: which?"), "\(sheet.kind): \(shown)")
            #expect(shown.contains("summer time, UTC+2") && shown.contains("winter time, UTC+1"), "\(shown)")
            var step = form.type(key)
            if sheet.kind == .resume { step = form.decide(step) }
            let said = String(describing: command(step))
            #expect(said.contains("Optional(\(Self.at(minute)))"), "\(sheet.kind): \(said) \(form.text())")
        }
    }

    @Test(arguments: sheets.indices)
    func `that the clocks skipped is refused with what to type, in every sheet`(index: Int) throws {
        let sheet = Self.sheets[index]
        var form = try script(sheet.kind, sheet.standing, Self.zone(from: 1, to: 2))
        #expect(command(form.type(sheet.keys.replacing("@", with: "@10:00"))) == nil)
        let words = "10:00 does not exist, the clocks went from 09:30 to 10:30: type a time before 09:30 or from 10:30"
        #expect(form.text().contains(words), "\(sheet.kind): \(form.text())")
    }

    /// In the repeated hour a time whose other instant is before check-in, or still to come, has only one.
    @Test(arguments: [("@09:45", 45), ("@10:20", 20)] as [(String, Int64)])
    func `that can be only one of two is taken without a question`(typed: String, minute: Int64) throws {
        var form = try script(.note, .dosing, Self.zone(from: 2, to: 1))
        let note = command(form.type("slept \(typed)|"))
        #expect(note == .recordNote("slept", observedAtMicros: Self.at(minute)), "\(form.text())")
    }

    @Test(arguments: [("r", 50), ("s", -10)] as [(String, Int64)])
    func `is asked about where the station's clock is not the record's`(key: String, minute: Int64) throws {
        let record = ZoneOffsets(transitions: [.init(fromUTCMicros: 0, offsetSeconds: 3600)])
        var form = try script(.note, .dosing, record)
        form.surroundings.zone = ZoneOffsets(transitions: [.init(fromUTCMicros: 0, offsetSeconds: 7200)])
        #expect(command(form.type("slept @09:50|")) == nil)
        #expect(form.text().contains("This record's clock is at 10:00, the station's at 11:00: by which is it 09:50?"))
        let step = form.type(key)
        if minute < 0 {
            #expect(form.text().contains("is before check-in at"), "\(form.text())")
        } else {
            #expect(command(step) == .recordNote("slept", observedAtMicros: Self.at(minute)))
        }
        // Minutes ago are the same by every clock.
        var ago = try script(.note, .dosing, record)
        ago.surroundings.zone = .utc
        #expect(command(ago.type("slept @-5|")) == .recordNote("slept", observedAtMicros: Self.at(55)))
    }

    @Test func `puts a pause and a resume at their own times`() throws {
        var pause = try script(.pauseReason, .dosing, .utc)
        let reason = sampleProtocol().reasons.pause[1]
        #expect(command(pause.type("2|-5|")) == .pause(reason, observedAtMicros: Self.at(55)))
        // Paused 10 min after the start and gone on with 4 min later: no pause that needs the prescriber.
        var resume = try script(.resume, .paused, .utc)
        #expect(resume.text().contains("Prescriber decided"))
        resume.type("1|y|@08:14")
        #expect(!resume.text().contains("Prescriber decided"), "\(resume.text())")
        let second = resume.decide(resume.press(.enter))
        let cause = sampleProtocol().reasons.pause[0]
        let expected = Command.resume(pauseReason: cause, prescriberDecision: nil, observedAtMicros: Self.at(14))
        #expect(command(second) == expected, "\(resume.text())")
    }

    @Test func `that contradicts another step is refused in the form, with that step`() throws {
        var form = try script(.stop, .paused, .utc)
        form.decide(form.type("e|2|@08:05||"))
        let words = "the stop at 08:05:00 lies before the pause at 08:10:00, 62 min ago, which would then fit nothing"
        #expect(form.text().contains(words), "\(form.text())")
    }
}
