import Testing

@Suite struct `One session at a terminal` {
    @Test func `goes from the first run and the check-in to CLOSED by keys alone`() throws {
        let clinic = Clinic()
        let nurse = clinic.console()
        try nurse.setUpStation()
        try nurse.sayWhoTypes()
        try nurse.checkIn()
        try nurse.answerScreening()
        try nurse.prepare()
        try nurse.start()
        try nurse.infuse(clinic)
        try nurse.observe(clinic)
        try nurse.leave()
        try nurse.close()

        let log = try #require(clinic.sessions.first)
        let verification = clinic.run(["verify", log])
        #expect(verification.exitCode == 10, "\(verification.text)\(verification.complaint)")
        let page = clinic.run(["log", log, "--summary"]).text
        #expect(page.contains("  CLOSED\n"))
        #expect(page.contains("DOSE  40 mg of 40 mg by calculation; the pump read 40 mL"))
        #expect(page.contains("drawn 50 mL, given 40 mL, wasted 10 mL, returned 0 mL, difference 0 mg"))
        #expect(page.contains("by Nurse Moreno"))
    }
}
