import Journal
import Session
import Wording

/// What was added to a session after it was closed, one line each; nothing where nothing was.
struct AddendaListing {
    private let addenda: [Addendum]
    private let staff: [StaffMember]
    private let zone: ZoneOffsets

    init(_ addenda: [Addendum], _ staff: [StaffMember], _ zone: ZoneOffsets) {
        self.addenda = addenda
        self.staff = staff
        self.zone = zone
    }

    var lines: [String] {
        guard !addenda.isEmpty else { return [] }
        return ["", "ADDENDA, after the session was closed"]
            + addenda.map { addendum in
                let about = addendum.about.map { "on entry \($0): " } ?? ""
                let line =
                    "  \(addendum.number)  \(Words.dayAndClock(addendum.utcMicros, zone))  \(about)\(addendum.text)"
                return Words.clean(line) + "  (\(Words.clean(Words.name(of: addendum.author, in: staff))))"
            }
    }
}
