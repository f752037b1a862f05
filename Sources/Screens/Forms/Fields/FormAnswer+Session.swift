import Session

extension StaffRole: FormAnswer {}

extension Sex: FormAnswer {}

extension OrderWay: FormAnswer {
    var words: String {
        switch self {
        case .written: "written"
        case .telephoneReadBack: "by telephone, read back"
        }
    }
}
