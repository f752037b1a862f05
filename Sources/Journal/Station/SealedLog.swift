package import EventLog

/// What is known of a sealed log without reading it.
package struct SealedLog: Hashable, Sendable {
    package let session: String
    package let log: String
    /// How many lines the seal covers, and their root.
    package let size: Int
    package let root: LogHash
    /// The leaf of the last line.
    package let leaf: LogHash
    /// Of all segments together.
    package let byteCount: Int
    package let sha256: LogHash

    package init(session: String, log: String, _ digest: LogDigest) {
        self.init(
            session: session,
            log: log,
            size: digest.lineCount,
            root: digest.root,
            leaf: digest.lastLeaf,
            byteCount: digest.byteCount,
            sha256: digest.sha256
        )
    }

    init(session: String, log: String, size: Int, root: LogHash, leaf: LogHash, byteCount: Int, sha256: LogHash) {
        self.session = session
        self.log = log
        self.size = size
        self.root = root
        self.leaf = leaf
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}
