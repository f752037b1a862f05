import Glibc
import TestSupport
import Testing

@Suite struct `A home that is not as it should be` {
    @Test func `that cannot be written to is named before anybody is checked in`() throws {
        let clinic = Clinic()
        // Nobody, not even root, makes a directory in here.
        let program = RunningProgram(["serve"], environment: Program.environment(home: "/proc/vigil"))
        #expect(program.waitForEnd() == 1)
        #expect(program.complaint.contains("vigil: /proc/vigil"), "\(program.complaint)")
        #expect(program.complaint.contains("VIGIL_HOME"), "\(program.complaint)")

        let file = clinic.scratch("file")
        Clinic.write("a file\n", to: file)
        let other = RunningProgram(["serve"], environment: Program.environment(home: file))
        #expect(other.waitForEnd() == 1)
        #expect(other.complaint.contains("\(file) is not a directory"), "\(other.complaint)")
        #expect(Clinic.text(file) == "a file\n")
    }

    @Test func `that is read-only is named at the console`() throws {
        let clinic = Clinic()
        let nurse = clinic.console(home: "/proc/vigil")
        try nurse.expect("vigil: nothing can be saved in /proc/vigil", "chart on paper")
        #expect(nurse.terminal.waitForEnd(seconds: Program.patienceSeconds) == 1 << 8)
    }

    @Test func `that is full says so before anybody is checked in`() throws {
        let clinic = Clinic()
        let nurse = clinic.console(after: "ulimit -f 0")
        try nurse.expect("NOTHING CAN BE SAVED", "Name this station")
        nurse.press("Ward 3⏎4⏎Nurse Moreno⏎n⏎")
        try nurse.expect("NOTHING CAN BE SAVED", "raise the file-size limit", "Name this station")
    }

    @Test func `that filled up since yesterday still shows its station, and what cannot be saved`() throws {
        let clinic = Clinic()
        let nurse = clinic.console()
        try nurse.setUpStation()
        try nurse.press("q").expectGone("C1 empty")
        clinic.endStations()
        let back = clinic.console(after: "ulimit -f 0")
        try back.expect("Ward 3", "STAFF CANNOT BE ADDED", "NOTHING CAN BE SAVED")
    }

    @Test func `with a file that is no log leaves it alone and says which`() throws {
        let clinic = Clinic()
        let nurse = clinic.console()
        try nurse.setUpStation()
        try nurse.press("q").expectGone("C1 empty")
        clinic.endStations()
        let folder = clinic.home + "/sessions/2026/11/21/20261121-080000-zzzz"
        for path in clinic.foldersDown(to: folder) { mkdir(path, 0o700) }
        let stranger = folder + "/000001.jsonl"
        Clinic.write("{\"this\":\"is another program's\"}\n", to: stranger)

        let back = clinic.console()
        try back.expect("SESSION NOT OPENED", "C1")
        #expect(Clinic.text(stranger) == "{\"this\":\"is another program's\"}\n")
        // The station works on.
        try back.sayWhoTypes()
        try back.checkIn()
        #expect(Clinic.text(stranger) == "{\"this\":\"is another program's\"}\n")
        let verification = clinic.run(["verify", stranger])
        #expect(verification.exitCode == 1)
        #expect(verification.complaint.contains(stranger), "\(verification.complaint)")
    }
}
