import JSON
import Session

extension EventCoding {
    static func infusionResumed(_ pauseReason: Reason, _ prescriberDecision: String?) -> JSONObject {
        fields {
            $0.add("pauseReason", pauseReason.fields)
            $0.add("prescriberDecision", prescriberDecision)
        }
    }

    static func infusionResumed(_ fields: BodyReader) throws(BodyProblem) -> Event.Body {
        .infusionResumed(
            pauseReason: try fields.reason("pauseReason"),
            prescriberDecision: try fields.textIfPresent("prescriberDecision")
        )
    }

    static func infusionVolumeRead(_ volumeNanoliters: Int, _ stillInfuses: Bool) -> JSONObject {
        fields {
            $0.add("volumeNanoliters", volumeNanoliters)
            $0.add("stillInfuses", stillInfuses)
        }
    }

    static func infusionVolumeRead(_ fields: BodyReader) throws(BodyProblem) -> Event.Body {
        .infusionVolumeRead(
            volumeNanoliters: try fields.number("volumeNanoliters"),
            stillInfuses: try fields.flag("stillInfuses")
        )
    }

    static func drugReturned(_ container: String, _ volumeNanoliters: Int) -> JSONObject {
        fields {
            $0.add("container", container)
            $0.add("volumeNanoliters", volumeNanoliters)
        }
    }

    static func drugReturned(_ fields: BodyReader) throws(BodyProblem) -> Event.Body {
        .drugReturned(
            container: try fields.text("container"),
            volumeNanoliters: try fields.number("volumeNanoliters")
        )
    }
}

extension PumpSettings {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("rateMicrolitersPerHour", rateMicrolitersPerHour)
            $0.add("volumeNanoliters", volumeNanoliters)
            $0.add("concentrationMicrogramsPerMilliliter", concentrationMicrogramsPerMilliliter)
            $0.add("container", container)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            rateMicrolitersPerHour: try fields.number("rateMicrolitersPerHour"),
            volumeNanoliters: try fields.number("volumeNanoliters"),
            concentrationMicrogramsPerMilliliter: try fields.number("concentrationMicrogramsPerMilliliter"),
            container: try fields.text("container")
        )
    }
}

extension StopReason {
    var fields: JSONObject {
        BodyWriter.object {
            switch self {
            case .completed: $0.add("end", "completed")
            case .early(let reason):
                $0.add("end", "early")
                $0.add("reason", reason.fields)
            }
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        switch try fields.text("end") {
        case "completed": self = .completed
        case "early": self = .early(try fields.reason("reason"))
        default: throw fields.problem("end", "must be a word this version knows")
        }
    }
}

extension DrugContainer {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("container", name)
            $0.add("drug", drug)
            $0.add("vialStrengthMicrogramsPerMilliliter", vialStrengthMicrogramsPerMilliliter)
            $0.add("concentrationMicrogramsPerMilliliter", concentrationMicrogramsPerMilliliter)
            $0.add("volumeNanoliters", volumeNanoliters)
            $0.add("fromVialNanoliters", fromVialNanoliters)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            name: try fields.text("container"),
            drug: try fields.text("drug"),
            vialStrengthMicrogramsPerMilliliter: try fields.number("vialStrengthMicrogramsPerMilliliter"),
            concentrationMicrogramsPerMilliliter: try fields.number("concentrationMicrogramsPerMilliliter"),
            volumeNanoliters: try fields.number("volumeNanoliters"),
            fromVialNanoliters: try fields.numberIfPresent("fromVialNanoliters")
        )
    }
}

extension DrugWaste {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("container", container)
            $0.add("volumeNanoliters", volumeNanoliters)
            $0.add("method", method)
            $0.add("witness", witness)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            container: try fields.text("container"),
            volumeNanoliters: try fields.number("volumeNanoliters"),
            method: try fields.text("method"),
            witness: try fields.text("witness")
        )
    }
}

extension DrugExplanation {
    var fields: JSONObject {
        BodyWriter.object {
            $0.add("entry", entry)
            $0.add("witness", witness)
            $0.add("text", text)
        }
    }

    init(_ fields: BodyReader) throws(BodyProblem) {
        self.init(
            entry: try fields.number("entry"),
            witness: try fields.text("witness"),
            text: try fields.text("text")
        )
    }
}
