extension Session {
    /// The newest time for which the station was off, in UTC; nil where it never was.
    package var lastStationOff: (fromMicros: Int64, toMicros: Int64)? {
        newest(.station) {
            if case .stationWasOff(let from, let to) = $0 { (fromMicros: from, toMicros: to) } else { nil }
        }?
        .value
    }

    /// Whether the station was off while the drug ran, and nobody has said since what the pump did.
    package var mustTellPump: Bool {
        guard phase == .dosing || phase == .paused,
            let off = newest(.station, { if case .stationWasOff = $0 { true } else { nil } })
        else { return false }
        let told = [
            newest(.pumpFigure) { if case .infusionVolumeRead = $0 { true } else { nil } },
            newest(.start) { $0.traits.doseChange.flatMap { $0.tellsPump ? true : nil } },
            newest(.infusion) { $0.traits.doseChange.flatMap { $0.tellsPump ? true : nil } },
        ]
        return told.allSatisfy { $0.map { $0.entry.event.number < off.entry.event.number } ?? true }
    }
}

extension DoseChange {
    /// Whether whoever recorded it has looked at the pump.
    fileprivate var tellsPump: Bool {
        switch self {
        case .started, .stopped: true
        case .paused, .resumed, .rate: false
        }
    }
}
