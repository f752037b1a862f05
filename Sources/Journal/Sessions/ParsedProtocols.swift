import EventLog
import Session

/// Protocols that have been parsed, by their bytes: most sessions are opened under the same one.
final class ParsedProtocols: Sendable {
    private let known = Monitor<[[UInt8]: InfusionProtocol]>([:])
    private let parseAnew: @Sendable ([UInt8]) throws -> InfusionProtocol

    init(_ parse: @escaping @Sendable ([UInt8]) throws -> InfusionProtocol) {
        parseAnew = parse
    }

    func parse(_ bytes: [UInt8]) throws -> InfusionProtocol {
        if let rules = known.withLock({ $0[bytes] }) { return rules }
        let rules = try parseAnew(bytes)
        known.withLock { $0[bytes] = rules }
        return rules
    }
}
