import Canvas
import Screens
import Session
import TestSupport
import Testing
import Wording

@Suite struct `What a form is` {
    private static func situation(_ phase: Phase, _ conditions: Set<FormCondition>, in table: KeyTable) -> Situation {
        var situation = Places.situation(in: table.place, phase) ?? Situation(phase: phase)
        situation.conditions = conditions
        return situation
    }

    @Test func `has words and a help line in plain characters, each its own`() {
        let all = FormKind.allCases.map(\.facts)
        for facts in all {
            #expect(!facts.words.isEmpty)
            #expect(facts.help.unicodeScalars.allSatisfy(\.isASCII) && !facts.help.isEmpty, "\(facts.words)")
        }
        #expect(Set(all.map(\.words)).count == all.count)
        #expect(Set(all.map(\.help)).count == all.count)
    }

    @Test(arguments: Phase.allCases)
    func `gives each letter of a phase's menu one form, and each form one rank`(phase: Phase) {
        let menus = FormKind.allCases.compactMap(\.facts.menu).filter { $0.ranks[phase] != nil }
        #expect(Set(menus.map(\.key)).count == menus.count)
        #expect(Set(menus.map { $0.ranks[phase] }).count == menus.count)
    }

    @Test(arguments: Phase.allCases)
    func `is offered by the palette exactly where a key or the menu leads to it`(phase: Phase) {
        for conditions in FormCondition.sets {
            for table in Places.tables {
                let situation = Self.situation(phase, conditions, in: table)
                let offered = table.commands(in: situation).compactMap(\.form)
                let menu = FormMenu.entries(in: phase, conditions).map(\.kind)
                let led = FormKind.allCases.filter { kind in
                    let isKey = kind.facts.keys.contains {
                        $0.isValid(in: phase, conditions, checksIn: situation.checksIn)
                    }
                    return isKey || menu.contains(kind)
                }
                #expect(Set(offered) == Set(led), "\(phase) \(conditions) \(table.place)")
                #expect(offered.count == led.count, "offered twice: \(phase) \(conditions) \(table.place)")
            }
        }
    }

    @Test(arguments: [Standing.screening, .ready, .dosing, .paused, .observing, .leaving, .left])
    func `opens by its letter of the menu`(standing: Standing) throws {
        let session = try standing.script()
        let conditions = FormCondition.standing(in: session.session)
        let entries = FormMenu.entries(in: session.session.phase, conditions)
        #expect(!entries.isEmpty)
        for entry in entries {
            var script = FormScript(.sessionMenu, session)
            script.type(String(entry.key))
            #expect(script.form.kind == entry.kind)
        }
    }

    @Test func `is read from its time-out while a new order waits for one`() {
        for phase in Phase.allCases {
            let isOffered = FormKind.timeout.key(in: phase) != nil
            #expect(isOffered == [.ready, .observing].contains(phase), "\(phase)")
        }
        #expect(FormKind.timeout.key(in: .observing) == "s")
    }

    @Test(arguments: Phase.allCases)
    func `is really led to by the key that is named for it`(phase: Phase) {
        for kind in FormKind.allCases {
            guard let key = kind.key(in: phase) else { continue }
            let isLed = FormCondition.sets.contains { conditions in
                let table = Places.tables.first { $0.place == "Session view" } ?? Places.tables[0]
                let opened = table.binding(for: .character(key), in: Self.situation(phase, conditions, in: table))?.form
                guard opened == .sessionMenu, kind != .sessionMenu else { return opened == kind }
                return FormMenu.entries(in: phase, conditions).contains { $0.kind == kind }
            }
            #expect(isLed, "\(key) does not lead to \(kind) in \(phase)")
        }
    }

    @Test func `is named by its key in a refusal that points to it`() {
        let words = Words.sentenceWithKey(
            of: .wrongState(action: "start", phase: .paused, cure: "resume it", way: .resume)
        )
        #expect(words.hasSuffix("(p)"))
        #expect(Words.sentenceWithKey(of: .notPossible("No", cure: "say who", way: .nameWhoTypes)).hasSuffix("(u)"))
    }
}
