extension LogReader {
    /// Reads the events of a range, and little of what stands before or after them, by way of the segments' indexes.
    ///
    /// Every line that is read is checked in itself and against its neighbours, and the events are counted. Returns
    /// nil where the log is not one unbroken chain as far as it was read: then only the whole log tells what happened.
    package func records(events: ClosedRange<Int>, of location: LogLocation) throws(LogError) -> [LogRecord]? {
        let segments = try segments(of: location)
        return try access { () throws(DiskError) in try seek(events, in: segments) }
    }

    private func seek(_ events: ClosedRange<Int>, in segments: [LogSegment]) throws(DiskError) -> [LogRecord]? {
        var seek = EventSeek(events, disk: disk)
        for (place, segment) in segments.enumerated() where !seek.isPast {
            guard segment.number == place + 1, try seek.search(segment) else { return nil }
        }
        return seek.found
    }
}
