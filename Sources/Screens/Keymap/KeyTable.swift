package import Canvas

/// All keys of one place, in the order of the hint bar; hint bar, help, palette and the printed list come from it.
package struct KeyTable: Sendable {
    /// What the place is called.
    package let place: String
    package let bindings: [Binding]

    init(place: String, _ bindings: [Binding]) {
        self.place = place
        self.bindings = bindings
    }

    /// The binding of a key that is valid now.
    package func binding(for key: Key, in situation: Situation) -> Binding? {
        bindings.first { $0.keys.contains(key) && $0.isValid(situation) }
    }

    /// The bindings that are valid now.
    package func valid(in situation: Situation) -> [Binding] { bindings.filter { $0.isValid(situation) } }

    /// What the palette offers now: the keys that do something, and what lies behind the `s` menu.
    package func commands(in situation: Situation) -> [Binding] {
        valid(in: situation).filter(\.isCommand) + Keymap.menu(in: situation)
    }
}
