import Canvas
import Session

extension Glance {
    /// The style of a value that was entered under a number: plain when on disk, else saving or NOT SAVED.
    func style(ofEntry number: Int, _ otherwise: Style) -> Style {
        guard number >= durableCount else { return otherwise }
        return isFailing ? Style(.fault, .bold) : Style(.saving)
    }

    /// The style of a value: in its alarm's colour, dim when stale, bold when current.
    func style(of parameter: Parameter, _ latest: Figure) -> Style {
        let partner: Parameter? = parameter == .systolicMmHg ? .diastolicMmHg : nil
        let hit = alarms.map(\.now).first { $0.parameter == parameter || $0.parameter == partner }
        if let hit { return style(ofEntry: latest.number, Style(hit.priority.ink, .bold)) }
        if isStale(latest.observedSessionMicros) { return style(ofEntry: latest.number, .secondary) }
        return style(ofEntry: latest.number, Style(.text, .bold))
    }
}
