/// An answer to an item of a checklist, kept as the key that gives it.
enum ItemMark: String, FormAnswer {
    case yes = "y"
    case no = "n"
    case notApplicable = "a"

    var words: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .notApplicable: "n/a"
        }
    }
}
