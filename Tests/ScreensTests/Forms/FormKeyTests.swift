import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A form's own keys` {
    @Test func `have words each`() {
        for key in EditingKey.all {
            #expect(!key.shown.isEmpty && !key.help.isEmpty)
            let isPlain = (key.shown + key.also + key.help).unicodeScalars.allSatisfy { $0.isASCII }
            #expect(isPlain, "\(key.help)")
        }
        #expect(Set(EditingKey.all.map(\.help)).count == EditingKey.all.count)
    }

    @Test(arguments: FormKind.allCases)
    func `are where the hints come from`(kind: FormKind) throws {
        let script = FormScript(kind, try Standing.dosing.script())
        let shown = Set(EditingKey.all.map(\.shown))
        for hint in script.form.hints(script.scene) { #expect(shown.contains(hint.key), "\(hint.key)") }
    }
}

@Suite struct `The ways out of a refusal` {
    /// One need of each kind that a form mends before the drug runs, and while it does.
    private static let before: [Need] = [
        .identity, .screening(open: 1, of: 2), .escort, .allergy(drug: "ketamine"), .order, .orderFigures,
        .orderTotal(microgramsPerKg: 900, limit: 750), .orderRate(nanogramsPerKgMinute: 1, limit: 1),
        .orderDuration(minutes: 1, limit: 1), .rateOrder(.microlitersPerHour(1), orderedNanogramsPerKgMinute: nil),
        .baseline, .baselineValues([.spo2Percent]), .baselineDissociation,
        .baselineOutside(.spo2Percent, value: 80, isStop: true),
        .baselineRepeat(systolicMmHg: 150, diastolicMmHg: 90, afterMinutes: 5),
        .baselineCaution(systolicMmHg: 150, diastolicMmHg: 90),
        .recentBaseline([.spo2Percent], ageMinutes: 31, maxAgeMinutes: 30),
        .recentDissociation(ageMinutes: 300, maxAgeMinutes: 240), .ready, .chair, .access, .accessChecked, .drugDrawn,
        .drugMixed, .container("A"), .containerMixed(sampleContainer()), .containerConcentration,
        .containerDrug(container: "A", drug: "a", ordered: "b"), .timeout, .timeoutAnew(.order),
        .recentTimeout(minutes: 10), .timeoutContainer("A"), .overdue(.spo2Percent, ageMinutes: 9),
        .remeasure([.spo2Percent]),
    ]

    /// The same of leaving and closing.
    private static let after: [Need] = [
        .accessRemoved(site: "L forearm"), .finalSet(ageMinutes: nil, maxAgeMinutes: 15),
        .dischargeItem(id: "plan", text: "Safety plan"), .balance(container: "A", differenceMicrograms: 1),
    ]

    @Test func `have a key for every form, one form to a key, and never one of the refusal's own`() throws {
        for needs in [Self.before, Self.after] {
            var forms: [Character: FormKind] = [:]
            for need in needs {
                let form = try #require(need.form, "\(need)")
                let key = try #require(form.facts.refusalKey, "\(form)")
                #expect(forms[key, default: form] == form, "\(key) is \(form)")
                #expect(key != "P" && key != "H")
                forms[key] = form
            }
        }
    }
}
