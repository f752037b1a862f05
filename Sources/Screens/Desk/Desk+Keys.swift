package import Canvas
import Session

extension Desk {
    /// Takes a key and returns what the station is asked to do.
    package mutating func handle(_ key: Key, ward: Ward, surroundings: Surroundings) -> [Intent] {
        settle(ward, surroundings)
        notice = nil
        // A person must be able to leave from anywhere; what is half typed waits for whoever comes back.
        if key == .control("c") { return [.leave] }
        openFirstRun(ward, surroundings)
        if let chooser { return handleChooser(chooser, key, ward, surroundings) }
        if form != nil { return handleForm(key, ward, surroundings) }
        // Pasted text is for forms alone: it never presses keys.
        if case .paste = key {
            notice = Notice(text: "Pasted text goes into a form; no key was pressed.", isGrave: false)
            return []
        }
        let earlier = choice
        choice = nil
        if takesBackChoice(key, earlier, ward) { return [] }
        guard let binding = Keymap.binding(for: key, in: situation(ward)) else {
            explain(key, ward)
            return []
        }
        return run(binding.action, ward, surroundings)
    }

    /// Before the station has a name, its first form is all there is.
    mutating func openFirstRun(_ ward: Ward, _ surroundings: Surroundings) {
        guard !ward.isConfigured, form == nil else { return }
        let slot = FormSlot(session: nil, kind: .firstRun)
        form = OpenForm(
            form: restored(slot) ?? .make(.firstRun, session: nil, scene: scene(ward, surroundings)),
            slot: slot
        )
    }

    private mutating func handleChooser(
        _ open: Chooser,
        _ key: Key,
        _ ward: Ward,
        _ surroundings: Surroundings
    ) -> [Intent] {
        var open = open
        switch open.handle(key, in: situation(ward)) {
        case .stay: chooser = open
        case .close: chooser = nil
        case .run(let action):
            chooser = nil
            return run(action, ward, surroundings)
        }
        return []
    }

    private mutating func handleForm(_ key: Key, _ ward: Ward, _ surroundings: Surroundings) -> [Intent] {
        guard var open = form else { return [] }
        if keepsLine(key, ward) { return [] }
        let step = open.form.handle(key, scene(ward, surroundings))
        form = open
        return take(step, ward, surroundings)
    }

    /// Restores the choice before a chair's digit, when a second digit or `/` follows soon after, and swallows the rest
    /// of that line.
    private mutating func takesBackChoice(_ key: Key, _ earlier: Choice?, _ ward: Ward) -> Bool {
        guard place == .board, let earlier, case .character(let character) = key else { return false }
        let age = ward.nowUTCMicros - earlier.atUTCMicros
        let belongs =
            ("0"..."9").contains(character) || character == "/" || (earlier.isLine && " ,+.-@".contains(character))
        guard (0..<Self.choiceMicros).contains(age), belongs else { return false }
        focus = earlier.earlier
        choice = Choice(earlier: earlier.earlier, atUTCMicros: ward.nowUTCMicros, isLine: true)
        notice = Notice(
            text: "Digits choose a chair here. Press v first to type vitals; the choice is as before.",
            isGrave: false
        )
        return true
    }

    /// Keeps the rest of a vitals line that was begun while nobody is named: its digits must not choose a name.
    private mutating func keepsLine(_ key: Key, _ ward: Ward) -> Bool {
        guard form?.slot.kind == .whoIsTyping, var waiting = asked, !waiting.line.isEmpty,
            case .character(let character) = key, character.isNumber || " ,/+.-@".contains(character),
            (0..<Self.lineMicros).contains(ward.nowUTCMicros - waiting.lineAtUTCMicros)
        else { return false }
        waiting.line.append(character)
        waiting.lineAtUTCMicros = ward.nowUTCMicros
        asked = waiting
        sayKept(waiting.line)
        return true
    }

    mutating func sayKept(_ line: String) {
        notice = Notice(text: "Nobody is named as typing. Kept: \(line)  Now say who types.", isGrave: false)
    }

    /// Says why a key did nothing, where a nurse would expect it to do something.
    private mutating func explain(_ key: Key, _ ward: Ward) {
        switch key {
        case .character(let character):
            guard Keymap.bindings.contains(where: { $0.keys.contains(key) }) else { return }
            notice = Notice(text: "\(character) does nothing here now. ? lists the keys that do.", isGrave: false)
        case .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function, .control, .alt, .paste, .click, .wheel:
            break
        }
    }
}
