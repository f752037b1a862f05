import JSON
import Session

extension EventCoding {
    static func stationWasOff(_ fromUTCMicros: Int64, _ toUTCMicros: Int64) -> JSONObject {
        fields {
            $0.add("from", utcMicros: fromUTCMicros)
            $0.add("to", utcMicros: toUTCMicros)
        }
    }
}

extension Opening {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("patient", patient.fields)
            $0.add("chair", chair)
            $0.add("protocolId", protocolID)
            $0.add("protocolVersion", protocolVersion)
            $0.add("protocolSha256", protocolSHA256)
            $0.add("isSimulated", isSimulated)
            $0.add("zone", zone?.fields)
            if !asked.isEmpty { $0.add("asked", words: asked) }
            $0.add("ordinal", ordinal)
        }
    }

    /// A zone that cannot be read takes nothing else with it: the times are then shown in the station's.
    init(_ fields: BodyReader, _ problems: inout [BodyProblem]) throws(BodyProblem) {
        var zone: RecordedZone?
        do throws(BodyProblem) {
            zone = try fields.bodyIfPresent("zone").map { fields throws(BodyProblem) in try RecordedZone(fields) }
        } catch {
            problems.append(error)
        }
        self.init(
            patient: try Patient(try fields.body("patient")),
            chair: try fields.textIfPresent("chair"),
            protocolID: try fields.text("protocolId"),
            protocolVersion: try fields.text("protocolVersion"),
            protocolSHA256: try fields.text("protocolSha256"),
            isSimulated: try fields.flag("isSimulated"),
            zone: zone,
            asked: try fields.textsIfPresent("asked") ?? [],
            ordinal: try fields.numberIfPresent("ordinal")
        )
    }
}

extension RecordedZone {
    /// The name, and from each instant on the seconds that are added to UTC.
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("name", name)
            $0.add(
                "offsets",
                offsets.transitions.map { change in
                    BodyWriter.object {
                        $0.add("from", utcMicros: change.fromUTCMicros)
                        $0.add("seconds", change.offsetSeconds)
                    }
                }
            )
        }
    }

    /// No zone is a day off UTC; more would put a day in another's place.
    private static let mostSeconds = 86_400

    init(_ fields: BodyReader) throws(BodyProblem) {
        var transitions: [ZoneOffsets.Transition] = []
        for change in try fields.bodies("offsets") {
            let seconds = try change.number("seconds")
            guard abs(seconds) < Self.mostSeconds else { throw change.problem("seconds", "is no offset of a zone") }
            let from = try change.time("from")
            guard transitions.last.map({ $0.fromUTCMicros < from }) ?? true else {
                throw change.problem("from", "is not after the change before it")
            }
            transitions.append(.init(fromUTCMicros: from, offsetSeconds: seconds))
        }
        guard !transitions.isEmpty else { throw fields.problem("offsets", "is empty") }
        self.init(name: try fields.text("name"), offsets: ZoneOffsets(transitions: transitions))
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
            $0.add("weightThousandthsOfPound", weightThousandthsOfPound)
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
            escort: try Escort(try fields.body("escort")),
            weightThousandthsOfPound: try fields.numberIfPresent("weightThousandthsOfPound")
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
        default: throw fields.problem("by", "must be a word this version knows")
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
