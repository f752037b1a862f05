/// What stands at a path.
package enum DiskItem: Sendable {
    case file
    case directory
    case other
}
