/// The controlled drug: what was drawn, and what became of it.
extension Session {
    /// The containers logged as drawn that count: what a start can be given from.
    package var containers: [DrugContainer] { drawn.filter { !$0.isVoided }.map(\.container) }

    /// The containers that drug can be wasted or returned from: those that count, and those whose entry was voided
    /// while nobody has said before a witness why.
    package var containersOnBalance: [DrugContainer] {
        drawn.filter { isHolder($0, among: drawn) && $0.explanation == nil }.map(\.container)
    }

    /// What became of each container's drug; a voided one stays until it is accounted for or explained.
    ///
    /// Given is the pump's own figure where it was read at or after the end, the calculated one elsewhere.
    package var balances: [ContainerBalance] {
        let drawn = drawn
        return drawn.map { balance(of: $0, isHolder: isHolder($0, among: drawn)) }
    }

    /// What somebody said before a witness about a voided container, by the number of its entry.
    package var drugExplanations: [Int: DrugExplanation] {
        var explanations: [Int: DrugExplanation] = [:]
        for entry in entries(of: .explanation) {
            if case .drugExplained(let explanation) = entry.body { explanations[explanation.entry] = explanation }
        }
        return explanations
    }

    /// A container as it was drawn, whether its entry still counts or not.
    private struct Drawn {
        var number: Int
        var container: DrugContainer
        var isVoided: Bool
        var explanation: DrugExplanation?
    }

    private var drawn: [Drawn] {
        let explanations = drugExplanations
        return numbers(of: .container).compactMap { number in
            let entry = entry(number)
            guard case .drugDrawn(let container) = entry.body else { return nil }
            return Drawn(
                number: number,
                container: container,
                isVoided: entry.isVoided,
                explanation: entry.isVoided ? explanations[number] : nil
            )
        }
    }

    /// Whether what was given, wasted and returned under a name is this container's: the one that counts, else the
    /// newest voided one, one that is still to be explained before others.
    private func isHolder(_ one: Drawn, among drawn: [Drawn]) -> Bool {
        let namesakes = drawn.filter { $0.container.name.lowercased() == one.container.name.lowercased() }
        let holder =
            namesakes.last { !$0.isVoided } ?? namesakes.last { $0.explanation == nil } ?? namesakes.last
        return holder?.number == one.number
    }

    private func balance(of drawn: Drawn, isHolder: Bool) -> ContainerBalance {
        let container = drawn.container
        let given = isHolder ? givenNanoliters(from: container.name) : 0
        let out = isHolder ? removed(from: container.name) : Removed()
        // What was never drawn was never there: drug given from it all the same is drug that nobody accounts for.
        let wasThere = drawn.explanation == nil
        let rest = (wasThere ? container.volumeNanoliters : 0) - given - out.wasted - out.returned
        let difference = DoseArithmetic.micrograms(
            volumeNanoliters: rest,
            concentrationMicrogramsPerMilliliter: container.concentrationMicrogramsPerMilliliter
        )
        let tolerance = max(
            rules.drugBalance.toleranceMicrograms,
            wasThere ? container.micrograms * rules.drugBalance.tolerancePercent / 100 : 0
        )
        return ContainerBalance(
            number: drawn.number,
            container: container,
            isVoided: drawn.isVoided,
            explanation: drawn.explanation,
            givenNanoliters: given,
            wastedNanoliters: out.wasted,
            returnedNanoliters: out.returned,
            voidedNanoliters: out.voided,
            differenceMicrograms: difference,
            isBalanced: abs(difference) <= tolerance
        )
    }

    /// What left a container but into the patient.
    private struct Removed {
        var wasted = 0
        var returned = 0
        /// What was once entered as wasted or returned, and is void.
        var voided = 0
    }

    private func removed(from name: String) -> Removed {
        var removed = Removed()
        for entry in numbers(of: .removal).map(entry) {
            if case .drugWasted(let waste) = entry.body, waste.container == name {
                if entry.isVoided {
                    removed.voided += waste.volumeNanoliters
                } else {
                    removed.wasted += waste.volumeNanoliters
                }
            }
            if case .drugReturned(let container, let volume) = entry.body, container == name {
                if entry.isVoided { removed.voided += volume } else { removed.returned += volume }
            }
        }
        return removed
    }

    private func givenNanoliters(from container: String) -> Int {
        guard let end = doseEndMicros else { return 0 }
        if let read = pumpRead, read.atSessionMicros >= end, pump?.container == container { return read.nanoliters }
        return curve.givenNanoliters(fromContainer: container, at: end)
    }
}
