/// A figure that a pump shows and an order fixes.
package enum PumpFigure: String, CaseIterable, Hashable, Sendable {
    case rate
    case volume
    case concentration
}
