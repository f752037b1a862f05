/// A line in the patient's arm: from the entry that placed it to the one that removed it.
package struct AccessLine: Hashable, Sendable {
    /// The number of the entry that placed it; what is said of a line later names it.
    package var number: Int
    package var site: String
    package var gauge: String
    /// The newest word on it; a line that was just placed is.
    package var isPatent = true
    /// Lost: nothing runs through it any more, and it is in the arm until it is removed.
    package var isLost = false
    package var isRemoved = false

    /// Whether the drug can run through it.
    package var isUsable: Bool { isPatent && !isLost && !isRemoved }
}

extension [AccessLine] {
    /// Takes what an entry says of a line.
    ///
    /// - Parameter meant: the line that it speaks of where it names none: the newest that was in the arm when it was
    ///   recorded, and no other, whatever is corrected later.
    mutating func take(_ body: Event.Body, number: Int, meant: Int?) {
        func place(_ named: Int?) -> Int? { (named ?? meant).flatMap { line in firstIndex { $0.number == line } } }
        if case .accessPlaced(let site, let gauge) = body {
            append(AccessLine(number: number, site: site, gauge: gauge))
        }
        if case .accessChecked(let isPatent, _, let line) = body, let index = place(line) {
            self[index].isPatent = isPatent
            if isPatent { self[index].isLost = false }
        }
        if case .accessLost(_, let line, _) = body, let index = place(line) { self[index].isLost = true }
        if case .accessRemoved(_, _, let line) = body, let index = place(line) { self[index].isRemoved = true }
    }
}
