extension LogReader {
    /// The proof that one event stands in a sealed log.
    ///
    /// - Throws: if the log has no seal, its seal is not of these lines, or no event has that number.
    package func proof(ofEvent number: Int, in location: LogLocation) throws(SealError) -> LogProof {
        let contents: LogContents
        let leaves: [LogHash]
        do throws(LogError) {
            contents = try read(location)
            leaves = try self.leaves(of: location)
        } catch {
            throw .log(error)
        }
        guard let seal = try seal(of: location) else { throw .unfinished(path: "\(location)") }
        if let finding = contents.damage.first { throw .log(.damaged(finding)) }
        guard let record = contents.readable.last(where: { $0.event == number }),
            let index = leaves.lastIndex(of: record.leaf)
        else { throw .noSuchEvent(path: "\(location)", number: number) }
        guard seal.checkpoint.size == leaves.count, seal.checkpoint.root == MerkleTree(leaves).root else {
            throw .contradicted(path: location.sealPath, reason: "it is for \(seal.checkpoint.size) other lines")
        }
        let proof = InclusionProof(of: index, in: leaves)
        return LogProof(line: Array(record.line), index: index, hashes: proof.hashes, note: seal.note)
    }
}
