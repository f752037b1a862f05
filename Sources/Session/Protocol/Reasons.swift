/// The reason codes a protocol offers, each with its words.
package struct Reasons: Hashable, Sendable {
    package var pause: [Reason]
    package var stop: [Reason]
    package var cancel: [Reason]
    package var correction: [Reason]
    package var deviation: [Reason]
    package var notDone: [Reason]

    package init(
        pause: [Reason],
        stop: [Reason],
        cancel: [Reason],
        correction: [Reason],
        deviation: [Reason],
        notDone: [Reason]
    ) {
        self.pause = pause
        self.stop = stop
        self.cancel = cancel
        self.correction = correction
        self.deviation = deviation
        self.notDone = notDone
    }
}
