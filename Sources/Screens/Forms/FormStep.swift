package import Session

/// What a key did to a form.
package enum FormStep: Hashable, Sendable {
    case stay
    /// Esc: the form closes; what was typed is kept as a draft of its chair.
    case putAside
    /// The form is complete: the desk sends the intent and keeps the form until the outcome is known.
    case submit(Intent)
    /// The form named who is typing; nothing is recorded.
    case typing(StaffMember)
}
