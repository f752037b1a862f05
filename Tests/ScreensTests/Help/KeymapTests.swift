import Canvas
import Screens
import Session
import Testing

@Suite struct `The keymap` {
    /// Every situation a desk can be in.
    private static let situations: [Situation] = {
        let phases: [Phase?] = [nil] + Phase.allCases.map { $0 }
        var all: [Situation] = []
        for place in Situation.Place.allCases {
            for phase in phases where phase != nil || place == .board {
                for bits in 0..<8 {
                    var situation = Situation(place: place, phase: phase)
                    situation.isIdentified = bits & 1 != 0
                    situation.mustTellPump = bits & 2 != 0
                    situation.hasEcho = bits & 4 != 0
                    all.append(situation)
                }
            }
        }
        return all
    }()

    @Test func `gives each key one meaning at most in every situation`() {
        for situation in Self.situations {
            var seen: [Key: String] = [:]
            for binding in Keymap.valid(in: situation) {
                for key in binding.keys {
                    #expect(seen[key] == nil, "\(key) is \(seen[key] ?? "") and \(binding.help) in \(situation)")
                    seen[key] = binding.help
                }
            }
        }
    }

    @Test func `has words for every key`() {
        for binding in Keymap.bindings {
            #expect(!binding.shown.isEmpty)
            #expect(!binding.help.isEmpty, "\(binding.shown)")
            #expect(!binding.keys.isEmpty, "\(binding.shown)")
            #expect(binding.help.unicodeScalars.allSatisfy { $0.isASCII }, "\(binding.help)")
        }
    }

    @Test func `offers every binding in some situation`() {
        for binding in Keymap.bindings {
            #expect(Self.situations.contains { binding.isValid($0) }, "\(binding.shown) \(binding.help)")
        }
    }

    @Test func `always offers the help and who is typing`() {
        for situation in Self.situations {
            #expect(Keymap.binding(for: .character("?"), in: situation) != nil)
            #expect(Keymap.binding(for: .function(1), in: situation) != nil)
            #expect(Keymap.binding(for: .character("u"), in: situation) != nil)
        }
    }

    @Test func `never lets a digit choose a chair in the Session view`() {
        for situation in Self.situations where situation.place == .session {
            for digit in "0123456789" {
                let help = Keymap.binding(for: .character(digit), in: situation)?.help
                #expect(help == nil || help == "begin a vitals line with this digit")
            }
        }
    }
}
