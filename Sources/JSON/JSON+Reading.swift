extension JSON {
    /// Reads exactly one value; white space may stand around it, nothing else.
    package init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
        let result: Result<JSON, JSONError>? = bytes.withContiguousStorageIfAvailable { Self.read($0) }
        self = try (result ?? Array(bytes).withUnsafeBufferPointer { Self.read($0) }).get()
    }

    /// Reads exactly one value from text.
    package init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSON, JSONError> {
        var reader = JSONReader(bytes)
        do throws(JSONError) {
            return .success(try reader.readDocument())
        } catch {
            return .failure(error)
        }
    }
}
