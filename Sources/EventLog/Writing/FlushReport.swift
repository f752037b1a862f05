/// What became of records given to a `Flusher`.
package enum FlushReport: Sendable, Equatable {
    /// Everything up to these numbers is on disk.
    case durable(Durable)
    /// Nothing more was recorded; `unsavedCount` records wait in memory.
    case failed(LogError, unsavedCount: Int)

    package struct Durable: Sendable, Equatable {
        /// The number of the last record.
        package let record: Int
        /// The highest event number of the batch; nil if it held none.
        package let event: Int?
        /// How many records the batch had.
        package let count: Int
        /// How far the log has got.
        package let head: LogHead
        /// The disk refused to reserve space ahead: it is nearly full.
        package let isLowOnSpace: Bool

        package init(record: Int, event: Int?, count: Int, head: LogHead, isLowOnSpace: Bool) {
            self.record = record
            self.event = event
            self.count = count
            self.head = head
            self.isLowOnSpace = isLowOnSpace
        }
    }
}
