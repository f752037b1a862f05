import Foundation
import JSON
import Testing

/// Compares our reader with Foundation's on random documents; set `VIGIL_SEED` to see a failure again.
@Suite struct `Our JSON against Foundation's` {
    static let seed =
        ProcessInfo.processInfo.environment["VIGIL_SEED"].flatMap { UInt64($0) } ?? .random(in: 1...999_999)

    @Test func `agree on random valid documents`() throws {
        var random = DocumentGenerator(seed: Self.seed)
        for round in 0..<3000 {
            let text = random.document()
            let ours = try JSON(parsing: text)
            let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            #expect(Self.isSame(ours, theirs), "VIGIL_SEED=\(Self.seed) round \(round): \(text)")
            #expect(try JSON(parsing: ours.bytes) == ours, "VIGIL_SEED=\(Self.seed) round \(round): \(text)")
        }
    }

    /// Foundation lets some things pass that we refuse, never the other way round.
    @Test func `agree that what we accept of mutated documents is JSON`() throws {
        var random = DocumentGenerator(seed: Self.seed)
        var accepted = 0
        for round in 0..<20_000 {
            let bytes = random.mutated(Array(random.document().utf8))
            guard let ours = try? JSON(parsing: bytes), Self.fitsIntoDoubles(ours) else { continue }
            accepted += 1
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(theirs.map { Self.isSame(ours, $0) } ?? false, "VIGIL_SEED=\(Self.seed) round \(round): \(text)")
            #expect(try JSON(parsing: ours.bytes) == ours, "VIGIL_SEED=\(Self.seed) round \(round): \(text)")
        }
        #expect(accepted > 100)
    }

    @Test func `ours never trusts the length of what it is given`() {
        var random = DocumentGenerator(seed: Self.seed)
        for _ in 0..<300 {
            let bytes = Array(random.document().utf8)
            for end in bytes.indices {
                let prefix = try? JSON(parsing: bytes[..<end])
                // Only a number can end early and still be one.
                if prefix != nil { #expect(bytes[..<end].allSatisfy { $0 < 0x7F }) }
            }
        }
    }

    /// Foundation refuses numbers beyond the largest double, which we keep as their token.
    static func fitsIntoDoubles(_ value: JSON) -> Bool {
        switch value {
        case .null, .bool, .integer, .string: true
        case .number(let token): Double(token)?.isFinite ?? false
        case .array(let elements): elements.allSatisfy { fitsIntoDoubles($0) }
        case .object(let object): object.members.allSatisfy { fitsIntoDoubles($0.value) }
        }
    }

    static func isSame(_ ours: JSON, _ theirs: Any) -> Bool {
        switch ours {
        case .null: return theirs is NSNull
        case .bool(let value): return theirs as? Bool == value
        case .integer(let value): return (theirs as? NSNumber)?.int64Value == value
        case .number(let token):
            guard let number = theirs as? NSNumber else { return false }
            // Foundation holds it as a double, not always the nearest one.
            return Double(token).map { abs($0 - number.doubleValue) <= abs($0) * 1e-13 + .leastNormalMagnitude }
                ?? false
        case .string(let text): return (theirs as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
        case .array(let elements):
            guard let array = theirs as? [Any], array.count == elements.count else { return false }
            return zip(elements, array).allSatisfy { isSame($0, $1) }
        case .object(let object):
            guard let dictionary = theirs as? [String: Any], dictionary.count == object.count else { return false }
            return object.members.allSatisfy { member in
                dictionary[member.key].map { isSame(member.value, $0) } ?? false
            }
        }
    }
}
