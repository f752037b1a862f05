import Canvas
import Screens
import Session
import TestSupport
import Testing

/// Where a session stands when a form is opened.
enum Standing: Sendable {
    case screening
    case ready
    case dosing
    case paused
    case observing
    case leaving
    case left

    func script() throws -> SessionScript {
        var script = try SessionScript()
        switch self {
        case .screening: break
        case .ready: try script.prepareToStart()
        case .dosing: try script.startInfusing()
        case .paused:
            try script.startInfusing()
            script.wait(minutes: 10)
            try script.give(.pause(nil))
            script.wait(minutes: 2)
        case .observing: try script.finishDose()
        case .leaving:
            try script.recover()
            try script.give(.markReadyToLeave)
        case .left: try script.leave()
        }
        return script
    }
}

@Suite struct `Keys in a form` {
    struct Line: Sendable, CustomTestStringConvertible {
        var kind: FormKind
        var standing: Standing
        var keys: String
        var command: Command

        var testDescription: String { "\(kind.rawValue): \(keys)" }

        init(_ kind: FormKind, _ standing: Standing, _ keys: String, _ command: Command) {
            self.kind = kind
            self.standing = standing
            self.keys = keys
            self.command = command
        }
    }

    static let before: [Line] = [
        Line(.identity, .screening, "12|", .confirmIdentity([.name, .birthDate])),
        Line(.identity, .screening, "3112|", .confirmIdentity([.birthDate, .mrn])),
        Line(
            .timeout,
            .ready,
            "\(DrugContainer.code(of: "A", in: "s").lowercased())|1|Okafor|",
            .confirmTimeout(
                secondName: "Okafor",
                code: DrugContainer.code(of: "A", in: "s").lowercased(),
                concentrationMicrogramsPerMilliliter: 1000
            )
        ),
        Line(.access, .screening, "p|L forearm|22G|", .placeAccess(site: "L forearm", gauge: "22G")),
        Line(.access, .screening, "c|y|flushed|", .checkAccess(isPatent: true, text: "flushed")),
        Line(.access, .screening, "ln||", .loseAccess(text: "")),
        Line(.access, .screening, "r|n|oozing|", .removeAccess(siteIsClean: false, text: "oozing")),
        Line(.drug, .screening, "d|||10|5|50||", .drawDrug(sampleContainer())),
        Line(
            .drug,
            .ready,
            "w||9.8|sink|Okafor|",
            .wasteDrug(DrugWaste(container: "A", volumeNanoliters: 9_800_000, method: "sink", witness: "Okafor"))
        ),
        Line(.drug, .ready, "r||50|", .returnDrug(container: "A", volumeNanoliters: 50_000_000)),
        Line(.ready, .screening, "y", .declareReady),
        Line(.reopenScreening, .ready, "ate breakfast|", .reopenScreening(text: "ate breakfast")),
        Line(.cancel, .screening, "2|", .cancel(Reason(code: "screening", text: "Screening"))),
        Line(.move, .screening, "2|", .move(chair: "C2")),
        Line(.move, .screening, "0|", .move(chair: nil)),
        Line(.start, .ready, "60|40|1|||", .start(samplePump())),
    ]

    static let during: [Line] = [
        Line(.rate, .dosing, "45||", .changeRate(rateMicrolitersPerHour: 45_000, observedAtMicros: nil)),
        Line(
            .rate,
            .dosing,
            "45.5|-4|",
            .changeRate(
                rateMicrolitersPerHour: 45_500,
                observedAtMicros: SessionScript.morning - 4 * Micros.perMinute
            )
        ),
        Line(.pauseReason, .dosing, "2||", .pause(Reason(code: "distress", text: "Distress"))),
        Line(.readVolume, .dosing, "y|10.5|", .readVolume(volumeNanoliters: 10_500_000, stillInfuses: true)),
        Line(.stationWasOff, .paused, "n|10.5|", .readVolume(volumeNanoliters: 10_500_000, stillInfuses: false)),
        Line(.stop, .dosing, "c||40|", .stop(.completed, observedAtMicros: nil)),
        Line(
            .stop,
            .dosing,
            "e|2|@07:58||",
            .stop(
                .early(Reason(code: "distress", text: "Distress")),
                observedAtMicros: SessionScript.morning - 2 * Micros.perMinute
            )
        ),
        Line(
            .vitalsNotDone,
            .dosing,
            "2|",
            .recordVitalsNotDone(Reason(code: "asleep", text: "Asleep, not disturbed"))
        ),
        Line(.note, .dosing, "music on|", .recordNote("music on", observedAtMicros: nil)),
        Line(.note, .dosing, "1|", .recordNote(sampleProtocol().quickNotes[0], observedAtMicros: nil)),
        Line(
            .note,
            .dosing,
            "slept @-5|",
            .recordNote("slept", observedAtMicros: SessionScript.morning - 5 * Micros.perMinute)
        ),
        Line(
            .dissociation,
            .dosing,
            "2 n m4 r-1 eyes closed|",
            .recordDissociation(
                Dissociation(score: 2, isDistressed: false, moaas: 4, rass: -1, text: "eyes closed"),
                observedAtMicros: nil
            )
        ),
        Line(
            .dissociation,
            .dosing,
            "3|y",
            .recordDissociation(Dissociation(score: 3, isDistressed: true), observedAtMicros: nil)
        ),
    ]

    static let after: [Line] = [
        Line(.readyToLeave, .observing, "y", .markReadyToLeave),
        Line(.worsen, .leaving, "dizzy|", .worsen(text: "dizzy")),
        Line(
            .discharge,
            .leaving,
            "|patient and escort|",
            .discharge(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort"))
        ),
        Line(.comeBack, .left, "forgot the phone, dizzy|", .comeBack(text: "forgot the phone, dizzy")),
        Line(.close, .left, "y", .close),
    ]

    @Test(arguments: before + during + after)
    func `come to one command`(line: Line) throws {
        var script = FormScript(line.kind, try line.standing.script())
        #expect(command(script.type(line.keys)) == line.command, "\(script.text())")
    }

    @Test func `resume only with a patent IV, checked on the way`() throws {
        var script = FormScript(.resume, try Standing.paused.script())
        script.type("1|n||")
        #expect(script.text().contains("! place a new IV first"))
        let first = script.type("y||")
        #expect(command(first) == .checkAccess(isPatent: true, text: "before resuming"))
        let reason = sampleProtocol().reasons.pause[0]
        let second = script.decide(first)
        #expect(command(second) == .resume(pauseReason: reason, prescriberDecision: nil))
        #expect(script.decide(second) == .putAside)
    }

    @Test func `ask for the prescriber's decision after a long pause`() throws {
        var paused = try Standing.paused.script()
        paused.wait(minutes: 14)
        var script = FormScript(.resume, paused)
        #expect(script.text().contains("Prescriber decided"))
        let first = script.type("1|y||Dr Lind: go on|")
        let second = script.decide(first)
        let reason = sampleProtocol().reasons.pause[0]
        #expect(command(second) == .resume(pauseReason: reason, prescriberDecision: "Dr Lind: go on"))
    }

    @Test func `give the reason of a pause that was recorded at once`() throws {
        var script = FormScript(.pauseReason, try Standing.paused.script())
        let step = script.type("1|")
        guard case .amend(let target, .infusionPaused(let reason?), _, _)? = command(step) else {
            Issue.record("no amendment of the pause: \(step)")
            return
        }
        #expect(reason == sampleProtocol().reasons.pause[0])
        #expect(script.ward.stays[0].decided.entries[target].body == .infusionPaused(nil))
        #expect(script.decide(step) == .putAside)
    }

    @Test func `record the pump's figure after the stop`() throws {
        var script = FormScript(.stop, try Standing.dosing.script())
        let second = script.decide(script.type("c||39.8|"))
        #expect(command(second) == .readVolume(volumeNanoliters: 39_800_000, stillInfuses: false))
        #expect(script.decide(second) == .putAside)
    }

    @Test func `refuse a second name, and a witness, that is the typist's`() throws {
        var timeout = FormScript(.timeout, try Standing.ready.script())
        timeout.decide(timeout.type("\(DrugContainer.code(of: "A", in: "s"))|1|nurse moreno|"))
        #expect(timeout.text().contains("! the second name must be another person's"))
        var waste = FormScript(.drug, try Standing.ready.script())
        waste.decide(waste.type("w||9|sink|Nurse Moreno|"))
        #expect(waste.text().contains("! the witness must be another person"))
    }
}
