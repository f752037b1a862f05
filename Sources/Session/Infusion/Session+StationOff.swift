extension Session {
    /// The newest time for which the station was off, in UTC; nil where it never was.
    package var lastStationOff: (fromMicros: Int64, toMicros: Int64)? {
        newest { if case .stationWasOff(let from, let to) = $0 { (fromMicros: from, toMicros: to) } else { nil } }?
            .value
    }

    /// Whether the station was off while the drug ran, and nobody has said since what the pump did.
    package var mustTellPump: Bool {
        guard phase == .dosing || phase == .paused else { return false }
        let newest = newest { body -> Bool? in
            if case .stationWasOff = body { return true }
            if case .infusionVolumeRead = body { return false }
            return body.traits.doseChange.flatMap { $0.tellsPump ? false : nil }
        }
        return newest?.value ?? false
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
