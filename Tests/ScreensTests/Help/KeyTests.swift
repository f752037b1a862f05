import Canvas
import Screens
import Session
import Testing

@Suite struct `The keys` {
    /// Everything that may decide in a place which keys are valid there.
    private static func situations(in place: String) -> [Situation] {
        ([nil] + Phase.allCases).flatMap { phase in
            (0..<(2 << FormCondition.allCases.count)).compactMap { bits in
                var situation = Places.situation(in: place, phase)
                situation?.hasEcho = bits & 1 != 0
                situation?.conditions = Set(
                    FormCondition.allCases.enumerated().filter { bits & (2 << $0.offset) != 0 }.map(\.element)
                )
                return situation
            }
        }
    }

    private static let all: [(table: KeyTable, situation: Situation)] = Places.tables.flatMap { table in
        situations(in: table.place).map { (table, $0) }
    }

    @Test func `have one meaning at most in every situation`() {
        for (table, situation) in Self.all {
            var seen: [Key: String] = [:]
            for binding in table.valid(in: situation) {
                for key in binding.keys {
                    #expect(seen[key] == nil, "\(key) is \(seen[key] ?? "") and \(binding.help) in \(situation)")
                    seen[key] = binding.help
                }
            }
        }
    }

    @Test func `have words`() {
        for binding in Places.tables.flatMap(\.bindings) {
            #expect(!binding.shown.isEmpty)
            #expect(!binding.help.isEmpty, "\(binding.shown)")
            #expect(!binding.keys.isEmpty, "\(binding.shown)")
            #expect(binding.help.unicodeScalars.allSatisfy { $0.isASCII }, "\(binding.help)")
        }
    }

    @Test func `are each valid in some place and situation`() {
        let found = Set(Self.all.flatMap { table, situation in table.valid(in: situation).map(\.help) })
        for binding in Places.tables.flatMap(\.bindings) {
            #expect(found.contains(binding.help), "\(binding.shown) \(binding.help)")
        }
    }

    @Test func `always offer the help and who is typing`() {
        for (table, situation) in Self.all {
            #expect(table.binding(for: .character("?"), in: situation) != nil)
            #expect(table.binding(for: .function(1), in: situation) != nil)
            #expect(table.binding(for: .character("u"), in: situation) != nil)
        }
    }

    @Test func `never let a digit choose a chair but on the Board`() {
        #expect(Places.tables.contains { $0.place == "Board" })
        for (table, situation) in Self.all where table.place != "Board" {
            for digit in "0123456789" {
                let help = table.binding(for: .character(digit), in: situation)?.help
                #expect(help == nil || help == "begin a vitals line with this digit", "\(table.place)")
            }
        }
    }
}
