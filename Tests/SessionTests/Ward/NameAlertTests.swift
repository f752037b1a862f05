import Session
import TestSupport
import Testing

@Suite struct `A name alert` {
    private func patient(_ name: String, _ mrn: String, _ year: Int) -> Patient {
        samplePatient(name: name, mrn: mrn, birthYear: year)
    }

    @Test(arguments: [
        ("Sample, Ada", "100234", 1984, NameAlert.Likeness.surname),
        ("SAMPLE , Bo", "555555", 1970, .surname),
        ("Other, Bo", "100235", 1970, .mrn),
        ("Other, Bo", "100243", 1970, .mrn),
        ("Other, Bo", "10234", 1970, .mrn),
        ("Other, Bo", "1002345", 1970, .mrn),
        ("Other, Bo", "999999", 1984, .birthDate),
    ])
    func `stands where two could be taken for each other`(
        name: String,
        mrn: String,
        year: Int,
        likeness: NameAlert.Likeness
    ) {
        let one = patient("Sample, Ada", "100234", 1984)
        #expect(NameAlert.likeness(one, patient(name, mrn, year)) == likeness)
        #expect(NameAlert.likeness(patient(name, mrn, year), one) == likeness)
    }

    @Test(arguments: ["200235", "432001", "102043", "1234"])
    func `does not stand where the numbers are clearly different`(mrn: String) {
        #expect(NameAlert.likeness(patient("Sample, Ada", "100234", 1984), patient("Other, Bo", mrn, 1970)) == nil)
    }
}
