import Canvas
import Session

/// The keys that are the same in every place; a place adds its own.
enum Keymap {
    /// The key that leads to a form in a phase: its own, else that of the session menu it stands in; nil where none does.
    static func key(of kind: FormKind, in phase: Phase) -> Character? {
        // What a patient without an identity is asked first lies behind the same key.
        let situations = [true, false].map { isIdentified in
            var situation = Situation(phase: phase)
            situation.isIdentified = isIdentified
            return situation
        }
        let own = charting.first { binding in
            binding.action == .form(kind) && situations.contains(where: binding.isValid)
        }
        if let own { return own.shown.first }
        let isInMenu = SessionMenuSheet.entries(phase).contains { $0.kind == kind }
        return isInMenu ? key(of: .sessionMenu, in: phase) : nil
    }

    /// What can be charted of the session in question, wherever it is.
    static let charting: [Binding] = [
        Binding("c", "check in", "check a patient in", .form(.checkIn)) { $0.checksIn },
        Binding("k", "identity", "match two identifiers of the patient", .form(.identity)) {
            $0.isIn(.screening) && !$0.isIdentified
        },
        Binding("k", "screening", "answer the screening checklist", .form(.screening)) {
            $0.isIn(.screening) && $0.isIdentified
        },
        Binding("k", "time-out", "confirm the time-out with a second name", .form(.timeout)) { $0.isIn(.ready) },
        Binding("k", "checklist", "answer the discharge list", .form(.dischargeList)) {
            $0.isIn(.observing, .dischargeReady)
        },
        Binding("v", "vitals", "record a set of vitals", .form(.vitals)) { $0.isLive },
        Binding("p", "pause", "record NOW that the infusion is paused", .pause) { $0.isIn(.dosing) },
        Binding("p", "resume", "resume the paused infusion", .form(.resume)) { $0.isIn(.paused) },
        Binding(
            "s",
            "session",
            "start, rate, stop, leave, discharge, cancel, move, close",
            .form(.sessionMenu)
        ) {
            $0.phase != nil
        },
        Binding("d", "dissoc", "record dissociation and sedation", .form(.dissociation)) { $0.isLive },
        Binding("n", "note", "write a note; 1 to 9 are ready-made", .form(.note)) { $0.phase != nil },
        Binding("o", "order", "enter the prescriber's order", .form(.order)) {
            $0.isIn(.screening, .ready, .observing)
        },
        Binding("o", [.character("o")], "", "enter a new order while the infusion goes on", .form(.order)) {
            $0.isIn(.dosing, .paused)
        },
        Binding("i", "pump", "say what the pump did while the station was off", .form(.stationWasOff)) {
            $0.isLive && $0.mustTellPump
        },
        Binding("i", "IV, pump", "IV placed, checked, lost, removed; what the pump reads", .form(.access)) {
            $0.isLive && !$0.mustTellPump
        },
        Binding("D", "drug", "drug drawn up, wasted, returned", .form(.drug)) { $0.phase != nil },
        Binding("x", "correct", "correct or void the chosen entry", .correct) {
            $0.hasEcho || ($0.choosesEntries && $0.phase != nil)
        },
    ]

    /// What every place has.
    static let everywhere: [Binding] = [
        Binding("u", "who types", "name who is typing", .whoIsTyping) { _ in true },
        Binding(
            "?",
            [.character("?"), .function(1)],
            "keys",
            "list the keys that are valid now",
            .help,
            isCommand: false
        ) { _ in true },
        Binding(":", [.character(":")], "", "find a command by typing", .palette, isCommand: false) { _ in true },
    ]

    /// What stands last in every list.
    static let leaving: [Binding] = [
        Binding("q", "leave", "leave this console; the station goes on", .leave) { $0.quits },
        Binding("Ctrl-C", [.control("c")], "", "leave this console from anywhere; drafts are kept", .leave) { _ in
            true
        },
    ]

    /// What lies behind `s`, so that the palette finds it by name.
    static let menu: [Binding] = [
        item(.screening, "answer the screening checklist again") { $0.isIn(.ready) },
        item(.timeout, "time-out with a second name") { $0.isIn(.observing) },
        item(.ready, "declare ready for the infusion") { $0.isIn(.screening) },
        item(.start, "start the infusion") { $0.isIn(.ready) },
        item(.rate, "change the rate") { $0.isIn(.dosing) },
        item(.stop, "stop the infusion: completed, or early") { $0.isIn(.dosing, .paused) },
        item(.readVolume, "enter the volume the pump reads") { $0.isIn(.dosing, .paused, .observing) },
        item(.readyToLeave, "ready to leave") { $0.isIn(.observing) },
        item(.worsen, "worse again: back to observation") { $0.isIn(.dischargeReady) },
        item(.discharge, "discharge the patient") { $0.isIn(.dischargeReady) },
        item(.comeBack, "the patient came back") { $0.isIn(.discharged) },
        item(.cancel, "cancel the session") { $0.isIn(.screening, .ready) },
        item(.move, "move to another chair") { $0.isLive },
        item(.close, "sign and close the session") { $0.isIn(.discharged, .cancelled) },
    ]

    private static func item(
        _ kind: FormKind,
        _ help: String,
        when isValid: @escaping @Sendable (Situation) -> Bool
    ) -> Binding {
        Binding("s", [], "", help, .form(kind), when: isValid)
    }
}
