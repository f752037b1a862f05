package import EventLog
import JSON

extension StationEntry {
    /// The record of an entry.
    package func draft(at now: ClockReading) -> RecordDraft {
        RecordDraft(
            kind: kind,
            utcMicros: now.utcMicros,
            bootMicros: max(0, now.bootMicros),
            actor: "system",
            body: JSON.object(fields).bytes
        )
    }

    private var fields: JSONObject {
        BodyWriter.object {
            switch self {
            case .sessionOpened(let session, let log):
                $0.add("session", session)
                $0.add("log", log)
            case .heads(let heads, let tree):
                $0.add("heads", JSONObject(heads.sorted { $0.key < $1.key }.map { ($0.key, .object($0.value.fields)) }))
                if let tree {
                    $0.add("size", tree.count)
                    $0.add("subtrees", words: tree.subtreeRoots.map(\.hex))
                }
            case .sessionSealed(let sealed):
                $0.add("session", sealed.session)
                $0.add("log", sealed.log)
                $0.add("size", sealed.size)
                $0.add("root", sealed.root.hex)
                $0.add("leaf", sealed.leaf.hex)
                $0.add("bytes", sealed.byteCount)
                $0.add("sha256", sealed.sha256.hex)
            case .keyTaken(let key): $0.add("key", key)
            case .clockStepped(let step): $0.add("stepMicros", Int(step))
            case .logDamaged(let log, let findings):
                $0.add("log", log)
                $0.add("findings", words: findings)
            case .logRepaired(let log, let segments):
                $0.add("log", log)
                $0.add("segments", words: segments)
            case .faultRaised(let headline, let detail):
                $0.add("headline", headline)
                $0.add("detail", detail)
            }
        }
    }

    /// Reads a record; nil for one of the log's own, and for kinds and versions this program does not know.
    package init?(_ record: LogRecord) throws(BodyProblem) {
        guard record.version == 1, !record.kind.hasPrefix("log.") else { return nil }
        let object: JSONObject?
        do throws(JSONError) {
            object = try JSON(parsing: record.body).object
        } catch {
            throw BodyProblem(key: "", reason: "the body is not JSON, \(error)")
        }
        guard let object else { throw BodyProblem(key: "", reason: "the body is not a JSON object") }
        let fields = BodyReader(object)
        switch record.kind {
        case "session.opened":
            self = .sessionOpened(session: try fields.text("session"), log: try fields.text("log"))
        case "heads":
            var heads: [String: LogHead] = [:]
            let inner = try fields.body("heads")
            for name in inner.object.keys { heads[name] = try LogHead(inner.body(name)) }
            self = .heads(heads, tree: try Self.tree(fields))
        case "session.sealed": self = .sessionSealed(try SealedLog(fields))
        case "key.taken": self = .keyTaken(key: try fields.text("key"))
        case "clock.stepped": self = .clockStepped(stepMicros: Int64(try fields.number("stepMicros")))
        case "damage.found":
            self = .logDamaged(log: try fields.text("log"), findings: try fields.texts("findings"))
        case "repair.made":
            self = .logRepaired(log: try fields.text("log"), segments: try fields.texts("segments"))
        case "fault.raised":
            self = .faultRaised(headline: try fields.text("headline"), detail: try fields.text("detail"))
        default: return nil
        }
    }

    private static func tree(_ fields: BodyReader) throws(BodyProblem) -> MerkleTree? {
        guard let size = try fields.numberIfPresent("size") else { return nil }
        let roots = try fields.texts("subtrees").compactMap { LogHash(hex: $0) }
        guard let tree = MerkleTree(count: size, subtrees: roots) else {
            throw fields.problem("subtrees", "are not those of a tree of \(size)")
        }
        return tree
    }
}

extension LogHead {
    fileprivate var fields: JSONObject {
        BodyWriter.object {
            $0.add("log", logID)
            $0.add("n", record)
            $0.add("e", event)
            $0.add("leaf", leaf)
        }
    }

    fileprivate init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            logID: try fields.text("log"),
            record: try fields.number("n"),
            event: try fields.number("e"),
            leaf: try fields.text("leaf")
        )
    }
}

extension SealedLog {
    fileprivate init(_ fields: BodyReader) throws(BodyProblem) {
        func hash(_ key: String) throws(BodyProblem) -> LogHash {
            guard let hash = LogHash(hex: try fields.text(key)) else {
                throw fields.problem(key, "must be 64 hexadecimal digits")
            }
            return hash
        }
        self.init(
            session: try fields.text("session"),
            log: try fields.text("log"),
            size: try fields.number("size"),
            root: try hash("root"),
            leaf: try hash("leaf"),
            byteCount: try fields.number("bytes"),
            sha256: try hash("sha256")
        )
    }
}
