package import Session

extension Words {
    /// What the screening found, for the time-out and the summary: `told: MAO inhibitor: yes (moclobemide)`.
    package static func screeningFindings(_ session: Session) -> [String] {
        session.screeningFindings.map { item, given, consequence in
            let remark = given.remark.isEmpty ? "" : " (\(given.remark))"
            let mark =
                switch consequence {
                case .none, .tell: "told"
                case .decide: "prescriber decides"
                case .stop: "stop"
                }
            return clean("\(mark): \(item.text): \(answer(given.answer))\(remark)")
        }
    }
}
