/// What the drug did so far, by calculation, and what the pump said.
package struct DoseState: Hashable, Sendable {
    package var givenNanoliters: Int
    package var givenMicrograms: Int
    package var programmedNanoliters: Int
    package var programmedMicrograms: Int
    /// 0 while paused or ended.
    package var rateMicrolitersPerHour: Int
    /// Time to the end at the present rate; nil while it does not run.
    package var remainingMicros: Int64?
    /// The programmed volume is in by calculation and nobody has confirmed the end.
    package var isCompleteByCalculation: Bool
    /// The pump's own figure, newest, and when it was read.
    package var pumpReadNanoliters: Int?
    package var pumpReadAtSessionMicros: Int64?

    /// Whether a volume is over 5 % or 1 mL off another, whichever is reached first: shown and asked, never merged.
    package static func differs(_ nanoliters: Int, from other: Int) -> Bool {
        let difference = abs(nanoliters - other)
        return difference > 1_000_000 || difference * 20 > other
    }

    package init(
        givenNanoliters: Int,
        givenMicrograms: Int,
        programmedNanoliters: Int,
        programmedMicrograms: Int,
        rateMicrolitersPerHour: Int,
        remainingMicros: Int64?,
        isCompleteByCalculation: Bool,
        pumpReadNanoliters: Int?,
        pumpReadAtSessionMicros: Int64?
    ) {
        self.givenNanoliters = givenNanoliters
        self.givenMicrograms = givenMicrograms
        self.programmedNanoliters = programmedNanoliters
        self.programmedMicrograms = programmedMicrograms
        self.rateMicrolitersPerHour = rateMicrolitersPerHour
        self.remainingMicros = remainingMicros
        self.isCompleteByCalculation = isCompleteByCalculation
        self.pumpReadNanoliters = pumpReadNanoliters
        self.pumpReadAtSessionMicros = pumpReadAtSessionMicros
    }
}

/// Something that is due on the grid, in session time.
package struct Due: Hashable, Sendable {
    package var atSessionMicros: Int64
    package var state: State

    package enum State: String, Hashable, Sendable {
        case notYet
        case due
        case late
        case overdue
    }

    package init(atSessionMicros: Int64, state: State) {
        self.atSessionMicros = atSessionMicros
        self.state = state
    }
}

/// One criterion for leaving, as it stands.
package struct Criterion: Hashable, Sendable {
    package var kind: Kind
    package var words: String
    package var isMet: Bool
    /// The figures behind it, or what is missing.
    package var detail: String

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case time
        case pressure
        case heartRate
        case oxygen
        case breathing
        case sedation
        case dissociation
        case pain
        case list
        case alarms
    }

    package init(_ kind: Kind, words: String, isMet: Bool, detail: String) {
        self.kind = kind
        self.words = words
        self.isMet = isMet
        self.detail = detail
    }
}

/// The gates of a session: what passes one is refused with everything that is missing.
package enum Permission: String, CaseIterable, Hashable, Sendable {
    case order
    case ready
    case start
    case resume
    case raiseRate
    case readyToLeave
    case discharge
    case close

    /// The kind of event it permits, as a deviation names it.
    var kind: String {
        switch self {
        case .order: "order.placed"
        case .ready: "session.ready"
        case .start: "infusion.started"
        case .resume: "infusion.resumed"
        case .raiseRate: "infusion.rateChanged"
        case .readyToLeave: "session.readyToLeave"
        case .discharge: "session.discharged"
        case .close: "session.closed"
        }
    }
}
