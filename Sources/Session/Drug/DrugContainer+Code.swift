extension DrugContainer {
    /// Letters and digits that no handwriting turns into one another: no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V.
    private static let letters = Array("ACDEFHJKMNPRTWXY3479")

    /// The two characters that are written on a container when it is drawn, and read from it at the time-out.
    ///
    /// They follow from session and name, so that a syringe of another chair, or another one of this patient, is not
    /// taken for it; containers `A` to `Z` of one session never share theirs.
    package static func code(of name: String, in session: String) -> String {
        let count = letters.count * letters.count
        // FNV-1a, 32 bits: it is the same on every machine and in every version.
        let hash = session.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let place = name.uppercased().unicodeScalars.reduce(0) { ($0 * 31 + Int($1.value)) % count }
        // Coprime to the count, and changing both characters between neighbours.
        let index = (Int(hash) + place * 77) % count
        return String([letters[index / letters.count], letters[index % letters.count]])
    }
}
