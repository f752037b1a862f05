/// Which field of a form, or which of its questions: made from the names that a sheet gives, never from a text.
struct FieldID: Hashable, Sendable {
    /// The names it is one of, so that two lists never mean one field by chance.
    private let names: ObjectIdentifier
    private let name: String
    /// Which one, of a field that is there several times: an item of a list, a container.
    private let part: String?
    private var isRemark = false

    init<Name: FieldName>(_ name: Name, _ part: String? = nil) {
        names = ObjectIdentifier(Name.self)
        self.name = name.rawValue
        self.part = part
    }

    /// What cannot be typed in.
    static let none = FieldID(Unnamed.none)

    private enum Unnamed: String, FieldName {
        case none = ""
    }

    /// What the rules call it where they say which field cannot be right.
    var inRules: String { part ?? name }

    /// The remark of a checklist's item.
    var remark: FieldID {
        var id = self
        id.isRemark = true
        return id
    }
}

extension FieldID: FieldReference {
    var id: FieldID { self }
}
