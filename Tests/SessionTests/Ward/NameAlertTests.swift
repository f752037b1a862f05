import Session
import TestSupport
import Testing

@Suite struct `Two patients` {
    private func known(_ name: String, _ mrn: String, _ year: Int, _ id: String = "t") -> KnownPatient {
        KnownPatient(samplePatient(name: name, mrn: mrn, birthYear: year), session: id, chair: "C3")
    }

    private var ada: KnownPatient { known("Sample, Ada", "100234", 1984, "s") }

    private typealias Pair = (name: String, mrn: String, year: Int, likenesses: [Likeness])

    private static let pairs: [Pair] = [
        ("Sample, Bo", "555555", 1970, [.surname]),
        ("SAMPLE , Bo", "555555", 1970, [.surname]),
        ("Sample,Ada", "555555", 1970, [.name]),
        ("  sample,   ADA ", "555555", 1970, [.name]),
        ("Ada Sample", "555555", 1970, [.name]),
        ("Ada, Sample", "555555", 1970, [.name]),
        ("Bo Sample", "555555", 1970, [.surname]),
        ("S\u{E1}mple, Ad\u{E0}", "555555", 1970, [.name]),
        ("Sa\u{301}mple\u{200B}, Bo", "555555", 1970, [.surname]),
        ("Other, Bo", "100235", 1970, [.nearNumber]),
        ("Other, Bo", "100243", 1970, [.nearNumber]),
        ("Other, Bo", "10234", 1970, [.nearNumber]),
        ("Other, Bo", "1002345", 1970, [.nearNumber]),
        ("Other, Bo", " 100 235", 1970, [.nearNumber]),
        ("Other, Bo", "00100235", 1970, [.nearNumber]),
        ("Other, Bo", "0100234", 1970, [.sameNumber]),
        ("Other, Bo", "100-234", 1970, [.sameNumber]),
        ("Other, Bo", "999999", 1984, [.birthDate]),
        ("Sample, Ava", "100235", 1984, [.surname, .birthDate, .nearNumber]),
        ("Sample, Ada", "100235", 1984, [.name, .birthDate, .nearNumber]),
        ("Other, Bo", "200235", 1970, []),
        ("Other, Bo", "432001", 1970, []),
        ("Other, Bo", "102043", 1970, []),
        ("Other, Bo", "1234", 1970, []),
        ("Samples, Ada", "555555", 1970, []),
    ]

    @Test(arguments: pairs.indices)
    func `are named alike by everything they share, however it was typed`(index: Int) {
        let pair = Self.pairs[index]
        let other = known(pair.name, pair.mrn, pair.year)
        #expect(ada.likenesses(to: other) == pair.likenesses, "\(pair)")
        #expect(other.likenesses(to: ada) == pair.likenesses, "\(pair)")
    }

    @Test(arguments: [
        ("M\u{FC}ller, Ida", "MUELLER, Jo"), ("M\u{FC}ller, Ida", "Muller, Jo"), ("O'Brien, Ida", "OBrien, Jo"),
        ("O\u{2019}Brien, Ida", "o'brien, Jo"), ("Smith-Jones, Ida", "Smith Jones, Jo"),
        ("De Vries, Ida", "Devries, Jo"),
        ("Wei\u{DF}, Ida", "Weiss, Jo"), ("S\u{F8}rensen, Ida", "Sorensen, Jo"), ("Y\u{131}lmaz, Ida", "Yilmaz, Jo"),
        ("\u{391}\u{3BB}\u{3AD}\u{3BE}\u{3B7}, Ida", "\u{3B1}\u{3BB}\u{3B5}\u{3BE}\u{3B7}, Jo"),
    ])
    func `have one surname with and without accents and marks`(one: String, other: String) {
        #expect(known(one, "1111", 1950).likenesses(to: known(other, "2222", 1960)) == [.surname])
    }

    @Test func `with temporary numbers are not alike by them`() {
        #expect(known("Sample, Ada", "TEMP-1", 1984).likenesses(to: known("Other, Bo", "TEMP-2", 1970)).isEmpty)
        #expect(
            known("Sample, Ada", "TEMP-1", 1984).likenesses(to: known("Other, Bo", "temp 1", 1970)) == [.sameNumber]
        )
    }
}

@Suite struct `A name alert` {
    private static func patient(
        _ id: String,
        _ name: String,
        _ mrn: String,
        _ year: Int,
        chair: String? = nil,
        isClosed: Bool = false
    ) -> KnownPatient {
        KnownPatient(
            samplePatient(name: name, mrn: mrn, birthYear: year),
            session: id,
            chair: chair,
            closedAtUTCMicros: isClosed ? 0 : nil
        )
    }

    private static let ada = patient("a", "Sample, Ada", "100234", 1984, chair: "C1")

    @Test func `names every likeness to everyone, those who are here first`() throws {
        let others = [
            Self.patient("x", "Sample, Eva", "900000", 1950, isClosed: true),
            Self.patient("b", "Sample, Bo", "100235", 1984, chair: "C2"),
            Self.patient("c", "Sample, Cy", "700000", 1950, chair: "C3"),
            Self.patient("d", "Sample, Di", "800000", 1951),
            Self.patient("e", "Other, Al", "100236", 1961, chair: "C4"),
        ]
        let alert = try #require(NameAlert.find(for: Self.ada, among: others + [Self.ada]))
        #expect(
            alert.sentence
                == "NAME ALERT C2 same surname, same birth date, MRN nearly the same; "
                + "C3, WAITING, 1 closed today same surname"
        )
        #expect(alert.sentence(upTo: 70) == "NAME ALERT C2 surname, born, MRN; C3, WAITING, 1 closed today surname")
        #expect(alert.sentence(upTo: 30) == "NAME ALERT C2, C3, WAITING, 1 closed today")
        #expect(alert.shortSentence == alert.sentence(upTo: 0))
    }

    @Test func `does not stand for a number alone`() {
        let other = Self.patient("b", "Other, Bo", "100235", 1970)
        #expect(NameAlert.find(for: Self.ada, among: [other]) == nil)
    }

    @Test func `does not stand against the same person's session of this morning`() {
        let earlier = Self.patient("b", "Sample, Ada", "0100234", 1984, isClosed: true)
        #expect(NameAlert.find(for: Self.ada, among: [earlier]) == nil)
        #expect(
            NameAlert.find(for: Self.ada, among: [Self.patient("b", "Sample, Ada", "77", 1984, isClosed: true)]) != nil
        )
    }

    private typealias Other = (name: String, mrn: String, year: Int)

    /// What is asked is what the others have otherwise: a question that they would answer likewise proves nothing.
    private static let asked: [(others: [Other], questions: [NameAlert.Question])] = [
        ([("Sample, Bo", "555", 1990)], [.birthYear]),
        ([("Sample, Bo", "555", 1984)], [.givenName]),
        ([("Sample, Ada", "555", 1984)], [.numberEnd]),
        ([("Sample, Ada Maria", "555", 1984)], [.numberEnd]),
        ([("Ada, Sample", "555", 1984)], [.numberEnd]),
        ([("Sample, Ada", "200234", 1984)], [.number]),
        ([("Sample, Ada", "0100234", 1984)], [.number]),
        ([("Sample, Bo", "555", 1984), ("Sample, Ada", "666", 1990)], [.numberEnd]),
        ([("Sample, Bo", "555234", 1984), ("Sample, Ada", "666", 1990)], [.number]),
        ([("Sample, Bo", "100234", 1984), ("Sample, Ada", "666", 1990)], [.birthYear, .givenName]),
        ([("Sample, Bo", "555", 1990), ("Sample, Cy", "666", 1991)], [.birthYear]),
        ([("Sample, Bo", "100235", 1984), ("Sample, Cy", "100236", 1984)], [.givenName]),
    ]

    @Test(arguments: asked.indices)
    func `asks for what differs from everyone`(index: Int) throws {
        let (others, questions) = Self.asked[index]
        let rivals = others.enumerated().map { Self.patient("\($0)", $1.name, $1.mrn, $1.year) }
        let alert = try #require(NameAlert.find(for: Self.ada, among: rivals))
        #expect(alert.questions == questions, "\(others)")
    }
}
