import Canvas
import Screens
import Session
import TestSupport

/// A station in miniature: it decides what a desk asks for, and tells the desk what became of it.
struct PretendStation {
    var desk = Desk()
    var ward: Ward
    var surroundings: Surroundings
    /// What the desk asked for, in order.
    var intents: [Intent] = []
    /// Whether what is decided reaches the disk at once.
    var isDurable = true

    init(_ ward: Ward, typing: Bool = true) {
        self.ward = ward
        surroundings = SampleWard.surroundings()
        guard typing else { return }
        press(.character("u"))
        press(.character("1"))
        precondition(desk.typing != nil, "the pretended nurse could not be named")
        intents = []
    }

    private var scene: Scene { Scene(ward: ward, surroundings: surroundings) }

    mutating func press(_ key: Key) {
        var asked = desk.handle(key, in: scene)
        while !asked.isEmpty {
            intents.append(asked[0])
            asked += answer(asked.removeFirst())
        }
    }

    /// Presses the keys of a text one by one.
    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Lets time pass for all.
    mutating func wait(millis: Int64) {
        ward.nowUTCMicros += millis * 1000
        for index in ward.stays.indices {
            ward.stays[index].now.utcMicros += millis * 1000
            ward.stays[index].now.sessionMicros += millis * 1000
        }
    }

    func screen(_ columns: Int = 120, _ rows: Int = 36) -> String {
        let frame = desk.draw(
            size: Size(columns: columns, rows: rows),
            in: Scene(ward: ward, surroundings: surroundings)
        )
        return (0..<rows).map { frame.row($0) }.joined(separator: "\n")
    }

    private mutating func answer(_ intent: Intent) -> [Intent] {
        switch intent {
        case .record(let id, let command, let author): return record(id, command, author)
        case .open(let opening, let author): return open(opening, author)
        case .setUp(let setup):
            ward.isConfigured = true
            ward.chairs = setup.chairs
            surroundings.stationName = setup.stationName
            surroundings.staff = [StaffMember(id: "n009", name: setup.staffName, role: setup.staffRole)]
            return tell(.configured)
        case .addStaff(let name, let role, _):
            let member = StaffMember(id: "n\(surroundings.staff.count + 10)", name: name, role: role)
            surroundings.staff.append(member)
            return tell(.staffAdded(member))
        case .leave, .ring: return []
        }
    }

    private mutating func record(_ id: String, _ command: Command, _ author: Author) -> [Intent] {
        guard let index = ward.stays.firstIndex(where: { $0.id == id }) else { return [] }
        do throws(Refusal) {
            let stay = ward.stays[index]
            let events = try WardRules.decide(
                command,
                in: stay.decided,
                among: ward.openSessions,
                staff: surroundings.staff,
                by: author,
                at: stay.now
            )
            for event in events { ward.stays[index].decided.apply(event) }
            return keep(index, events)
        } catch {
            return tell(.refused(error))
        }
    }

    private mutating func open(_ opening: Opening, _ author: Author) -> [Intent] {
        let id = "new\(ward.stays.count)"
        let now = Moment(utcMicros: ward.nowUTCMicros, sessionMicros: 0)
        do throws(Refusal) {
            let rules = ward.protocols[0].rules
            let events = try WardRules.open(
                opening,
                id: id,
                rules: rules,
                among: ward.openSessions,
                staff: surroundings.staff,
                by: author,
                at: now
            )
            let session = Session(id: id, rules: rules, events: events)
            ward.stays.append(Stay(decided: session, durableCount: 0, now: now))
            return keep(ward.stays.count - 1, events)
        } catch {
            return tell(.refused(error))
        }
    }

    private mutating func keep(_ index: Int, _ events: [Event]) -> [Intent] {
        let id = ward.stays[index].id
        var intents = tell(.accepted(session: id, events: events))
        guard isDurable, let first = events.first, let last = events.last else { return intents }
        ward.stays[index].durableCount = ward.stays[index].decided.nextNumber
        intents += tell(.durable(session: id, numbers: first.number...last.number))
        return intents
    }

    private mutating func tell(_ outcome: Outcome) -> [Intent] {
        desk.receive(outcome, in: scene)
    }
}
