import Session

extension SimulatedVisit {
    /// Everything before the start, in the order a nurse would do it.
    mutating func prepare(_ session: Session, at now: Moment) -> Step {
        if session.phase == .screening {
            if let step = prepareScreening(session, at: now) { return step }
            return .give(.declareReady)
        }
        let missing = session.needs(for: .start, at: now)
        if let override = override(missing) { return .give(override) }
        let cares = missing.map(\.care)
        if cares.contains(.measureBaseline) || cares.contains(.measureAgain) {
            return .give(.recordVitals(baselineVitals(session), observedAtMicros: nil))
        }
        if cares.contains(.confirmTimeout) {
            return confirmTimeout(session)
        }
        guard let order = session.order, let plan = DoseArithmetic.plan(order) else { return .leaveOpen }
        let pump = PumpSettings(
            rateMicrolitersPerHour: plan.pumpRateMicrolitersPerHour,
            volumeNanoliters: plan.volumeNanoliters,
            concentrationMicrogramsPerMilliliter: order.concentrationMicrogramsPerMilliliter,
            container: "A"
        )
        return .give(.start(pump, answers: Self.answers(session), confirmedUnusual: true))
    }

    /// The second person reads code and concentration from the syringe.
    private func confirmTimeout(_ session: Session) -> Step {
        guard let container = session.containers.first else { return .leaveOpen }
        return .give(
            .confirmTimeout(
                secondName: secondName,
                code: session.code(of: container),
                concentrationMicrogramsPerMilliliter: container.concentrationMicrogramsPerMilliliter
            )
        )
    }

    private mutating func prepareScreening(_ session: Session, at now: Moment) -> Step? {
        let missing = session.needs(for: .ready, at: now)
        let cares = missing.map(\.care)
        if cares.contains(.confirmIdentity) { return .give(.confirmIdentity([.name, .birthDate])) }
        if cares.contains(.answerScreening) { return .give(.answerScreening(session.rules.screening.map(clear))) }
        if cares.contains(.placeOrder), let order = order(session) {
            return .give(.placeOrder(order, confirmedUnusual: true))
        }
        if cares.contains(.measureAgain), !isStale(session, at: now, minutes: 5) {
            return .wait(untilSessionMicros: now.sessionMicros + 5 * Micros.perMinute)
        }
        if cares.contains(.measureBaseline) || cares.contains(.measureAgain) {
            return .give(.recordVitals(baselineVitals(session), observedAtMicros: nil))
        }
        if let override = override(missing) { return .give(override) }
        if session.latestDissociation == nil {
            return .give(.recordDissociation(Dissociation(score: 0, moaas: 5, text: "calm"), observedAtMicros: nil))
        }
        if !session.hasAccess { return .give(.placeAccess(site: "L forearm", gauge: "22G")) }
        if session.balances.isEmpty, let container = container(session) {
            return .give(.drawDrug(container, answers: Self.answers(session)))
        }
        return nil
    }

    /// A simulated nurse knows who it is.
    private static func answers(_ session: Session) -> NameAlert.Answers { KnownPatient(session)?.ownAnswers ?? [:] }

    /// The prescriber's decision by telephone on everything that can be decided.
    func override(_ missing: [Need]) -> Command? {
        let decided = missing.filter(\.canBeOverridden)
        guard !decided.isEmpty else { return nil }
        return .grantOverride(
            Override(
                on: decided,
                prescriber: prescriber,
                way: .telephoneReadBack,
                text: "go on, watch closely",
                carriesOwnLimits: decided.contains(where: \.facts.carriesOwnLimits)
            )
        )
    }

    private func order(_ session: Session) -> Order? {
        guard let patient = session.patient else { return nil }
        let dose = session.rules.dose
        return Order(
            drug: dose.drug,
            doseMicrogramsPerKg: dose.doseMicrogramsPerKg,
            weightGrams: patient.weightGrams,
            durationMinutes: dose.durationMinutes,
            concentrationMicrogramsPerMilliliter: dose.concentrationMicrogramsPerMilliliter,
            prescriber: prescriber,
            way: .written
        )
    }

    /// The dose and 10 mL more, as drawn up in practice.
    private func container(_ session: Session) -> DrugContainer? {
        guard let order = session.order, let plan = DoseArithmetic.plan(order) else { return nil }
        return DrugContainer(
            name: "A",
            drug: order.drug,
            vialStrengthMicrogramsPerMilliliter: 10_000,
            concentrationMicrogramsPerMilliliter: order.concentrationMicrogramsPerMilliliter,
            volumeNanoliters: plan.volumeNanoliters / 1_000_000 * 1_000_000 + 10_000_000
        )
    }

    func answerDischarge(_ session: Session) -> Command {
        .answerDischarge(session.rules.dischargeList.map(clear))
    }

    /// The answer that stops nothing and flags nothing.
    private func clear(_ item: ChecklistItem) -> ItemAnswer {
        let answer: Answer =
            switch item.answers {
            case .text: .text("none")
            case .yesNo, .yesNoNotApplicable: [item.stopOn, item.decideOn, item.tellOn].contains(.yes) ? .no : .yes
            }
        return ItemAnswer(item: item.id, answer: answer)
    }
}
