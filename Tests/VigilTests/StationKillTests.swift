import Glibc
import TestSupport
import Testing

@Suite struct `A station that is killed while it infuses` {
    @Test func `is started again by its console, with the session there and its timers right`() throws {
        let clinic = Clinic()
        let nurse = clinic.console()
        let begin = PseudoTerminal.now()
        try nurse.infusing()
        clinic.pass(minutes: 10)
        try nurse.expect("10.0 of 40.0 mg calc")
        try nurse.press("138/82 79 97 14 4⏎").expect("BP 138/82  HR 79", "v vitals due in")
        let killed = try #require(clinic.stations.first)
        kill(killed, SIGKILL)
        let isBack = nurse.wait { _ in clinic.stations.contains { $0 != killed } }
        try #require(isBack, "no station was started again")

        // The new station knows nobody at this console yet, but it knows the patient.
        // The Board is there once its tiles are: until then rows of the view before may still stand.
        try nurse.expect("typing: nobody", "Sample, Ada", "INFUSING", "Station started again").expectGone("Entries")
        try nurse.openSession().expect("BP 138/82  HR 79", "INFUSION STARTED", "of 40.0 mg calc")
        let (elapsed, total) = try #require(nurse.infusionClock, "\(nurse.screen)")
        let mostSeconds = 600 + (PseudoTerminal.now() - begin) / 1000 + 1
        #expect(total == 2400)
        #expect((600...mostSeconds).contains(elapsed), "\(elapsed) s of at most \(mostSeconds)")
        #expect(!nurse.screen.contains("STATION WAS OFF"))

        // What is entered now goes on where the record stood.
        try nurse.sayWhoTypes()
        try nurse.press("136/81 78 97 14 4⏎").expect("BP 136/81  HR 78", "BP 138/82  HR 79")
        let log = try #require(clinic.sessions.first)
        nurse.press("⎋")
        clinic.endStations()
        let verification = clinic.run(["verify", log])
        #expect(verification.exitCode == 10, "\(verification.text)\(verification.complaint)")
    }

    @Test func `says STATION WAS OFF when it was off for longer than a minute`() throws {
        let clinic = Clinic()
        let nurse = clinic.console()
        try nurse.infusing()
        // As when the power goes: station and console end at once, without a word.
        for pid in clinic.stations { kill(pid, SIGSTOP) }
        nurse.terminal.send(signal: SIGKILL)
        try #require(nurse.terminal.waitForEnd(seconds: Program.patienceSeconds) != nil)
        for pid in clinic.stations { kill(pid, SIGKILL) }
        clinic.pass(minutes: 7)

        let back = clinic.console()
        try back.expect("STATION WAS OFF", "Sample, Ada", "INFUSING")
        try back.openSession().expect("STATION WAS OFF for 7 min", "of 40.0 mg calc")
        let (elapsed, _) = try #require(back.infusionClock, "\(back.screen)")
        #expect(elapsed >= 420)
    }
}

extension Nurse {
    /// Takes a first patient to INFUSING.
    func infusing() throws {
        try setUpStation()
        try sayWhoTypes()
        try checkIn()
        try answerScreening()
        try prepare()
        try start()
    }

    /// Opens the first chair's session, unless it is open; after a new start no chair is chosen.
    @discardableResult
    func openSession() throws -> Nurse {
        if !screen.contains("Entries") { press("1⏎") }
        return try expect("Entries")
    }

    /// Seconds elapsed and programmed, from `10:03 / 40:00` on the screen.
    var infusionClock: (elapsed: Int, total: Int)? {
        for line in screen.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "│" }
            guard let slash = words.firstIndex(of: "/"), slash > 0, slash + 1 < words.count,
                let elapsed = Self.seconds(words[slash - 1]), let total = Self.seconds(words[slash + 1])
            else { continue }
            return (elapsed, total)
        }
        return nil
    }

    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let minutes = parts[0], let seconds = parts[1] else { return nil }
        return minutes * 60 + seconds
    }
}
