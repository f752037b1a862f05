import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The identity of a patient` {
    private func station(allergies: String = "penicillin", alike: Int = 2) throws -> PretendStation {
        let stays = try (0..<3).map { index -> Stay in
            var patient = SampleWard.patient(index <= alike ? "Sample, Ada \(index)" : "Farrow, Lee", index + 1)
            patient.allergies = allergies
            patient.mrn = ["1000001", "2345678", "99887766554433"][index]
            return SampleWard.stay(try SampleWard.infusing(patient, "C\(index + 1)", systolic: 138), "s\(index)")
        }
        return PretendStation(SampleWard.ward(stays))
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36)], ["1", "3"])
    func `keeps name, number, birth date and state beside a name alert`(size: (Int, Int), chair: Character) throws {
        var station = try station()
        station.press(.character(chair))
        let row = station.screen(size.0, size.1).split(separator: "\n", omittingEmptySubsequences: false)[1]
        #expect(row.contains("Sample, Ada"))
        #expect(row.contains("MRN \(chair == "1" ? "1000001" : "99887766554433")"))
        #expect(row.contains(size.0 < 80 ? "INFUSE" : "INFUSING"))
        if size.0 >= 80 || chair == "1" {
            #expect(row.contains(chair == "1" ? "*1955-02-04" : "*1965-04-06"), "\(row)")
        }
    }

    @Test func `names the chairs of all who are alike`() throws {
        let station = try station()
        #expect(station.screen(80, 24).contains("NAME ALERT C2, C3 same surname"))
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func `stands with allergies and weight in both views`(columns: Int, rows: Int) throws {
        var station = try station()
        #expect(station.screen(columns, rows).contains("ALLERGY penicillin"))
        #expect(station.screen(columns, rows).contains("80 kg"))
        station.press(.enter)
        #expect(station.screen(columns, rows).contains("ALLERGY penicillin"))
        station.press(.character("p"))
        #expect(station.screen(columns, rows).contains("ALLERGY penicillin"))
    }

    @Test func `says quietly that no allergy is known`() throws {
        let screen = try station(allergies: "none known").screen(80, 24)
        #expect(screen.contains("allergies none known"))
        #expect(!screen.contains("ALLERGY"))
    }
}
