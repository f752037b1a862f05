import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `Forms about people` {
    @Test func `set the station up at the first run`() throws {
        var script = FormScript(.firstRun)
        script.typing = nil
        let step = script.type("Ward 3|4|Nurse Moreno|n|")
        let setup = StationSetup(
            stationName: "Ward 3",
            chairs: ["C1", "C2", "C3", "C4"],
            staffName: "Nurse Moreno",
            staffRole: .nurse
        )
        #expect(step == .submit(.setUp(setup)))
        #expect(script.receive(.configured) == .putAside)
    }

    @Test(arguments: [
        ("C1 C2 Bed3", ["C1", "C2", "Bed3"]), ("Bed 1, Bed 2", ["Bed 1", "Bed 2"]), ("1", ["C1"]),
        ("1 2 3", ["1", "2", "3"]),
    ])
    func `take chairs as a count or as names`(typed: String, chairs: [String]) throws {
        var script = FormScript(.firstRun)
        guard case .submit(.setUp(let setup)) = script.type("Ward|\(typed)|Nurse Moreno|n|") else {
            Issue.record("not set up: \(script.text())")
            return
        }
        #expect(setup.chairs == chairs)
    }

    @Test(arguments: ["0", "25", "A A", "aVeryLongChairName"])
    func `refuse chairs that cannot be`(typed: String) throws {
        var script = FormScript(.firstRun)
        #expect(script.type("Ward|\(typed)|Nurse Moreno|n|") == .stay)
        #expect(script.text().contains("! Chair"))
    }

    @Test(arguments: [("1", FormScript.nurse), ("2", FormScript.prescriber), ("li|", FormScript.prescriber)])
    func `name who is typing by digit or by letters`(keys: String, member: StaffMember) throws {
        var script = FormScript(.whoIsTyping)
        #expect(script.type(keys) == .typing(member))
    }

    @Test func `take nobody for another at a stray Enter`() throws {
        var script = FormScript(.whoIsTyping)
        #expect(script.type("||") == .stay)
        #expect(script.text().contains("! choose with 1-9"))
        script.surroundings.staff = [FormScript.nurse]
        #expect(script.press(.enter) == .typing(FormScript.nurse))
    }

    @Test func `walk the staff list with arrows`() throws {
        var script = FormScript(.whoIsTyping)
        script.press(.down)
        script.press(.down)
        #expect(script.press(.enter) == .typing(FormScript.prescriber))
    }

    @Test func `enter somebody new, who then types`() throws {
        var script = FormScript(.whoIsTyping)
        script.typing = nil
        #expect(script.type("Okafor+") == .stay)
        #expect(script.form.kind == .addStaff)
        #expect(script.text().contains("Okafor"))
        let step = script.type("|s|")
        #expect(step == .submit(.addStaff(name: "Okafor", role: .supervisor, by: nil)))
        let member = StaffMember(id: "s002", name: "Okafor", role: .supervisor)
        #expect(script.receive(.staffAdded(member)) == .typing(member))
    }

    @Test func `enter somebody new from a name that is on no list`() throws {
        var script = FormScript(.whoIsTyping)
        #expect(script.type("Zed|") == .stay)
        #expect(script.form.kind == .addStaff)
    }

    @Test func `refuse a name that is on the list`() throws {
        var script = FormScript(.addStaff)
        #expect(script.type("dr lind|n|") == .stay)
        #expect(script.text().contains("! dr lind is on the list already"))
    }

    @Test func `leave who is typing as it was when a member was only added`() throws {
        var script = FormScript(.addStaff)
        let step = script.type("Okafor|n|")
        #expect(step == .submit(.addStaff(name: "Okafor", role: .nurse, by: .staff(id: "n001", role: .nurse))))
        let member = StaffMember(id: "n002", name: "Okafor", role: .nurse)
        #expect(script.receive(.staffAdded(member)) == .putAside)
    }
}
