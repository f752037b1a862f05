extension Session {
    /// When the first dose began, in session time.
    package var doseStartMicros: Int64? {
        numbers(of: .start).first { !isVoided($0) && history.events[$0].body.isStart }
            .map { history.events[$0].observedSessionMicros }
    }

    /// When the dose ended, in session time; nil while it has not.
    package var doseEndMicros: Int64? {
        guard let last = counted(history.topics.doseChanges).last(where: { !isVoided($0) }),
            history.events[last].body.isStop
        else { return nil }
        return history.events[last].observedSessionMicros
    }

    /// Since when the infusion has been paused, in session time; nil unless it is.
    package var pausedSinceMicros: Int64? {
        guard phase == .paused else { return nil }
        for number in counted(history.topics.doseChanges).reversed() where !isVoided(number) {
            let entry = entry(number)
            if case .infusionPaused = entry.body { return entry.observedSessionMicros }
        }
        return nil
    }

    /// The earliest session time at which the minimum stay is over; nil before the dose has ended.
    package var earliestLeavingMicros: Int64? {
        guard hasProtocol, let start = doseStartMicros, let end = doseEndMicros else { return nil }
        // Drug in the tissue goes on being taken up.
        let last = max(end, infiltratedAtMicros ?? .min)
        return max(
            last + Int64(rules.discharge.afterDoseEndMinutes) * Micros.perMinute,
            start + Int64(rules.discharge.afterDoseStartMinutes) * Micros.perMinute
        )
    }

    /// The pump as it was set at the start.
    package var pump: PumpSettings? {
        newest(.start) { if case .infusionStarted(let pump) = $0 { pump } else { nil } }?.value
    }

    /// The order that counts.
    package var order: Order? {
        newest(.order) { if case .orderPlaced(let order) = $0 { order } else { nil } }?.value
    }
}

extension Event.Body {
    fileprivate var isStart: Bool { if case .infusionStarted = self { true } else { false } }
    fileprivate var isStop: Bool { if case .infusionStopped = self { true } else { false } }
}
