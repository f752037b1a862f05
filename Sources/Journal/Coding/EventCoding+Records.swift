import JSON
import Session

extension EventCoding {
    /// The replacement carries its own kind and version, so that it is read as it was written for ever.
    static func entryAmended(_ target: Int, _ replacement: Event.Body, _ reason: Reason) -> JSONObject {
        fields {
            $0.add("target", target)
            $0.add(
                "replacement",
                BodyWriter.object {
                    $0.add("kind", replacement.kind)
                    $0.add("version", replacement.schemaVersion)
                    $0.add("body", encodeBody(replacement))
                }
            )
            $0.add("reason", reason.fields)
        }
    }

    /// A replacement that cannot be read stays in place raw: the value it corrected must not count again.
    static func entryAmended(
        _ fields: BodyReader,
        _ problems: inout [BodyProblem]
    ) throws(BodyProblem) -> Event.Body {
        let replacement = try fields.body("replacement")
        return .entryAmended(
            target: try fields.number("target"),
            replacement: decodeBody(
                kind: try replacement.text("kind"),
                version: try replacement.number("version"),
                try replacement.body("body"),
                &problems
            ),
            reason: try fields.reason("reason")
        )
    }

    static func entryVoided(_ target: Int, _ reason: Reason) -> JSONObject {
        fields {
            $0.add("target", target)
            $0.add("reason", reason.fields)
        }
    }

    /// What came from a record goes back into one as it was.
    static func unknown(_ raw: String) -> JSONObject {
        guard let object = (try? JSON(parsing: raw))?.object else { return ["raw": .string(raw)] }
        return object
    }
}

extension Reason {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("code", code)
            $0.add("text", text)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(code: try fields.text("code"), text: try fields.text("text"))
    }
}

extension BodyReader {
    func reason(_ key: String) throws(BodyProblem) -> Reason {
        try Reason(try body(key))
    }

    func reasonIfPresent(_ key: String) throws(BodyProblem) -> Reason? {
        guard let fields = try bodyIfPresent(key) else { return nil }
        return try Reason(fields)
    }
}

extension Override {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("requirements", words: requirements)
            $0.add("prescriber", prescriber)
            $0.add("way", way.rawValue)
            $0.add("text", text)
            let seen = requirements.compactMap { code in
                figures[code].map { figure in
                    BodyWriter.object {
                        $0.add("requirement", code)
                        $0.add("figure", figure)
                    }
                }
            }
            if !seen.isEmpty { $0.add("figures", seen) }
            if carriesOwnLimits { $0.add("carriesOwnLimits", true) }
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        var figures: [String: Int] = [:]
        for seen in try fields.bodiesIfPresent("figures") ?? [] {
            figures[try seen.text("requirement")] = try seen.number("figure")
        }
        self.init(
            requirements: try fields.texts("requirements"),
            prescriber: try fields.text("prescriber"),
            way: try fields.word("way", OrderWay.self),
            text: try fields.text("text"),
            figures: figures,
            carriesOwnLimits: try fields.flagIfPresent("carriesOwnLimits") ?? false
        )
    }
}

extension Deviation {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("kind", kind)
            $0.add("requirements", words: requirements)
            $0.add("reason", reason.fields)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            kind: try fields.text("kind"),
            requirements: try fields.texts("requirements"),
            reason: try fields.reason("reason")
        )
    }
}
