extension Order {
    /// Whether a drug is the ordered one, in whatever letters and spaces it was typed.
    package func isOf(_ drug: String) -> Bool { Self.plain(drug) == Self.plain(self.drug) }

    private static func plain(_ drug: String) -> String {
        drug.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
