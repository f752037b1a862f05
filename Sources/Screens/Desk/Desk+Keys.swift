package import Canvas
import Session

extension Desk {
    /// Takes a key and returns what the station is asked to do.
    package mutating func handle(_ key: Key, in scene: Scene) -> [Intent] {
        let scene = settle(scene)
        notice = nil
        // A person must be able to leave from anywhere; what is half typed waits for whoever comes back.
        if key == .control("c") { return [.leave] }
        if interruption != nil {
            if key == .escape { interruption = nil }
            return []
        }
        openFirstRun(scene)
        if let chooser { return handleChooser(chooser, key, scene) }
        if form != nil { return handleForm(key, scene) }
        // Pasted text is for forms alone: it never presses keys.
        if case .paste = key {
            notice = Notice(text: "Pasted text goes into a form; no key was pressed.", isGrave: false)
            return []
        }
        if let step = place.swallow(key, scene) {
            take(step, scene)
            return []
        }
        guard let binding = table.binding(for: key, in: situation(scene)) else {
            explain(key)
            return []
        }
        return run(binding.action, scene)
    }

    /// Before the station has a name, its first form is all there is.
    mutating func openFirstRun(_ scene: Scene) {
        guard !scene.ward.isConfigured, form == nil else { return }
        let slot = FormSlot(session: nil, kind: .firstRun)
        form = OpenForm(
            form: restored(slot) ?? .make(.firstRun, session: nil, scene: scene),
            slot: slot
        )
    }

    private mutating func handleChooser(
        _ open: Chooser,
        _ key: Key,
        _ scene: Scene
    ) -> [Intent] {
        var open = open
        switch open.handle(key, of: table, in: situation(scene)) {
        case .stay: chooser = open
        case .close: chooser = nil
        case .run(let action):
            chooser = nil
            return run(action, scene)
        }
        return []
    }

    private mutating func handleForm(_ key: Key, _ scene: Scene) -> [Intent] {
        guard var open = form else { return [] }
        if keepsLine(key, scene) { return [] }
        let step = open.form.handle(key, scene)
        form = open
        return take(step, scene)
    }

    /// Keeps the rest of a vitals line that was begun while nobody is named: its digits must not choose a name.
    private mutating func keepsLine(_ key: Key, _ scene: Scene) -> Bool {
        guard form?.slot.kind == .whoIsTyping, var waiting = asked, !waiting.line.isEmpty,
            case .character(let character) = key, character.isNumber || " ,/+.-@".contains(character),
            (0..<Self.lineMicros).contains(scene.ward.nowUTCMicros - waiting.lineAtUTCMicros)
        else { return false }
        waiting.line.append(character)
        waiting.lineAtUTCMicros = scene.ward.nowUTCMicros
        asked = waiting
        sayKept(waiting.line)
        return true
    }

    mutating func sayKept(_ line: String) {
        notice = Notice(text: "Nobody is named as typing. Kept: \(line)  Now say who types.", isGrave: false)
    }

    /// Says why a key did nothing, where a nurse would expect it to do something.
    private mutating func explain(_ key: Key) {
        switch key {
        case .character(let character):
            let isKnown = Places.tables.contains { $0.bindings.contains { $0.keys.contains(key) } }
            guard isKnown else { return }
            notice = Notice(text: "\(character) does nothing here now. ? lists the keys that do.", isGrave: false)
        case .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function, .control, .alt, .paste, .click, .wheel:
            break
        }
    }
}
