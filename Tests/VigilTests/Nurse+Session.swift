import Testing

/// The steps of a session as a nurse takes them; each says what the screen must show before the next.
extension Nurse {
    /// Answers the first run's questions: four chairs, one nurse.
    func setUpStation() throws {
        try expect("Name this station", "It is not the patient monitor")
        try press("Ward 3⏎4⏎").expect("C1, C2, C3, C4")
        try press("Nurse Moreno⏎n⏎").expectGone("Name this station").expect("Ward 3", "C1 empty", "C4")
    }

    /// Names who types: the first on the list.
    func sayWhoTypes() throws {
        try press("u").expect("Who is typing?", "1 Nurse Moreno")
        try press("1").expectGone("Who is typing?").expect("typing: Nurse Moreno NURSE")
    }

    /// Checks a patient in at a chair, from the Board.
    func checkIn(
        _ name: String = "Sample, Ada",
        born: String = "1984-03-07",
        mrn: String = "100234",
        chair: Int = 1
    ) throws {
        try press("c").expect("Date of birth")
        try press("\(name)⏎\(born)⏎\(mrn)⏎f⏎80k⏎none known⏎p⏎").expect("Escort's name")
        try press("Ben Sample⏎555 0101⏎").expect("> Chair").press("\(chair)⏎").expect("> Protocol", "Enter checks in")
        try press("⏎").expect("SCREENING", name, "checked in under iv-mood-0.5")
    }

    /// Matches identifiers, answers the screening, places the order, records the baseline.
    func answerScreening() throws {
        try press("k").expect("Matched by").press("12").expect("[x] 2 date of birth")
        try press("⏎").expect("identity matched by name and date of birth")
        try press("k").expect("26 of 26 open").press("ynny").press("nnnnnnnnnnnn")
        try press("none by mouth⏎").expect("none by mouth").press("yynny").press("7⏎nny").expect("all answered")
        try press("⏎").expect("screening: 26 items answered")
        try press("o").expect("Concentration", "1 mg/mL").press("⏎⏎⏎⏎⏎Dr Lind⏎w").expect("[w written]", "40 mg   40 mL")
        try press("⏎").expect("order: ketamine 0.5 mg/kg")
    }

    /// The IV, the drug and the baseline, and then READY, which is refused until the baseline is whole.
    func prepare() throws {
        try press("i").expect("The IV was").press("p").expect("Site").press("⏎left forearm⏎22G⏎")
        try expect("IV placed: left forearm, 22G")
        try press("D").expect("The drug was").press("d").expect("Vial strength").press("⏎⏎⏎10⏎5⏎50⏎")
        try expect("50 mg in 50 mL = 1 mg/mL").press("⏎").expect("drug drawn: ketamine 50 mL at 1 mg/mL as A")
        try press("d0 n⏎").expect("dissociation 0")
        try press("s").expect("r ready for the infusion").press("r").expect("Everything is there for")
        try press("y").expect("Cannot declare READY yet", "v baseline vitals")
        try press("v").expect("BP HR SpO2 RR MOAA/S").press("124/78 72 98 14 5 t36.8 p0 o0")
        try expect("Temp 36.8").press("⏎").expect("Vitals: recorded. This form is as you left it")
        try press("y").expect("ready for the infusion", "READY").expectGone("Everything is there for")
    }

    /// What the drug form says is written on the syringe.
    private func syringeCode() throws -> String {
        try press("D").expect("Write on it A: ")
        let text = screen
        let label = try #require(text.ranges(of: "Write on it A: ").last)
        try press("⎋").expectGone("Write on it")
        return String(text[label.upperBound...].prefix(2))
    }

    /// The time-out, and what the pump shows, read back.
    func start() throws {
        let code = try syringeCode()
        try press("s").expect("t time-out").press("t").expect("Read aloud, and have it confirmed")
        try press("\(code)⏎1⏎Okafor⏎").expect("time-out with Okafor, syringe A read")
        try press("s").expect("s start").press("s").expect("Read back from the pump")
        try press("60⏎40⏎1⏎").expect("60 mL/h, 40 mL at 1 mg/mL", "40 mg in 40:00, 12.5 mcg/kg/min").press("⏎").expect(
            "> Started at"
        ).press("⏎")
        try expect("INFUSION STARTED: 60 mL/h, 40 mL", "INFUSING", "v vitals due in")
    }

    /// Forty minutes: vitals at ten, a short pause, and the stop when the pump has given everything.
    func infuse(_ clinic: Clinic) throws {
        clinic.pass(minutes: 10)
        try expect("10.0 of 40.0 mg calc").press("136/84 80 97 14 4⏎").expect("BP 136/84  HR 80  SpO2 97")
        try press("p").expect("PAUSED", "p resume").press("p").expect("Paused because")
        try press("5⏎y⏎⏎").expect("RESUMED; paused for Distress", "INFUSING")
        clinic.pass(minutes: 31)
        try expect("DOSE COMPLETE BY CALCULATION", "40.0 of 40.0 mg calc")
        try press("s").expect("e stop the infusion").press("e").expect("By calculation  40 mL, 40 mg")
        try press("c⏎⏎40⏎").expect("pump reads 40 mL", "OBSERVING")
        try press("134/82 78 98 14 4⏎").expect("BP 134/82  HR 78  SpO2 98")
    }

    /// The stay after the dose: two sets that show the pressure is back, clear, and the list answered.
    func observe(_ clinic: Clinic) throws {
        clinic.pass(minutes: 65)
        try expect("OVERDUE").press("126/80 74 98 14 5 p0⏎").expect("BP 126/80  HR 74  SpO2 98")
        try press("d0 n m5⏎").expect("dissociation 0  MOAA/S 5")
        clinic.pass(minutes: 16)
        try expect("minimum stay over").press("122/78 72 98 14 5 p0⏎").expect("BP 122/78  HR 72  SpO2 98")
        try press("k").expect("9 of 9 open").press("yyyyyynyy").expect("Discharge list, all answered")
        try press("⏎").expect("discharge criteria met", "criteria 10 of 10", "s READY TO LEAVE")
    }

    /// Ready to leave, the IV out, and away with the escort.
    func leave() throws {
        try press("s").expect("l ready to leave").press("l").expect("met minimum stay over")
        try press("y").expect("READY TO LEAVE", "i the IV out and its site checked")
        try press("i").expect("The IV was").press("r").expect("Site dry and clean").press("⏎y⏎⏎")
        try expect("IV out, site clean")
        try press("s").expect("d discharge").press("d").expect("Leaves with", "Ben Sample")
        try press("⏎patient and escort⏎").expect("DISCHARGED with Ben Sample", "10 mg not accounted")
    }

    /// The drug accounted for, and the signature.
    func close() throws {
        try press("D").expect("The drug was").press("w").expect("Witness", "Open in A")
        try press("⏎⏎10⏎destruction kit⏎Okafor⏎").expect("wasted 10 mL of A, destruction kit", "s sign and close")
        try press("s").expect("c sign and close").press("c").expect("balanced", "I sign this session")
        try press("y").expect("C1 empty").expectGone("Sample, Ada")
    }
}
