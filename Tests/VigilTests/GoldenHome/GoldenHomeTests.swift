import Glibc
import TestSupport
import Testing

/// What every version must still do with the homes of all earlier ones.
@Suite struct `The home of an earlier version` {
    /// A clinic that stands in such a home, a day after it was left.
    private func clinic(_ home: GoldenHome) -> Clinic {
        let clinic = Clinic()
        home.unpack(to: clinic.home)
        clinic.pass(minutes: 24 * 60)
        return clinic
    }

    @Test(arguments: GoldenHome.all)
    func `is listed and summed up entry by entry as it was`(_ home: GoldenHome) throws {
        let clinic = clinic(home)
        try #require(clinic.sessions.count == 4)
        for session in clinic.sessions {
            let name = session.split(separator: "/").last ?? ""
            let listing = clinic.run(["log", session])
            let summary = clinic.run(["log", session, "--summary"])
            #expect(listing.exitCode == 0 && summary.exitCode == 0, "\(listing.complaint)\(summary.complaint)")
            home.expect(listing.text, in: "\(name).log.txt")
            home.expect(summary.text, in: "\(name).summary.txt")
        }
    }

    @Test(arguments: GoldenHome.all)
    func `verifies: whole, sealed and anchored but for the record that was harmed`(_ home: GoldenHome) throws {
        let clinic = clinic(home)
        let key = clinic.scratch("kept-elsewhere.vkey")
        Clinic.write(Clinic.text(clinic.home + "/keys/station.vkey"), to: key)
        let verified = clinic.run(["verify", clinic.home, "--key", key])
        #expect(verified.exitCode == 11, "\(verified.text)\(verified.complaint)")
        let lines = verified.text.split(separator: "\n")
        #expect(lines.count { $0.contains("intact and anchored") } == 6, "\(verified.text)")
        let damaged = "DAMAGED, \(home.recordsBeforeHarm) records in an unbroken chain"
        #expect(lines.count { $0.contains(damaged) } == 1, "\(verified.text)")
        #expect(clinic.run(["verify", clinic.sessions[0], "--key", key]).exitCode == 0)
    }

    @Test(arguments: GoldenHome.all)
    func `opens with every patient, and what is charted goes on behind what was there`(_ home: GoldenHome) throws {
        let clinic = clinic(home)
        let before = clinic.sessions.map { Clinic.bytes($0 + "/000001.jsonl") }
        let nurse = clinic.console(columns: 120, rows: 36)
        try nurse.expect("Prova, Carla", "INFUSING", "Exempel, Dora", "SCREENING", "RECORD DAMAGED")
        try nurse.sayWhoTypes()
        try nurse.press("3").press("⏎").expect("Entries", "MRN 100417", "ENTRY LOST", "BP 139/84")
        try nurse.press("140/85 81 97 14 4⏎").expect("BP 140/85 HR 81")
        try nurse.press("⎋").expectGone("Entries").press("q").expectGone("Prova, Carla")
        clinic.endStations()

        for (session, bytes) in zip(clinic.sessions, before) {
            #expect(Clinic.bytes(session + "/000001.jsonl").starts(with: bytes), "\(session) was changed")
        }
        let listing = clinic.run(["log", clinic.sessions[2]]).text
        #expect(listing.contains("BP 139/84") && listing.contains("BP 140/85"), "\(listing)")
        let verified = clinic.run(["verify", clinic.home])
        let damaged = "DAMAGED, \(home.recordsBeforeHarm) records"
        #expect(verified.exitCode == 11 && verified.text.contains(damaged), "\(verified.text)")
    }

    /// One changed bit in the middle of a file of the home.
    struct Harm: CustomTestStringConvertible {
        /// The file below the home; a number stands for a session, in the order they were opened.
        var file: String
        /// What `verify` says of it.
        var exitCodes: Set<Int>
        /// What the first screen says.
        var shown: [String]

        var testDescription: String { file }

        /// Where it lies in a clinic's home: a folder stands for the first file in it.
        func path(in clinic: Clinic) throws -> String {
            let parts = file.split(separator: "/", maxSplits: 1).map(String.init)
            if let number = Int(parts[0]) { return clinic.sessions[number] + "/" + parts[1] }
            let path = clinic.home + "/" + file
            return GoldenHome.files(in: path).first ?? path
        }

        static let patients = ["Prova, Carla", "INFUSING", "Exempel, Dora", "SCREENING"]

        static let all = [
            Harm(file: "2/000002.jsonl", exitCodes: [11], shown: patients + ["RECORD DAMAGED"]),
            // The record of its opening.
            Harm(
                file: "3/000001.jsonl",
                exitCodes: [11],
                shown: ["Prova, Carla", "no name", "SCREENING", "RECORD DAMAGED", "NO PROTOCOL"]
            ),
            Harm(file: "1/000001.jsonl", exitCodes: [11, 12], shown: patients),
            Harm(file: "1/seal.checkpoint", exitCodes: [12], shown: patients),
            Harm(file: "0/addendum-000001.jsonl", exitCodes: [11], shown: patients),
            Harm(file: "staff/000001.jsonl", exitCodes: [11], shown: patients + ["STAFF LOG DAMAGED"]),
            // The protocol of all four; a station that has the same takes its own.
            Harm(file: "blobs", exitCodes: [11], shown: patients),
            Harm(file: "station/000001.jsonl", exitCodes: [11], shown: patients + ["STATION JOURNAL DAMAGED"]),
        ]
    }

    /// Every harm to the newest home, and to the older ones in turn; with `VIGIL_SWEEP` every harm to every home.
    private static let harmed = GoldenHome.all.enumerated().flatMap { place, home in
        Harm.all.enumerated().filter { number, _ in
            place == GoldenHome.all.count - 1 || number % (GoldenHome.all.count * 2) == place || Sweep.isWide
        }.map { (home, $1) }
    }

    @Test(arguments: harmed)
    func `with one bit changed says which file, loses nothing else and shows the rest`(
        _ home: GoldenHome,
        _ harm: Harm
    ) throws {
        let clinic = clinic(home)
        let path = try harm.path(in: clinic)
        var bytes = Clinic.bytes(path)
        bytes[bytes.count / 2] ^= 1
        GoldenHome.write(bytes, to: path)

        let verified = clinic.run(["verify", clinic.home])
        #expect(harm.exitCodes.contains(verified.exitCode ?? -1), "\(verified.text)\(verified.complaint)")
        let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
        #expect((verified.text + verified.complaint).contains(folder), "\(verified.text)\(verified.complaint)")
        let nurse = clinic.console(columns: 200, rows: 60)
        for words in harm.shown { try nurse.expect(words) }
        let kept = GoldenHome.files(in: folder).contains { Clinic.bytes($0).starts(with: bytes) }
        #expect(kept, "\(path) was changed")
    }

    @Test func `without a protocol that this version has shows every patient, and that nothing is judged`() throws {
        let clinic = clinic(GoldenHome(version: "0.1"))
        for path in GoldenHome.files(in: clinic.home + "/blobs") { unlink(path) }
        let nurse = clinic.console()
        try nurse.expect("Prova, Carla", "INFUSING", "Exempel, Dora", "PROTOCOL CANNOT BE READ", "NO PROTOCOL")
        try nurse.sayWhoTypes()
        try nurse.press("3").press("⏎").expect("Entries", "NO PROTOCOL", "BP 139/84")
        try nurse.press("240/85 81 97 14 4⏎").expect("BP 240/85 HR 81")
        try nurse.press("⎋").expectGone("Entries").press("q").expectGone("Prova, Carla")
    }
}
