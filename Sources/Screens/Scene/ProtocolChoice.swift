package import Session

/// A protocol that can be chosen at check-in.
package struct ProtocolChoice: Hashable, Sendable {
    package var rules: InfusionProtocol
    package var sha256: String

    package init(rules: InfusionProtocol, sha256: String) {
        self.rules = rules
        self.sha256 = sha256
    }
}
