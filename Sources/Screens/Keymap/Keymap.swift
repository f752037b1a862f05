import Canvas
import Session

/// The keys that are the same in every place; a place adds its own.
enum Keymap {
    /// What is charted of the session in question, wherever it is: the forms' own keys, and what needs no form.
    static let charting: [Binding] = {
        let others = [
            Binding("p", "pause", "record NOW that the infusion is paused", .pause) { $0.isIn(.dosing) },
            Binding("x", "correct", FormKind.correct.facts.help, .correct) {
                $0.hasEcho || ($0.choosesEntries && $0.phase != nil)
            },
        ]
        let all = FormKind.allCases.flatMap(bindings) + others
        let known = all.filter { order.contains($0.shown) }
        return order.flatMap { key in known.filter { $0.shown == key } } + all.filter { !order.contains($0.shown) }
    }()

    /// The order of the keys that chart; any other key of a form follows.
    private static let order = ["Enter", "c", "k", "v", "p", "s", "d", "n", "o", "i", "D", "x", "u"]

    /// The keys of a form.
    private static func bindings(of kind: FormKind) -> [Binding] {
        kind.facts.keys.map { key in
            Binding(key.shown, [key.key], key.hint, key.help ?? kind.facts.help, .form(kind)) {
                key.isValid(in: $0.phase, $0.conditions, checksIn: $0.checksIn)
            }
        }
    }

    /// What every place has.
    static let everywhere: [Binding] = [
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

    /// What lies behind `s` now and has no key of its own, so that the palette finds it by name.
    static func menu(in situation: Situation) -> [Binding] {
        guard let phase = situation.phase, let key = FormKind.sessionMenu.key(in: phase) else { return [] }
        let own = charting.filter { $0.isValid(situation) }.compactMap(\.form)
        return FormMenu.entries(in: phase, situation.conditions).map(\.kind).filter { !own.contains($0) }
            .map { kind in Binding(String(key), [], "", kind.facts.help, .form(kind)) { _ in true } }
    }
}
