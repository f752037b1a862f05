/// An open file: a descriptor and the path it was opened under, which errors name.
package struct DiskFile: Hashable, Sendable {
    package let descriptor: Int32
    package let path: String

    package init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }
}
