import Session

/// What a complete form comes to.
enum Completion: Hashable, Sendable {
    /// `then` follows once the first is recorded, one after the other.
    case ready(Intent, then: [Intent] = [])
    /// The form names who is typing.
    case typing(StaffMember)
    /// Another form takes its place, with what is known of it.
    case replace(FormKind, [FieldID: String] = [:])
}
