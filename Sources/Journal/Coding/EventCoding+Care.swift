import JSON
import Session

extension EventCoding {
    static func answers(_ fields: BodyReader) throws(BodyProblem) -> [ItemAnswer] {
        var answers: [ItemAnswer] = []
        for answer in try fields.bodies("answers") { answers.append(try ItemAnswer(answer)) }
        return answers
    }

    static func timeoutConfirmed(_ secondName: String, _ reading: SyringeReading?) -> JSONObject {
        fields {
            $0.add("secondName", secondName)
            $0.add("container", reading?.container)
            $0.add("concentrationMicrogramsPerMilliliter", reading?.concentrationMicrogramsPerMilliliter)
        }
    }

    static func timeoutConfirmed(_ fields: BodyReader) throws(BodyProblem) -> Event.Body {
        let name = try fields.text("secondName")
        guard let container = try fields.textIfPresent("container"),
            let concentration = try fields.numberIfPresent("concentrationMicrogramsPerMilliliter")
        else { return .timeoutConfirmed(secondName: name) }
        let reading = SyringeReading(
            container: container,
            concentrationMicrogramsPerMilliliter: concentration
        )
        return .timeoutConfirmed(secondName: name, reading)
    }

    static func accessPlaced(_ site: String, _ gauge: String) -> JSONObject {
        fields {
            $0.add("site", site)
            $0.add("gauge", gauge)
        }
    }

    static func accessChecked(_ isPatent: Bool, _ text: String, _ line: Int?) -> JSONObject {
        fields {
            $0.add("isPatent", isPatent)
            $0.add("text", text)
            $0.add("line", line)
        }
    }

    static func accessLost(_ text: String, _ line: Int?, _ isInfiltrated: Bool) -> JSONObject {
        fields {
            $0.add("text", text)
            $0.add("line", line)
            if isInfiltrated { $0.add("isInfiltrated", true) }
        }
    }

    static func accessRemoved(_ siteIsClean: Bool, _ text: String, _ line: Int?) -> JSONObject {
        fields {
            $0.add("siteIsClean", siteIsClean)
            $0.add("text", text)
            $0.add("line", line)
        }
    }
}

extension Order {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("drug", drug)
            $0.add("doseMicrogramsPerKg", doseMicrogramsPerKg)
            $0.add("weightGrams", weightGrams)
            $0.add("durationMinutes", durationMinutes)
            $0.add("concentrationMicrogramsPerMilliliter", concentrationMicrogramsPerMilliliter)
            $0.add("prescriber", prescriber)
            $0.add("way", way.rawValue)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            drug: try fields.text("drug"),
            doseMicrogramsPerKg: try fields.number("doseMicrogramsPerKg"),
            weightGrams: try fields.number("weightGrams"),
            durationMinutes: try fields.number("durationMinutes"),
            concentrationMicrogramsPerMilliliter: try fields.number("concentrationMicrogramsPerMilliliter"),
            prescriber: try fields.text("prescriber"),
            way: try fields.word("way", OrderWay.self)
        )
    }
}

extension ItemAnswer {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("item", item)
            switch answer {
            case .yes: $0.add("answer", "yes")
            case .no: $0.add("answer", "no")
            case .notApplicable(let reason):
                $0.add("answer", "notApplicable")
                $0.add("reason", reason)
            case .text(let text):
                $0.add("answer", "text")
                $0.add("text", text)
            }
            $0.add("remark", remark.isEmpty ? nil : remark)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        let answer: Answer =
            switch try fields.text("answer") {
            case "yes": .yes
            case "no": .no
            case "notApplicable": .notApplicable(reason: try fields.text("reason"))
            case "text": .text(try fields.text("text"))
            default: throw fields.problem("answer", "must be a word this version knows")
            }
        self.init(item: try fields.text("item"), answer: answer, remark: try fields.textIfPresent("remark") ?? "")
    }
}
