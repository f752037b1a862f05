/// What the pump and the containers are held to at a start.
extension Session {
    /// What of the pump's figures, as read back, stops the start: too far from the order, or from what was drawn.
    func readBackNeeds(_ pump: PumpSettings) -> [Need] {
        (pumpNeeds(pump) + containerNeeds(pump)).filter { need in
            // Each names its figure: a decision covers the one that was seen, on this order and these containers.
            !(need.canBeOverridden && isOverridden(need, since: seen(for: need)))
        }
    }

    /// The entry after which a decision on a need counts.
    ///
    /// One on a concentration comes with its order, before it, and holds until the next order.
    private func seen(for need: Need) -> Int {
        guard case .concentrationLimit = need else { return newestOrderOrContainer }
        let orders = numbers(of: .order).filter { number in
            if case .orderPlaced = history.events[number].body { !isVoided(number) } else { false }
        }
        return orders.dropLast().last ?? -1
    }

    private func pumpNeeds(_ pump: PumpSettings) -> [Need] {
        guard let order, let planned = DoseArithmetic.plan(order) else { return [] }
        var needs: [Need] = []
        for figure in PumpFigure.allCases {
            switch figure {
            case .rate:
                guard pump.isStopped(.rate, order, rules.dose) else { break }
                needs.append(
                    .pumpRate(
                        setMicrolitersPerHour: pump.rateMicrolitersPerHour,
                        orderedMicrolitersPerHour: planned.rateMicrolitersPerHour
                    )
                )
            case .volume:
                guard pump.isStopped(.volume, order, rules.dose) else { break }
                needs.append(
                    .pumpVolume(setNanoliters: pump.volumeNanoliters, orderedNanoliters: planned.volumeNanoliters)
                )
            case .concentration:
                let ordered = order.concentrationMicrogramsPerMilliliter
                guard pump.concentrationMicrogramsPerMilliliter != ordered else { break }
                needs.append(.pumpConcentration(orderedMicrogramsPerMilliliter: ordered))
            }
        }
        return needs + startRateNeeds(pump)
    }

    private func containerNeeds(_ pump: PumpSettings) -> [Need] {
        guard let container = containers.first(where: { $0.name == pump.container }) else {
            return [.container(pump.container)]
        }
        var missing: [Need] = container.dilutionProblem == nil ? [] : [.containerMixed(container)]
        if let order, !order.isOf(container.drug) {
            missing.append(.containerDrug(container: container.name, drug: container.drug, ordered: order.drug))
        }
        if container.concentrationMicrogramsPerMilliliter != pump.concentrationMicrogramsPerMilliliter {
            missing.append(.containerConcentration)
        }
        let strongest = max(
            container.concentrationMicrogramsPerMilliliter,
            pump.concentrationMicrogramsPerMilliliter
        )
        let limit = rules.dose.concentrationStopMicrogramsPerMilliliter
        if strongest > limit {
            missing.append(.concentrationLimit(microgramsPerMilliliter: strongest, limit: limit))
        }
        if let read = timeoutReading, read.container != container.name {
            missing.append(.timeoutContainer(container.name))
        }
        return missing
    }

    /// What is asked at a start that nothing stops; each is answered with one key.
    func startQuestions(_ pump: PumpSettings) -> [String] {
        var questions: [String] = []
        if let order {
            for figure in pump.differences(from: order, rules.dose) {
                guard !pump.isStopped(figure, order, rules.dose), let drug = pump.micrograms(by: figure, order) else {
                    continue
                }
                questions.append(
                    "The pump's \(figure.rawValue) gives \(DoseArithmetic.milligrams(drug.given)), ordered are "
                        + DoseArithmetic.milligrams(drug.ordered)
                )
            }
        }
        if let question = DoseArithmetic.concentrationQuestion(pump.concentrationMicrogramsPerMilliliter, rules.dose) {
            questions.append(question)
        }
        if let question = supplyQuestion(pump) { questions.append(question) }
        return questions
    }

    /// Less in the containers than the pump is to give: a second one has to follow.
    private func supplyQuestion(_ pump: PumpSettings) -> String? {
        let needed = DoseArithmetic.micrograms(
            volumeNanoliters: pump.volumeNanoliters,
            concentrationMicrogramsPerMilliliter: pump.concentrationMicrogramsPerMilliliter
        )
        let held = balances.filter { balance in
            !balance.isVoided && balance.container.dilutionProblem == nil
                && (order?.isOf(balance.container.drug) ?? true)
        }
        .reduce((nanoliters: 0, micrograms: 0)) { sum, balance in
            let left = balance.container.volumeNanoliters - balance.wastedNanoliters - balance.returnedNanoliters
            let drug = DoseArithmetic.micrograms(
                volumeNanoliters: max(0, left),
                concentrationMicrogramsPerMilliliter: balance.container.concentrationMicrogramsPerMilliliter
            )
            return (sum.nanoliters + max(0, left), sum.micrograms + drug)
        }
        guard held.nanoliters < pump.volumeNanoliters || held.micrograms < needed else { return nil }
        return
            "Drawn are \(DoseArithmetic.milliliters(held.nanoliters)), \(DoseArithmetic.milligrams(held.micrograms)), "
            + "the pump is to give \(DoseArithmetic.milliliters(pump.volumeNanoliters)), "
            + "\(DoseArithmetic.milligrams(needed)): a second container follows"
    }

    /// What a prescriber who decides on the pump has before the eyes: nothing that came later.
    private var newestOrderOrContainer: Int { max(newestOwn(.order) ?? -1, newestOwn(.container) ?? -1) }
}
