import Session
import Testing
import TestSupport

@Suite struct `The controlled drug` {
    private static let reason = Reason(code: "wrongPatient", text: "Wrong patient")

    /// A session that is ready, and the number of the entry that drew its container.
    private static func drawn() throws -> (script: SessionScript, number: Int) {
        var script = try SessionScript()
        try script.prepareToStart()
        let number = script.session.entries.last { $0.body.kind == "drug.drawn" }?.number ?? 0
        return (script, number)
    }

    private static func waste(_ milliliters: Int) -> Command {
        .wasteDrug(
            DrugWaste(
                container: "A",
                volumeNanoliters: milliliters * 1_000_000,
                method: "destruction kit",
                witness: "Okafor"
            )
        )
    }

    private static func cancelled() throws -> (script: SessionScript, number: Int) {
        var (script, number) = try drawn()
        try script.give(.void(target: number, reason: reason))
        try script.give(.cancel(reason))
        return (script, number)
    }

    @Test func `A voided drawing never takes its drug off the balance`() throws {
        let (script, number) = try Self.cancelled()

        #expect(script.session.balances.map(\.differenceMicrograms) == [50_000])
        #expect(script.session.balances.map(\.isBalanced) == [false])
        #expect(script.missing(.close) == ["balance.A, void (entry \(number))"])
        let item = try #require(script.session.openList.first { $0.kind == .voidedDrug })
        #expect(item.sentence.contains("50 mL of ketamine drawn as A (Wrong patient), no witness has said why"))
    }

    @Test func `A voided container serves no start`() throws {
        var (script, number) = try Self.drawn()
        try script.give(.void(target: number, reason: Self.reason, witness: "Okafor"))

        #expect(script.missing(.start).contains("container.logged"))
        guard case .missing(.start, let needs) = script.refusal(of: .start(samplePump())) else {
            Issue.record("a start from a voided container was taken")
            return
        }
        #expect(needs.map(\.code).contains("container"))
    }

    /// Ways to account for a voided container, and what the open list says then.
    private static let ways: [(String, @Sendable (Int) -> Command)] = [
        ("no witness has said why", { _ in waste(50) }),
        ("no witness has said why", { _ in .returnDrug(container: "A", volumeNanoliters: 50_000_000) }),
        (
            "witness Okafor: never drawn",
            { .explainDrug(DrugExplanation(entry: $0, witness: "Okafor", text: "never drawn")) }
        ),
    ]

    @Test(arguments: ways.indices) func `closes once a voided container is accounted for`(way: Int) throws {
        var (script, number) = try Self.cancelled()

        try script.give(Self.ways[way].1(number))

        #expect(script.missing(.close).isEmpty)
        let item = try #require(script.session.openList.first { $0.kind == .voidedDrug })
        #expect(item.sentence.hasSuffix(Self.ways[way].0), "\(item.sentence)")
        try script.give(.close)
    }

    @Test func `is explained with the void itself, before another person than who types`() throws {
        var (script, number) = try Self.drawn()
        for name in ["nurse moreno", " "] {
            let refusal = script.refusal(of: .void(target: number, reason: Self.reason, witness: name))
            guard case .outOfRange(let problems) = refusal else {
                Issue.record("\(name): \(String(describing: refusal))")
                continue
            }
            #expect(problems.map(\.field) == ["witness"])
        }

        let events = try script.give(.void(target: number, reason: Self.reason, witness: "Okafor"))

        #expect(events.map(\.body.kind) == ["entry.voided", "drug.explained"])
        #expect(script.session.balances.map(\.isBalanced) == [true])
    }

    @Test func `A witness who is the typist never explains a voided container`() throws {
        let (script, number) = try Self.cancelled()
        let own = DrugExplanation(entry: number, witness: "Nurse Moreno", text: "never drawn")
        #expect(script.refusal(of: .explainDrug(own)) != nil)
        let silent = DrugExplanation(entry: number, witness: "Okafor", text: " ")
        #expect(script.refusal(of: .explainDrug(silent)) != nil)
    }

    @Test func `A container that was given from is never explained away`() throws {
        var script = try SessionScript()
        try script.leave()
        let number = try #require(script.session.entries.last { $0.body.kind == "drug.drawn" }).number

        try script.give(.void(target: number, reason: Self.reason, witness: "Okafor"))

        #expect(script.session.balances.map(\.differenceMicrograms) == [-40_000])
        #expect(script.missing(.close).count == 1)
    }

    @Test func `A voided waste opens the drug again and is still seen`() throws {
        var script = try SessionScript()
        try script.leave()
        let number = try script.give(Self.waste(10))[0].number
        #expect(script.missing(.close).isEmpty)

        try script.give(.void(target: number, reason: Self.reason))

        #expect(script.missing(.close) == ["balance.A"])
        #expect(script.session.balances.map(\.voidedNanoliters) == [10_000_000])
        #expect(script.session.openList.map(\.sentence) == ["for review: voided: 10 mL of A wasted (Wrong patient)"])
    }

    @Test func `Two containers of one name never share what was wasted`() throws {
        var (script, number) = try Self.drawn()
        try script.give(.void(target: number, reason: Self.reason))
        #expect(script.session.problems(of: sampleContainer()).map(\.field) == ["name"], "it is still on the balance")

        let explanation = DrugExplanation(entry: number, witness: "Okafor", text: "vial strength mistyped")
        try script.give(.explainDrug(explanation))
        try script.give(.drawDrug(sampleContainer()))
        try script.give(Self.waste(50))

        #expect(script.session.balances.map(\.differenceMicrograms) == [0, 0])
        #expect(script.session.balances.map(\.wastedNanoliters) == [0, 50_000_000])
    }

    @Test func `An explanation that is voided opens the balance again`() throws {
        var (script, number) = try Self.cancelled()
        let explanation = DrugExplanation(entry: number, witness: "Okafor", text: "never drawn")
        let said = try script.give(.explainDrug(explanation))[0].number
        #expect(script.refusal(of: .explainDrug(explanation)) != nil, "once is enough")

        try script.give(.void(target: said, reason: Self.reason))

        #expect(script.missing(.close).count == 1)
    }

    @Test func `says what cannot be explained`() throws {
        let (script, number) = try Self.drawn()
        let standing = DrugExplanation(entry: number, witness: "Okafor", text: "never drawn")
        #expect(String(describing: script.refusal(of: .explainDrug(standing))).contains("Container A counts"))
        let other = DrugExplanation(entry: 1, witness: "Okafor", text: "never drawn")
        #expect(String(describing: script.refusal(of: .explainDrug(other))).contains("drew no drug"))
    }
}
