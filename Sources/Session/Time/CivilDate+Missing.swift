extension CivilDate {
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Says of a date that is typed as one and is none which day its month lacks: `February 1984 has no 31st`.
    ///
    /// Nil where the text has another fault, or none.
    package static func missingDay(text: String) -> String? {
        guard CivilDate(text: text) == nil else { return nil }
        var parts = text.split { $0 == "-" || $0 == "." || $0 == " " }.compactMap { Int($0) }
        if parts.count == 1, text.count == 8 { parts = [parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100] }
        guard parts.count == 3 else { return nil }
        if parts[0] < 1800, text.contains(".") { parts.reverse() }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        guard (1800...2999).contains(year), (1...12).contains(month), (29...31).contains(day) else { return nil }
        let ordinal = day == 31 ? "31st" : "\(day)th"
        return "\(monthNames[month - 1]) \(year) has no \(ordinal)"
    }
}
