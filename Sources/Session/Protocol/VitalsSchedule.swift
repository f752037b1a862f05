/// When vitals and dissociation are due.
///
/// Minutes are counted from the dose start, or the dose end.
package struct VitalsSchedule: Hashable, Sendable {
    package var dosingEveryMinutes: Int
    /// Sets that must be there whatever the grid says, minutes from the dose start (the peak at 40).
    package var mandatoryMinutes: [Int]
    package var recoveryEveryMinutes: Int
    package var recoveryStableEveryMinutes: Int
    /// So many stable sets, and the longer interval holds.
    package var stableSets: Int
    /// A set is late this long after its time, at least.
    package var lateAfterMinutes: Int
    package var lateAfterPercent: Int
    /// Overdue: the newest blood pressure is older than the interval plus the larger of these.
    package var overdueAfterMinutes: Int
    package var overdueAfterPercent: Int
    /// Dissociation from the dose start.
    package var dissociationMinutes: [Int]
    /// Dissociation after the dose end.
    package var dissociationAfterEndMinutes: [Int]

    package init(
        dosingEveryMinutes: Int,
        mandatoryMinutes: [Int],
        recoveryEveryMinutes: Int,
        recoveryStableEveryMinutes: Int,
        stableSets: Int,
        lateAfterMinutes: Int,
        lateAfterPercent: Int,
        overdueAfterMinutes: Int,
        overdueAfterPercent: Int,
        dissociationMinutes: [Int],
        dissociationAfterEndMinutes: [Int]
    ) {
        self.dosingEveryMinutes = dosingEveryMinutes
        self.mandatoryMinutes = mandatoryMinutes
        self.recoveryEveryMinutes = recoveryEveryMinutes
        self.recoveryStableEveryMinutes = recoveryStableEveryMinutes
        self.stableSets = stableSets
        self.lateAfterMinutes = lateAfterMinutes
        self.lateAfterPercent = lateAfterPercent
        self.overdueAfterMinutes = overdueAfterMinutes
        self.overdueAfterPercent = overdueAfterPercent
        self.dissociationMinutes = dissociationMinutes
        self.dissociationAfterEndMinutes = dissociationAfterEndMinutes
    }
}
