package import Session

/// What a form may look at while it is typed in and drawn.
package struct Scene: Hashable, Sendable {
    package var ward: Ward
    package var surroundings: Surroundings
    /// Who is typing; nil until somebody is named, and then nothing is recorded.
    package var typing: StaffMember?

    package init(ward: Ward, surroundings: Surroundings, typing: StaffMember?) {
        self.ward = ward
        self.surroundings = surroundings
        self.typing = typing
    }
}

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

/// A key and what it does, as the hint bar and the help show it.
package struct Hint: Hashable, Sendable {
    package var key: String
    package var words: String

    package init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }
}
