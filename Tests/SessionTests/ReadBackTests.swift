import Session
import Testing
import TestSupport

@Suite struct `A start` {
    private static let milliliter = 1_000_000

    private static func ready(order: Order = sampleOrder(), _ containers: [DrugContainer]) throws -> SessionScript {
        var script = try SessionScript()
        try script.give(.confirmIdentity([.name, .birthDate]))
        try script.give(.answerScreening(clearScreening(script.session.rules)))
        if order.concentrationMicrogramsPerMilliliter > 50_000 {
            try script.give(.grantOverride(decision("concentration.\(order.concentrationMicrogramsPerMilliliter)")))
        }
        try script.give(.placeOrder(order, confirmedUnusual: true))
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))
        try script.give(.placeAccess(site: "L forearm", gauge: "22G"))
        for container in containers { try script.give(.drawDrug(container)) }
        try script.give(.declareReady)
        try script.give(sampleTimeout(script.session))
        return script
    }

    private static func decision(_ code: String) -> Override {
        Override(requirements: [code], prescriber: "Dr Lind", way: .telephoneReadBack, text: "as discussed")
    }

    private static func order(milligramsPerMilliliter: Int) -> Order {
        var order = sampleOrder()
        order.concentrationMicrogramsPerMilliliter = milligramsPerMilliliter * 1000
        return order
    }

    private static func container(
        _ name: String = "A",
        drug: String = "ketamine",
        milligramsPerMilliliter: Int = 1,
        milliliters: Int = 50
    ) -> DrugContainer {
        DrugContainer(
            name: name,
            drug: drug,
            vialStrengthMicrogramsPerMilliliter: 100_000,
            concentrationMicrogramsPerMilliliter: milligramsPerMilliliter * 1000,
            volumeNanoliters: milliliters * milliliter
        )
    }

    private static func pump(_ rate: Int, _ volume: Int, milligramsPerMilliliter: Int = 1) -> PumpSettings {
        PumpSettings(
            rateMicrolitersPerHour: rate,
            volumeNanoliters: volume,
            concentrationMicrogramsPerMilliliter: milligramsPerMilliliter * 1000,
            container: "A"
        )
    }

    /// The codes of what a start lacks, or the questions it asks; empty for one that is taken.
    private static func answer(_ script: SessionScript, _ pump: PumpSettings) -> [String] {
        switch script.refusal(of: .start(pump)) {
        case .missing(_, let needs): return needs.map(\.code)
        case .unusual(let questions): return questions
        case .outOfRange, .wrongState, .notPossible: return ["refused otherwise"]
        case nil: return []
        }
    }

    /// The pump as read back against 40 mg in 40 mL at 60 mL/h, and what stands against it.
    @Test(arguments: [
        (60_000, 40_000_000, [String]()), (60_100, 40_100_000, []), (61_200, 40_000_000, []),
        (61_300, 40_000_000, ["The pump's rate gives 40.867 mg, ordered are 40 mg"]),
        (58_700, 40_000_000, ["The pump's rate gives 39.133 mg, ordered are 40 mg"]),
        (60_000, 44_000_000, ["The pump's volume gives 44 mg, ordered are 40 mg"]),
        (66_100, 40_000_000, ["readback.rate.66100"]), (53_900, 40_000_000, ["readback.rate.53900"]),
        (60_000, 4_000_000, ["readback.volume.4000000"]),
        (6000, 50_000_000, ["readback.rate.6000", "readback.volume.50000000"]),
    ])
    func `A pump off the order is asked about above 2 percent and stopped above 10`(
        rate: Int,
        volume: Int,
        found: [String]
    ) throws {
        let script = try Self.ready([Self.container(milliliters: 100)])
        #expect(Self.answer(script, Self.pump(rate, volume)) == found)
    }

    /// At 100 mg/mL the order is 0.4 mL at 0.6 mL/h, and a step of the pump a quarter or a sixth of the dose.
    @Test(arguments: [
        (600, 400_000, [String]()), (600, 500_000, ["readback.volume.500000"]),
        (700, 400_000, ["readback.rate.700"]), (600, 300_000, ["readback.volume.300000"]),
    ])
    func `A pump step never hides a quarter of a strong dose`(rate: Int, volume: Int, found: [String]) throws {
        let strong = Self.order(milligramsPerMilliliter: 100)
        let script = try Self.ready(order: strong, [Self.container(milligramsPerMilliliter: 100, milliliters: 2)])
        #expect(Self.answer(script, Self.pump(rate, volume, milligramsPerMilliliter: 100)) == found)
    }

    @Test func `A decision on a pump never covers another figure`() throws {
        var script = try Self.ready([Self.container(milliliters: 100)])
        try script.give(.grantOverride(Self.decision("readback.volume.46000000")))

        #expect(Self.answer(script, Self.pump(60_000, 80_000_000)) == ["readback.volume.80000000"])
        #expect(Self.answer(script, Self.pump(60_000, 46_000_000)).isEmpty)
        try script.give(.placeOrder(sampleOrder(microgramsPerKg: 400), confirmedUnusual: true))
        #expect(Self.answer(script, Self.pump(48_000, 46_000_000)).contains("readback.volume.46000000"))
    }

    @Test(arguments: [
        ("ketamine", true), (" Ketamine ", true), ("esketamine", false), ("midazolam", false), ("ketamine HCl", false),
    ])
    func `A container of another drug never starts`(drug: String, isTaken: Bool) throws {
        let script = try Self.ready([Self.container(drug: drug)])
        #expect(Self.answer(script, Self.pump(60_000, 40_000_000)) == (isTaken ? [] : ["container.drug"]))
    }

    /// The millilitres of each container, and whether it is asked that another follows.
    @Test(arguments: [([50], false), ([40], false), ([39], true), ([20, 20], false), ([20, 10], true)])
    func `Less drug than the pump is to give never starts unasked`(milliliters: [Int], isAsked: Bool) throws {
        let drawn = zip(["A", "B"], milliliters).map { Self.container($0, milliliters: $1) }
        var script = try Self.ready(drawn.reversed())
        let found = Self.answer(script, Self.pump(60_000, 40_000_000))
        #expect(found.allSatisfy { $0.hasSuffix("a second container follows") } && found.isEmpty != isAsked, "\(found)")

        let start = Command.start(Self.pump(60_000, 40_000_000))
        try script.give(isAsked ? try #require(start.confirmed) : start)
        #expect(script.session.phase == .dosing)
    }

    @Test func `What was wasted or is another drug never counts as what the pump is to give`() throws {
        let other = Self.container("B", drug: "saline")
        var script = try Self.ready([other, Self.container(milliliters: 50)])
        #expect(Self.answer(script, Self.pump(60_000, 40_000_000)).isEmpty)

        let waste = DrugWaste(container: "A", volumeNanoliters: 20_000_000, method: "kit", witness: "Okafor")
        try script.give(.wasteDrug(waste))

        #expect(Self.answer(script, Self.pump(60_000, 40_000_000)).count == 1)
    }

    /// The concentration in milligrams a millilitre, what an order of it meets, and what a start of it meets.
    @Test(arguments: [(10, [String](), [String]()), (20, ["asked"], ["asked"]), (60, ["concentration.60000"], [])])
    func `A drug that was not diluted never runs unasked`(strength: Int, order: [String], start: [String]) throws {
        var script = try SessionScript()
        let ordered = Self.order(milligramsPerMilliliter: strength)
        switch script.refusal(of: .placeOrder(ordered, confirmedUnusual: false)) {
        case .missing(_, let needs): #expect(needs.map(\.code) == order)
        case .unusual(let questions):
            #expect(questions.map { _ in "asked" } == order)
            #expect(questions.allSatisfy { $0.hasPrefix("Concentration") })
        case .outOfRange, .wrongState, .notPossible: Issue.record("refused otherwise")
        case nil: #expect(order.isEmpty)
        }
        let drawn = Self.container(milligramsPerMilliliter: strength, milliliters: 10)
        script = try Self.ready(order: ordered, [drawn])
        let pump = Self.pump(
            60_000 / strength,
            40_000_000 / strength / 100_000 * 100_000,
            milligramsPerMilliliter: strength
        )
        let found = Self.answer(script, pump)
        #expect(found.map { _ in "asked" } == start, "one decision holds for order and start: \(found)")
        let again = script.refusal(of: .placeOrder(ordered, confirmedUnusual: true))
        #expect((again != nil) == (strength == 60), "but no newer order")
    }

    @Test func `A question about the pump is answered with the same start confirmed`() throws {
        var script = try Self.ready([Self.container(milliliters: 100)])
        let start = Command.start(Self.pump(62_000, 40_000_000))
        #expect(script.refusal(of: start) != nil)

        try script.give(try #require(start.confirmed))

        #expect(script.session.phase == .dosing)
    }
}

@Suite struct `A time-out` {
    private static func ready() throws -> SessionScript {
        var script = try SessionScript()
        try script.prepareToStart()
        return script
    }

    private static func timeout(_ code: String, milligramsPerMilliliter: Int = 1) -> Command {
        .confirmTimeout(
            secondName: "Okafor",
            code: code,
            concentrationMicrogramsPerMilliliter: milligramsPerMilliliter * 1000
        )
    }

    @Test func `A syringe that was not read never passes, and the refusal never says the right code`() throws {
        let script = try Self.ready()
        let right = DrugContainer.code(of: "A", in: "s")
        let wrong: [(Command, String)] = [
            (Self.timeout(""), "code"), (Self.timeout("??"), "code"), (Self.timeout("A"), "code"),
            (Self.timeout(DrugContainer.code(of: "A", in: "t")), "code"),
            (Self.timeout(DrugContainer.code(of: "B", in: "s")), "code"),
            (Self.timeout(right, milligramsPerMilliliter: 10), "concentration"),
            (Self.timeout(right, milligramsPerMilliliter: 0), "concentration"),
        ]
        for (command, field) in wrong {
            guard case .outOfRange(let problems)? = script.refusal(of: command) else {
                Issue.record("\(command) was taken")
                continue
            }
            #expect(problems.map(\.field) == [field])
            #expect(!problems.contains { $0.sentence.contains(right) || $0.sentence.contains("1 mg/mL") })
        }
        #expect(script.refusal(of: Self.timeout(" \(right.lowercased()) ")) == nil)
    }

    @Test func `A time-out on one syringe never starts another`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        var second = sampleContainer()
        second.name = "B"
        try script.give(.drawDrug(second))
        try script.give(Self.timeout(DrugContainer.code(of: "B", in: "s")))

        guard case .missing(_, let needs)? = script.refusal(of: .start(samplePump())) else {
            Issue.record("container A was started on a time-out that read B")
            return
        }
        #expect(needs.map(\.code) == ["timeout.container"])
        try script.give(Self.timeout(DrugContainer.code(of: "A", in: "s")))
        try script.give(.start(samplePump()))
    }

    @Test func `waits for a drug that is drawn`() throws {
        let script = try SessionScript()
        #expect(String(describing: script.refusal(of: Self.timeout("K7"))).contains("No container is drawn"))
    }

    @Test func `of an older record that read no syringe counts`() throws {
        var script = try Self.ready()
        let old = Event.Body.timeoutConfirmed(secondName: "Okafor")
        script.session.apply(Event(number: script.session.nextNumber, at: script.now, author: script.nurse, body: old))
        #expect(script.session.timeoutReading == nil)
        try script.give(.start(samplePump()))
    }

    @Test func `Two syringes of one patient never bear one code, and none bears a letter that is misread`() {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        for session in ["s", "20261121-080000-k3mv", "20261121-080000-k3mw"] {
            let codes = letters.map { DrugContainer.code(of: $0, in: session) }
            #expect(Set(codes).count == codes.count)
            #expect(codes.allSatisfy { $0.count == 2 && $0.allSatisfy { !"01258BGILOSUVZQ6".contains($0) } })
            #expect(zip(codes, codes.dropFirst()).allSatisfy { $0.first != $1.first && $0.last != $1.last })
        }
        #expect(DrugContainer.code(of: "a", in: "s") == DrugContainer.code(of: "A", in: "s"))
        #expect(DrugContainer.code(of: "A", in: "20261121-080000-k3mv") == "DM", "the same in every version")
    }
}
