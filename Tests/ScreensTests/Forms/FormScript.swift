import Canvas
import Screens
import Session
import TestSupport

/// Drives one form as a nurse would, over a ward with a few patients.
struct FormScript {
    var form: Form
    var ward: Ward
    var surroundings: Surroundings
    var typing: StaffMember? = Self.nurse

    static let nurse = StaffMember(id: "n001", name: "Nurse Moreno", role: .nurse)
    static let prescriber = StaffMember(id: "p001", name: "Dr Lind", role: .prescriber)

    var scene: Scene { Scene(ward: ward, surroundings: surroundings, typing: typing) }

    /// A form over a ward whose chair C1 holds the script's session, `s`.
    init(
        _ kind: FormKind,
        _ script: SessionScript? = nil,
        others: [Session] = [],
        typed: Character? = nil,
        entry: Int? = nil,
        glyphs: Glyphs = .unicode
    ) {
        let now = script?.now ?? Moment(utcMicros: SessionScript.morning, sessionMicros: 0)
        let sessions = (script.map { [$0.session] } ?? []) + others
        ward = Ward(
            chairs: ["C1", "C2", "C3"],
            stays: sessions.map { Stay(decided: $0, durableCount: $0.entries.count, now: now) },
            protocols: [ProtocolChoice(rules: sampleProtocol(), sha256: String(repeating: "0", count: 64))],
            nowUTCMicros: now.utcMicros
        )
        surroundings = Surroundings(
            zone: .utc,
            glyphs: glyphs,
            stationName: "Ward 3",
            staff: [Self.nurse, Self.prescriber]
        )
        let scene = Scene(ward: ward, surroundings: surroundings, typing: Self.nurse)
        form = Form.make(
            kind,
            session: kind.needsSession ? script?.session.id : nil,
            scene: scene,
            typed: typed,
            entry: entry
        )
    }

    /// Lets time pass for everybody.
    mutating func wait(seconds: Int64) {
        ward.nowUTCMicros += seconds * Micros.perSecond
        for index in ward.stays.indices {
            ward.stays[index].now.utcMicros += seconds * Micros.perSecond
            ward.stays[index].now.sessionMicros += seconds * Micros.perSecond
        }
    }

    @discardableResult
    mutating func press(_ key: Key) -> FormStep { form.handle(key, scene) }

    /// Types text; `|` is Enter, `>` is Tab; returns what the last key did.
    @discardableResult
    mutating func type(_ text: String) -> FormStep {
        var step = FormStep.stay
        for character in text {
            switch character {
            case "|": step = press(.enter)
            case ">": step = press(.tab)
            default: step = press(.character(character))
            }
        }
        return step
    }

    @discardableResult
    mutating func receive(_ outcome: Outcome) -> FormStep { form.receive(outcome, scene) }

    /// Hands a submission to the session's rules, as the station does, and the answer back to the form.
    @discardableResult
    mutating func decide(_ step: FormStep) -> FormStep {
        guard case .submit(.record(let id, let command, let author)) = step,
            let place = ward.stays.firstIndex(where: { $0.id == id })
        else { return step }
        do throws(Refusal) {
            let events = try WardRules.decide(
                command,
                in: ward.stays[place].decided,
                among: ward.openSessions,
                staff: surroundings.staff,
                by: author,
                at: ward.stays[place].now
            )
            for event in events { ward.stays[place].decided.apply(event) }
            return receive(.accepted(session: id, events: events))
        } catch {
            return receive(.refused(error))
        }
    }

    /// The rows of a drawing, without their trailing spaces.
    func rows(_ columns: Int = 80, _ rows: Int = 24) -> [String] {
        let frame = frame(columns, rows)
        return (0..<rows).map(frame.row)
    }

    func frame(_ columns: Int, _ rows: Int) -> Frame {
        var frame = Frame(size: Size(columns: columns, rows: rows))
        form.draw(into: &frame, in: frame.bounds, scene)
        return frame
    }

    /// Everything that is drawn, in one line, so that a sentence is found wherever it was broken.
    func text(_ columns: Int = 80, _ rows: Int = 24) -> String {
        let inner = self.rows(columns, rows).map { String($0.filter { $0 != "│" && $0 != "|" }) }
        return inner.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
}

extension Ward {
    /// What the rules between sessions look at.
    var openSessions: OpenSessions { OpenSessions(chairs: chairs, sessions: stays.map(\.decided)) }
}

/// What a step asks the session to record; nil where it does not.
func command(_ step: FormStep) -> Command? {
    guard case .submit(.record(_, let command, _)) = step else { return nil }
    return command
}
