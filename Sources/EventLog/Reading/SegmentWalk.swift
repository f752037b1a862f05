/// Steps from line to line as long as they are one chain with events counted one by one.
///
/// Knows no damage: where anything is out of order it stops, and the scanner has to be asked what happened.
struct SegmentWalk {
    /// How far a chain has come.
    struct Reach: Equatable {
        /// The number of the last record; -1 before the first.
        var number = -1
        var leaf = LogHash.zero
        /// The number of the last session event; nil before the first.
        var event: Int?
    }

    private(set) var reach: Reach
    /// Where the last line begins, and where the next, from the start of the bytes.
    private(set) var start = 0
    private(set) var offset = 0
    /// Whether it stopped because something is not in order, and not at the end.
    private(set) var isIrregular = false
    /// Whether the first line has to go on from `reach`, or may stand anywhere.
    private var isChained: Bool

    /// Goes on from `reach`; without it, begins at any line of a log and takes its word for what stands before.
    init(after reach: Reach?) {
        self.reach = reach ?? Reach()
        isChained = reach != nil
    }

    /// The next line; nil at the end of the bytes, at an unfinished line, and where the order breaks.
    mutating func next(in buffer: UnsafeBufferPointer<UInt8>) -> ScannedLine? {
        guard offset < buffer.count else { return nil }
        guard case .good(let line) = LogScanner.line(at: offset, in: buffer) else {
            let rest = UnsafeBufferPointer(rebasing: buffer[offset...])
            isIrregular = LogScanner.lineLength(of: rest) != nil || rest.count > LogFormat.lineLimit
            return nil
        }
        let isNext = !isChained || (line.number == reach.number + 1 && line.previous == reach.leaf)
        guard isNext, isCounted(line.envelope.event) else {
            isIrregular = true
            return nil
        }
        isChained = true
        (start, offset) = (offset, offset + line.count + 1)
        reach = Reach(number: line.number, leaf: line.leaf, event: line.envelope.event ?? reach.event)
        return line
    }

    private func isCounted(_ event: Int?) -> Bool {
        guard let event, let before = reach.event else { return true }
        return event == before + 1
    }
}
