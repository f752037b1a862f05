/// What a form is, beside its fields.
///
/// It stands in the form's own sheet and nowhere else: keys, session menu, palette, help, hints and the ways out of a
/// refusal are derived from it.
package struct FormFacts: Hashable, Sendable {
    /// What it is called on screens and in menus.
    package var words: String
    /// Its line in the help and the palette.
    package var help: String
    /// Whether what it enters belongs to one session.
    package var needsSession: Bool
    /// Whether it records, or leads to a record, in the name of who is typing.
    package var needsAuthor: Bool
    /// Whether what is entered in it is worth keeping when it is put aside; one key is not.
    package var keepsDraft: Bool
    package var shape: Shape
    /// Its keys on the Board and in the Session view.
    package var keys: [FormKey]
    /// Where it stands in the session's menu.
    package var menu: FormMenu?
    /// The key that leads to it out of a refusal.
    package var refusalKey: Character?
    /// The field that says whose it is, where no session does.
    var subject: FieldID?

    package enum Shape: Hashable, Sendable {
        /// One line to type in, over the hint bar.
        case line
        /// Several fields, beside the place.
        case sheet
        /// Several fields that cannot be put aside: there is nothing behind them yet.
        case alone
    }

    init(
        _ words: String,
        help: String,
        needsSession: Bool = true,
        needsAuthor: Bool = true,
        keepsDraft: Bool = true,
        shape: Shape = .sheet,
        keys: [FormKey] = [],
        menu: FormMenu? = nil,
        refusalKey: Character? = nil,
        subject: FieldID? = nil
    ) {
        self.words = words
        self.help = help
        self.needsSession = needsSession
        self.needsAuthor = needsAuthor
        self.keepsDraft = keepsDraft
        self.shape = shape
        self.keys = keys
        self.menu = menu
        self.refusalKey = refusalKey
        self.subject = subject
    }

    /// The words with a capital, as a title.
    var title: String { words.prefix(1).uppercased() + words.dropFirst() }
}
