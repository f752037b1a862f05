/// A rate as the drug it gives, where a weight is known, else as the pump's.
package enum DrugRate: Hashable, Sendable {
    case nanogramsPerKgMinute(Int)
    case microlitersPerHour(Int)
}
