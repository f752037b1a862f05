/// What a cell means; the console's theme decides what that looks like.
///
/// Every role is also told apart by a word or a mark in the text: colour is never the only sign.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
    /// Ordinary text, and the values themselves.
    case text
    /// Labels, ages, units: needed, but second to the values.
    case secondary
    /// Borders, rules, empty parts of bars; never carries information alone.
    case decor
    /// Headings and the patient's identity.
    case title
    /// The chair, row or field that the next key acts on.
    case focus
    /// A selected row's own background.
    case selection
    /// The bars at the top and bottom of the screen.
    case bar
    /// A key name in the hint bar.
    case key
    /// Within range, done, present.
    case good
    /// Asks for attention without being an alarm: stale, late, paused, missing.
    case caution
    /// Information: due times, low-priority remarks.
    case info
    /// Dissociation, sedation and notes.
    case note
    /// A corrected or voided entry that stays visible.
    case amended
    /// An entry decided but not yet on disk.
    case saving
    /// A text the nurse is typing.
    case draft
    /// A chip of an alarm of high priority, locked against theming.
    case alarmHigh
    /// A chip of an alarm of medium priority, locked against theming.
    case alarmMedium
    /// A chip of an alarm of low priority, locked against theming.
    case alarmLow
    /// Text in the hue of the high alarm, on the ordinary background.
    case alarmHighText
    /// Text in the hue of the medium alarm, on the ordinary background.
    case alarmMediumText
    /// Text in the hue of the low alarm, on the ordinary background.
    case alarmLowText
    /// A fault of the station that must not be overlooked.
    case fault
    /// The word SIMULATED, and the edges of a replay.
    case simulated
    /// A session being infused.
    case stateInfusing
    /// A paused infusion.
    case statePaused
    /// A session under observation.
    case stateObserving
    /// A session before its infusion: expected, screening, ready.
    case stateBefore
    /// A patient who may leave or has left.
    case stateLeaving
    /// The lane and values of blood pressure.
    case laneBloodPressure
    /// The lane and values of heart rate.
    case laneHeartRate
    /// The lane and values of oxygen saturation.
    case laneOxygen
}
