import JSON
import Session

extension Opening {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("patient", patient.fields)
            $0.add("chair", chair)
            $0.add("protocolId", protocolID)
            $0.add("protocolVersion", protocolVersion)
            $0.add("protocolSha256", protocolSHA256)
            $0.add("isSimulated", isSimulated)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            patient: try Patient(try fields.body("patient")),
            chair: try fields.textIfPresent("chair"),
            protocolID: try fields.text("protocolId"),
            protocolVersion: try fields.text("protocolVersion"),
            protocolSHA256: try fields.text("protocolSha256"),
            isSimulated: try fields.flag("isSimulated")
        )
    }
}

extension Patient {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("name", name)
            $0.add("birthDate", birthDate.text)
            $0.add("mrn", mrn)
            $0.add("sex", sex.rawValue)
            $0.add("weightGrams", weightGrams)
            $0.add("allergies", allergies)
            $0.add("escort", escort.fields)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            name: try fields.text("name"),
            birthDate: try fields.date("birthDate"),
            mrn: try fields.text("mrn"),
            sex: try fields.word("sex", Sex.self),
            weightGrams: try fields.number("weightGrams"),
            allergies: try fields.text("allergies"),
            escort: try Escort(try fields.body("escort"))
        )
    }
}

extension Escort {
    var fields: JSONObject {
        BodyWriter.object {
            switch self {
            case .person(let name, let phone):
                $0.add("by", "person")
                $0.add("name", name)
                $0.add("phone", phone)
            case .approvedTransport(let text):
                $0.add("by", "approvedTransport")
                $0.add("text", text)
            case .none:
                $0.add("by", "none")
            }
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        switch try fields.text("by") {
        case "person": self = .person(name: try fields.text("name"), phone: try fields.text("phone"))
        case "approvedTransport": self = .approvedTransport(try fields.text("text"))
        case "none": self = .none
        case _: throw fields.problem("by", "must be a word this version knows")
        }
    }
}

extension Departure {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("with", with)
            $0.add("instructionsGivenTo", instructionsGivenTo)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(with: try fields.text("with"), instructionsGivenTo: try fields.text("instructionsGivenTo"))
    }
}

extension EventCoding {
    static func stationWasOff(_ fromUTCMicros: Int64, _ toUTCMicros: Int64) -> JSONObject {
        fields {
            $0.add("from", utcMicros: fromUTCMicros)
            $0.add("to", utcMicros: toUTCMicros)
        }
    }
}
