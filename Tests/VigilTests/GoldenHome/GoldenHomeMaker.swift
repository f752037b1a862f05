import Glibc
import TestSupport
import Testing

/// Makes the home that this version leaves to all later ones.
///
/// With `VIGIL_SNAPSHOTS=home` it is put into `Homes/next`. Each version that changes what stands in
/// a home adds its own under its number beside the earlier ones, which are never made again: their bytes are what that
/// version wrote.
@Suite struct `A golden home` {
    @Test(.enabled(if: Snapshots.isHomeMade, "made on request: VIGIL_SNAPSHOTS=home"))
    func `is made by the program as it is, with a session of each kind`() throws {
        let clinic = Clinic()
        try enterStaff(clinic)
        let nurse = clinic.console()
        try nurse.expect("Ward 3", "C1 empty").sayWhoTypes()
        try nurse.closedSession(clinic)
        try nurse.cancelledSession()
        try nurse.dosingSession(clinic)
        try nurse.waitingSession()
        try nurse.press("q").expectGone("Exempel, Dora")
        clinic.endStations()

        let sessions = clinic.sessions
        try #require(sessions.count == 4)
        let added = clinic.run(["addendum", sessions[0], "Called at 09:00: slept well", "--as", "n001", "--about", "2"])
        try #require(added.exitCode == 0, "\(added.complaint)")
        try harm(sessions[2])

        let back = clinic.console()
        try back.expect("RECORD DAMAGED", "Prova, Carla").sayWhoTypes()
        try back.press("3").press("⏎").expect("Entries", "Prova, Carla")
        try back.press("139/84 80 97 14 4⏎").expect("BP 139/84 HR 80")
        try back.press("⎋").expectGone("Entries").press("q").expectGone("Prova, Carla")
        clinic.endStations()
        GoldenHome.copy(from: clinic.home, to: GoldenHome.next)
    }

    /// The first run, and a prescriber and a supervisor beside its nurse.
    private func enterStaff(_ clinic: Clinic) throws {
        let first = clinic.console()
        try first.setUpStation()
        try first.press("q").expectGone("C1 empty")
        clinic.endStations()
        for (name, role) in [("Dr Lind", "prescriber"), ("Sam Okafor", "supervisor")] {
            let added = clinic.run(["staff", "add", name, "--role", role])
            try #require(added.exitCode == 0, "\(added.complaint)")
        }
    }

    /// Flips one bit of a note that was on disk: the next start finds it and goes on in a second segment.
    private func harm(_ session: String) throws {
        let path = session + "/000001.jsonl"
        var bytes = Clinic.bytes(path)
        let mark = Array("Reassured at the bedside".utf8)
        let at = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        bytes[at] ^= 1
        let file = fopen(path, "w")
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
    }
}

extension Nurse {
    /// A whole session, with a note corrected and another voided.
    fileprivate func closedSession(_ clinic: Clinic) throws {
        try checkIn()
        try answerScreening()
        try prepare()
        try start()
        try infuse(clinic)
        try press("n").expect("Note").press("Water⏎").expect("*1984 Water x correct")
        try press("x").expect("Correct an entry").press("c").expect("New words").press(" and a biscuit⏎")
        try press("6").expect("Left out").press("⏎").expect("Water and a biscuit")
        try press("n").expect("Note").press("Belongs to another chair⏎")
        try expect("*1984 Belongs to another chair x correct")
        try press("x").expect("Correct an entry").press("v").press("1").expect("Wrong patient").press("⏎")
        try expectGone("Correct an entry")
        try observe(clinic)
        try leave()
        try close()
    }

    /// Checked in and sent home before anything was given.
    fileprivate func cancelledSession() throws {
        try checkIn("Muster, Ben", born: "1971-05-20", mrn: "100301", chair: 2)
        try press("s").expect("c cancel").press("c").expect("Because").press("2⏎").expect("CANCELLED")
        try press("s").expect("c sign and close").press("c").expect("I sign this session").press("y")
        try expectGone("Muster, Ben")
    }

    /// Infusing: a decision by telephone, a start that happened before its time-out, a pause, notes.
    fileprivate func dosingSession(_ clinic: Clinic) throws {
        try checkIn("Prova, Carla", born: "1966-08-02", mrn: "100417", chair: 3)
        try answerScreening()
        try press("i").expect("The IV was").press("p").expect("Site").press("⏎left forearm⏎22G⏎")
        try expect("IV placed: left forearm, 22G")
        try press("D").expect("The drug was").press("d").expect("Vial strength").press("⏎⏎⏎10⏎5⏎50⏎")
        try expect("50 mg in 50 mL = 1 mg/mL").press("⏎").expect("drug drawn: ketamine 50 mL at 1 mg/mL as A")
        try press("v").expect("BP HR SpO2").press("124/78 44 98 14 5 t36.8 p0 o0⏎")
        try expect("HR 44 /min is unusual").press("y").expect("BP 124/78 HR 44", "prescriber to decide")
        try press("d0 n⏎").expect("dissociation 0")
        try press("s").expect("r ready for the infusion").press("r").expect("Everything is there for").press("y")
        try expect("Cannot declare READY yet", "P").press("P").expect("Prescriber's decision")
        try press("Dr Lind⏎t").press("⏎athlete, go on⏎").expect("Everything is there for").press("y")
        try expect("READY")
        try press("s").expect("s start").press("s").expect("Read back from the pump").press("60⏎40⏎1⏎⏎⏎")
        try expect("Cannot start yet", "time-out").press("H").expect("It has already happened")
        try press("4").press("⏎⏎⏎").expect("INFUSING")
        clinic.pass(minutes: 10)
        try press("138/82 52 97 14 4⏎").expect("BP 138/82 HR 52")
        try press("n").expect("Note").press("3⏎").expect("Reassured at the bedside")
        try press("p").expect("PAUSED").press("p").expect("Paused because").press("5⏎y⏎⏎").expect("INFUSING")
        try press("d").press("2 n m4 floating⏎").expect("dissociation 2")
        try press("⎋").expect("? keys", "Prova, Carla").expectGone("Entries")
    }

    /// Checked in, identified, and moved to the waiting row.
    fileprivate func waitingSession() throws {
        try checkIn("Exempel, Dora", born: "1990-11-30", mrn: "100588", chair: 4)
        try press("k").expect("Matched by").press("12⏎").expect("identity matched by name and date of birth")
        try press("s").expect("m move").press("m").expect("From").press("0⏎").expect("moved to WAITING", "Entries")
        try press("⎋").expect("Exempel, Dora").expectGone("Entries")
    }
}
