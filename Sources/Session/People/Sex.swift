package enum Sex: String, CaseIterable, Hashable, Sendable {
    case female
    case male
    case other
    case unknown
}
