import JSON
import Session

extension Vitals {
    /// Each reading stands under its parameter, in the order of the flowsheet.
    ///
    /// A number is a reading, `{"unmeasurable":"high"}` one that cannot be had, `{"notDone":"…"}` one not taken.
    var fields: JSONObject {
        BodyWriter.object {
            for parameter in Parameter.allCases {
                switch self[parameter] {
                case .value(let value): $0.add(parameter.rawValue, value)
                case .unmeasurable(let why): $0.add(parameter.rawValue, ["unmeasurable": .string(why.rawValue)])
                case .notDone(let reason): $0.add(parameter.rawValue, ["notDone": .string(reason)])
                case nil: break
                }
            }
            if confirmedUnusual { $0.add("confirmedUnusual", true) }
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init()
        for member in fields.object.members {
            if let parameter = Parameter(rawValue: member.key) {
                self[parameter] = try Self.reading(member.value, fields, member.key)
            } else if member.key == "confirmedUnusual" {
                confirmedUnusual = try fields.flag(member.key)
            }
        }
    }

    private static func reading(
        _ json: JSON,
        _ fields: BodyReader,
        _ key: String
    ) throws(BodyProblem) -> Reading {
        if let value = json.integer { return .value(Int(value)) }
        guard json.object != nil else {
            throw fields.problem(key, "must be a whole number or an object")
        }
        let why = try fields.body(key)
        if let unmeasurable = try why.wordIfPresent("unmeasurable", Unmeasurable.self) {
            return .unmeasurable(unmeasurable)
        }
        return .notDone(reason: try why.text("notDone"))
    }
}

extension Dissociation {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("score", score)
            $0.add("isDistressed", isDistressed)
            $0.add("moaas", moaas)
            $0.add("rass", rass)
            $0.add("text", text)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            score: try fields.number("score"),
            isDistressed: try fields.flagIfPresent("isDistressed"),
            moaas: try fields.numberIfPresent("moaas"),
            rass: try fields.numberIfPresent("rass"),
            text: try fields.text("text")
        )
    }
}
