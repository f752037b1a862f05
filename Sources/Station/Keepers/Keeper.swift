import Journal

/// Who keeps one kind of the station's records.
///
/// The station's thread asks, and never waits: what takes time is done on the room's worker, which posts what it found
/// to the mailbox. A keeper opens what it keeps in a step of the start of its own.
protocol Keeper: Sendable {
    /// Does what comes up again and again, with every sign of life.
    func beat(at now: ClockReading)

    /// Brings what it keeps to disk and ends its writing; the worker has done by then what was asked of it.
    ///
    /// - Returns: how many records could not be saved.
    func end(at now: ClockReading) -> Int
}

extension Keeper {
    func beat(at now: ClockReading) {}
}
