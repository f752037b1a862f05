extension Session {
    /// What stays open after the session: unauthenticated telephone orders and decisions, and for review deviations,
    /// wrong mixtures and voided entries of drug.
    ///
    /// None of it holds the patient or the signature; whoever signs sees it, and the chart keeps it.
    package var openList: [OpenItem] {
        let contradictions = Timeline(self).misfits.map(\.step).map { step in
            let clock = zone.local(step.observedUTCMicros).clock
            let sentence =
                "for review: the \(step.body.timelineWord ?? step.body.kind) at \(clock) fits nothing that "
                + "stands before it, and changes nothing about the dose"
            return OpenItem(number: step.event.number, kind: .contradiction, sentence: sentence)
        }
        let items = entries(of: .order, .decision, .deviation, .container).compactMap { entry in
            openItem(entry.body).map { OpenItem(number: entry.event.number, kind: $0.kind, sentence: $0.sentence) }
        }
        return items + voidedDrugEntries + contradictions
    }

    private func openItem(_ body: Event.Body) -> (kind: OpenItem.Kind, sentence: String)? {
        if case .orderPlaced(let order) = body, order.way == .telephoneReadBack {
            return (.telephoneOrder, "telephone order, to be authenticated by \(order.prescriber)")
        }
        if case .overrideGranted(let decision) = body, decision.way == .telephoneReadBack {
            let codes = decision.requirements.joined(separator: ", ")
            return (.telephoneDecision, "telephone decision on \(codes), to be authenticated by \(decision.prescriber)")
        }
        if case .deviationRecorded(let deviation) = body {
            let codes = deviation.requirements.joined(separator: ", ")
            return (.deviation, "for review: \(deviation.kind) without \(codes) (\(deviation.reason.text))")
        }
        if case .drugDrawn(let container) = body, let problem = container.dilutionProblem {
            return (.dilution, "for review: container \(container.name), \(problem)")
        }
        return nil
    }
}
