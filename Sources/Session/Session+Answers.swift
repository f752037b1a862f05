extension Session {
    /// The newest answer to each item of the screening checklist.
    package var screeningAnswers: [String: ItemAnswer] { screeningAnswered.mapValues(\.answer) }

    /// The newest answer to each item of the discharge list.
    package var dischargeAnswers: [String: ItemAnswer] {
        var answers: [String: ItemAnswer] = [:]
        for entry in sparseEntries {
            if case .checklistAnswered(let given) = entry.body {
                for answer in given { answers[answer.item] = answer }
            }
        }
        return answers
    }

    /// The newest screening answers with the number of the entry each came from.
    var screeningAnswered: [String: (answer: ItemAnswer, number: Int)] {
        var answers: [String: (answer: ItemAnswer, number: Int)] = [:]
        for entry in sparseEntries {
            if case .screeningAnswered(let given) = entry.body {
                let number = entry.amendedBy ?? entry.event.number
                for answer in given { answers[answer.item] = (answer, number) }
            }
        }
        return answers
    }

    /// Whether a prescriber decided on a requirement after the entry that raised it.
    func isOverridden(_ code: String, since number: Int) -> Bool {
        for later in sparseNumbers.reversed() where later > number {
            if case .overrideGranted(let override) = entries[later].body, voidedBy[later] == nil,
                override.requirements.contains(code)
            {
                return true
            }
        }
        return false
    }

    /// The containers logged as drawn.
    package var containers: [DrugContainer] {
        sparseEntries.compactMap { if case .drugDrawn(let container) = $0.body { container } else { nil } }
    }

    /// What became of each container's drug.
    ///
    /// Given is the pump's own figure where it was read at or after the end, the calculated one elsewhere.
    package var balances: [ContainerBalance] {
        let entries = sparseEntries
        return containers.map { container in
            let wasted = entries.reduce(0) {
                if case .drugWasted(let waste) = $1.body, waste.container == container.name {
                    $0 + waste.volumeNanoliters
                } else {
                    $0
                }
            }
            let returned = entries.reduce(0) {
                if case .drugReturned(let name, let volume) = $1.body, name == container.name {
                    $0 + volume
                } else {
                    $0
                }
            }
            let given = givenNanoliters(from: container.name)
            let rest = container.volumeNanoliters - given - wasted - returned
            let concentration = container.concentrationMicrogramsPerMilliliter
            let difference = DoseArithmetic.micrograms(
                volumeNanoliters: rest,
                concentrationMicrogramsPerMilliliter: concentration
            )
            let tolerance = max(
                rules.drugBalance.toleranceMicrograms,
                container.micrograms * rules.drugBalance.tolerancePercent / 100
            )
            return ContainerBalance(
                container: container,
                givenNanoliters: given,
                wastedNanoliters: wasted,
                returnedNanoliters: returned,
                differenceMicrograms: difference,
                isBalanced: abs(difference) <= tolerance
            )
        }
    }

    private func givenNanoliters(from container: String) -> Int {
        guard let end = doseEndMicros else { return 0 }
        if let read = pumpRead, read.atSessionMicros >= end, pump?.container == container { return read.nanoliters }
        return curve.givenNanoliters(fromContainer: container, at: end)
    }
}
