import Canvas
import Screens
import Session
import TestSupport

/// A ward in the middle of a morning, made by commands: a patient in each phase, all at the same time of day.
struct SampleWard {
    /// 2026-11-21 14:05:09 UTC.
    static let now = SessionScript.morning + 6 * Micros.perHour + 309 * Micros.perSecond

    static let nurse = StaffMember(id: "n001", name: "Mary Okafor", role: .nurse)
    static let prescriber = StaffMember(id: "p001", name: "Dr Lind", role: .prescriber)

    static func surroundings(_ glyphs: Glyphs = .unicode, isSimulated: Bool = false) -> Surroundings {
        Surroundings(
            zone: .utc,
            glyphs: glyphs,
            stationName: "Harbour Clinic",
            staff: [nurse, prescriber],
            isSimulated: isSimulated
        )
    }

    static func ward(_ stays: [Stay], chairs: Int = 8, faults: [Fault] = []) -> Ward {
        Ward(
            chairs: (1...max(1, chairs)).map { "C\($0)" },
            stays: stays,
            faults: faults,
            protocols: [ProtocolChoice(rules: sampleProtocol(), sha256: String(repeating: "0", count: 64))],
            nowUTCMicros: now
        )
    }

    /// A patient in a chair with a phase of their own.
    static func patient(_ name: String, _ number: Int) -> Patient {
        var patient = samplePatient(name: name, mrn: "10\(number)\(number)34", birthYear: 1950 + number * 5)
        patient.birthDate =
            CivilDate(year: 1950 + number * 5, month: 1 + number % 12, day: 3 + number) ?? patient.birthDate
        return patient
    }

    /// Sets a script's session to this time of day under an id of its own; all of it is on disk.
    static func stay(_ script: SessionScript, _ id: String, unsaved: Int = 0, isFailing: Bool = false) -> Stay {
        let shift = now - script.now.utcMicros
        let events = script.session.entries.map { event in
            var event = event
            event.at.utcMicros += shift
            event.observedAtMicros = event.observedAtMicros.map { $0 + shift }
            return event
        }
        let session = Session(id: id, rules: script.session.rules, events: events)
        return Stay(
            decided: session,
            durableCount: session.nextNumber - unsaved,
            isFailing: isFailing,
            now: Moment(utcMicros: now, sessionMicros: script.now.sessionMicros)
        )
    }

    /// One patient in each phase, and one without a chair.
    static func full() throws -> Ward {
        ward([
            try stay(infusing(patient("Sample, Ada", 1), "C1", systolic: 162), "a"),
            try stay(infusing(patient("Brook, Emil", 2), "C2", systolic: 138), "b"),
            try stay(paused(patient("Castellanos-Whitfield, Maria", 3), "C3"), "c"),
            try stay(observing(patient("Dietrich, Jonas", 4), "C4"), "d"),
            try stay(ready(patient("Sample, Ingrid", 5), "C5"), "e"),
            try stay(screening(patient("Farrow, Lee", 6), "C6"), "f"),
            try stay(leaving(patient("Grant, Ola", 7), "C7"), "g"),
            try stay(screening(patient("Hale, Noor", 8), nil), "h"),
            try stay(left(patient("Ives, Rui", 9), "C8"), "i"),
        ])
    }

    static func screening(_ patient: Patient, _ chair: String?) throws -> SessionScript {
        var script = try SessionScript(patient: patient, chair: chair)
        script.wait(minutes: 6)
        try script.give(.confirmIdentity([.name, .birthDate]))
        return script
    }

    static func ready(_ patient: Patient, _ chair: String) throws -> SessionScript {
        var script = try SessionScript(patient: patient, chair: chair)
        try script.prepareToStart()
        script.wait(minutes: 4, seconds: 12)
        return script
    }

    /// 27 minutes into the infusion, the newest set 41 s old.
    static func infusing(_ patient: Patient, _ chair: String, systolic: Int) throws -> SessionScript {
        var script = try SessionScript(patient: patient, chair: chair)
        script.wait(minutes: 12)
        try script.startInfusing()
        script.wait(minutes: 10)
        try script.give(.recordVitals(sampleVitals(131, 82, heartRate: 76), observedAtMicros: nil))
        script.wait(minutes: 10)
        try script.give(.recordVitals(sampleVitals(142, 88, heartRate: 84, spo2: 97), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 2, moaas: 4, text: "floating"), observedAtMicros: nil))
        script.wait(minutes: 3)
        try script.give(.recordNote("Comfortable, eyes closed", observedAtMicros: nil))
        script.wait(minutes: 3, seconds: 33)
        try script.give(
            .recordVitals(sampleVitals(systolic, systolic * 6 / 10, heartRate: 88, spo2: 96), observedAtMicros: nil)
        )
        script.wait(minutes: 0, seconds: 41)
        return script
    }

    static func paused(_ patient: Patient, _ chair: String) throws -> SessionScript {
        var script = try infusing(patient, chair, systolic: 148)
        try script.give(.pause(nil))
        script.wait(minutes: 3, seconds: 12)
        return script
    }

    static func observing(_ patient: Patient, _ chair: String) throws -> SessionScript {
        var script = try infusing(patient, chair, systolic: 139)
        script.wait(minutes: 12, seconds: 5)
        try script.give(.recordVitals(sampleVitals(144, 86, heartRate: 90, spo2: 97), observedAtMicros: nil))
        try script.give(.readVolume(volumeNanoliters: 39_400_000, stillInfuses: false))
        try script.give(.stop(.completed, observedAtMicros: nil))
        script.wait(minutes: 15)
        try script.give(.recordVitals(sampleVitals(133, 84, heartRate: 80), observedAtMicros: nil))
        let wrong = script.session.nextNumber - 1
        try script.give(
            .amend(
                target: wrong,
                replacement: .vitalsRecorded(sampleVitals(133, 80, heartRate: 80)),
                reason: Reason(code: "wrongValue", text: "Wrong value")
            )
        )
        script.wait(minutes: 7, seconds: 20)
        return script
    }

    static func leaving(_ patient: Patient, _ chair: String) throws -> SessionScript {
        var script = try SessionScript(patient: patient, chair: chair)
        try script.recover()
        try script.give(.markReadyToLeave)
        script.wait(minutes: 2)
        return script
    }

    static func left(_ patient: Patient, _ chair: String) throws -> SessionScript {
        var script = try SessionScript(patient: patient, chair: chair)
        try script.leave()
        script.wait(minutes: 9)
        return script
    }
}
