import Glibc
import TestSupport
import Testing

@Suite struct `Two consoles on one station` {
    @Test func `see each other's entries`() throws {
        let clinic = Clinic()
        let first = clinic.console()
        try first.setUpStation()
        try first.sayWhoTypes()
        let second = clinic.console(columns: 120, rows: 36)
        try second.expect("Ward 3", "C1", "typing: nobody")
        try first.checkIn()
        try second.expect("Sample, Ada", "SCREENING")

        try second.sayWhoTypes()
        try second.press("⏎").expect("newest first, 1").press("n").expect("Note")
        try second.press("Brought a blanket⏎").expectGone("put aside").expect("Brought a blanket")
        try first.expect("Brought a blanket", "newest first, 2")

        try first.press("v").expect("MOAA/S").press("131/83 77⏎h").expect("BP 131/83  HR 77")
        try second.expect("BP 131/83  HR 77", "newest first, 3")
    }

    @Test func `lose nothing when one of them is killed`() throws {
        let clinic = Clinic()
        let first = clinic.console()
        try first.setUpStation()
        try first.sayWhoTypes()
        try first.checkIn()
        let second = clinic.console()
        try second.expect("Sample, Ada", "SCREENING").press("⏎").expect("newest first, 1")

        try first.press("n").expect("Note").press("Came by taxi⏎").expectGone("put aside")
        try first.press("n").expect("Note").press("half a sent").expect("half a sent")
        first.terminal.send(signal: SIGKILL)
        try #require(first.terminal.waitForEnd(seconds: Program.patienceSeconds) != nil)

        try second.expect("Came by taxi", "newest first, 2")
        try second.sayWhoTypes()
        try second.press("n").expect("Note").press("Goes on here⏎").expectGone("put aside")
        try second.expect("Goes on here", "newest first, 3")
        let another = clinic.console(login: "ben")
        try another.expect("Sample, Ada", "SCREENING", "typing: nobody")
        try another.press("⏎").expect("Goes on here", "newest first, 3")

        // Whoever logs in as before gets the desk back, with the half sentence as a draft and nobody's name on it.
        let back = clinic.console()
        try back.expect("typing: nobody", "Sample, Ada")
        try back.sayWhoTypes()
        try back.press("n").expect("half a sent").press("ence⏎").expectGone("put aside")
        try back.expect("half a sentence", "newest first, 4")
    }
}
