/// What a verification comes to, the worst last.
enum Verdict: Int, Comparable {
    case anchored, intact, unreadable, damaged, forged

    static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

    var exitCode: Int32 {
        switch self {
        case .anchored: 0
        case .intact: 10
        case .damaged: 11
        case .forged: 12
        case .unreadable: 1
        }
    }
}
