extension Session {
    /// Takes an event into the state.
    ///
    /// It has no opinions: whatever was recorded once is folded again for ever. Only a gap in the numbers is a broken
    /// invariant.
    package mutating func apply(_ event: Event) {
        precondition(event.number == nextNumber, "event \(event.number) applied where \(nextNumber) was due")
        if nextNumber < history.events.count {
            history = History(rules: hasProtocol ? rules : nil, events: history.events[..<nextNumber])
        }
        history.take(event)
        nextNumber += 1
    }
}
