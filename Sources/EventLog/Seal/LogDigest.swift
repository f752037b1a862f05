/// All of a log's bytes in a few numbers: what a seal says, and what is written down about it elsewhere.
///
/// The tree is over the lines as they stand in the segments, one after the other, whole or not, so that it covers
/// every byte of a damaged log too.
package struct LogDigest: Equatable, Sendable {
    package let lineCount: Int
    /// The RFC 6962 root over the lines.
    package let root: LogHash
    /// The leaf of the last line.
    package let lastLeaf: LogHash
    /// Of all segments together.
    package let byteCount: Int
    /// Of the bytes of all segments, one after the other.
    package let sha256: LogHash
}

extension LogReader {
    /// Takes the digest of a log as it stands on disk.
    package func digest(of location: LogLocation) throws(LogError) -> LogDigest {
        var tree = MerkleTree()
        var lastLeaf = LogHash.zero
        var sha256 = LogHasher()
        var byteCount = 0
        for segment in try segments(of: location) {
            let bytes = try whole(segment)
            byteCount += bytes.count
            bytes.withUnsafeBytes { sha256.update($0) }
            Self.forEachLine(in: bytes) { line in
                lastLeaf = .leaf(of: line)
                tree.append(lastLeaf)
            }
        }
        return LogDigest(
            lineCount: tree.count,
            root: tree.root,
            lastLeaf: lastLeaf,
            byteCount: byteCount,
            sha256: LogHash(&sha256)
        )
    }

    /// The leaves of all lines, in their order.
    package func leaves(of location: LogLocation) throws(LogError) -> [LogHash] {
        var leaves: [LogHash] = []
        for segment in try segments(of: location) {
            Self.forEachLine(in: try whole(segment)) { leaves.append(.leaf(of: $0)) }
        }
        return leaves
    }

    private func whole(_ segment: LogSegment) throws(LogError) -> [UInt8] {
        try access { () throws(DiskError) in try disk.readWhole(segment.path) }
    }

    /// What stands between two line feeds is a line, and so is what stands after the last.
    private static func forEachLine(in bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                let rest = UnsafeBufferPointer(rebasing: buffer[start...])
                let count = LogScanner.lineLength(of: rest) ?? rest.count
                body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest[..<count])))
                start += count + 1
            }
        }
    }
}
