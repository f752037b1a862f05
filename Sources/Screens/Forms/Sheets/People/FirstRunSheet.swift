import Session

/// The first run: what the station is called, which chairs it has, and who may type first.
struct FirstRunSheet: FormSheet {
    enum Name: String, FieldName {
        case station, chairs, name, role
    }

    var facts: FormFacts {
        FormFacts(
            "name this station",
            help: "name this station, its chairs and its first member of staff",
            needsSession: false,
            needsAuthor: false,
            shape: .alone
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let chairs = Self.chairs(form.text(Name.chairs))
        return FormPlan(
            act: "set up",
            [
                .heading("Vigil records ketamine sessions. It is not the patient monitor."),
                Field(
                    Name.station,
                    "Station",
                    .text,
                    isRequired: true,
                    hint: "as it stands on every screen: Ward 3 infusions"
                ),
                Field(
                    Name.chairs,
                    "Chairs",
                    .text,
                    isRequired: true,
                    hint: "how many, or their names: 4, or C1, C2, Bed3"
                ),
                .computed(
                    "",
                    chairs.isEmpty ? "" : "chairs: " + chairs.joined(separator: ", "),
                    style: .good
                ),
                .heading("The first member of staff"),
                Field(Name.name, "Name", .text, isRequired: true, hint: "as printed on the record: Nurse Moreno"),
                Field(Name.role, "Role", .choice(StaffRole.self), isRequired: true),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let chairs = Self.chairs(form.text(Name.chairs))
        if chairs.isEmpty {
            throw .problem(Name.chairs, "Chairs: a number from 1 to 24, or names with commas or spaces between")
        }
        if let twice = chairs.first(where: { name in chairs.filter { $0.lowercased() == name.lowercased() }.count > 1 })
        {
            throw .problem(Name.chairs, "Chair \(twice) stands there twice")
        }
        return .ready(
            .setUp(
                StationSetup(
                    stationName: form.text(Name.station),
                    chairs: chairs,
                    staffName: form.text(Name.name),
                    staffRole: try form.needed(Name.role)
                )
            )
        )
    }

    /// `4` is C1 to C4; otherwise names, divided by commas, or by spaces where there is none; at most 24.
    static func chairs(_ text: String) -> [String] {
        if let count = Int(text) {
            return (1...24).contains(count) ? (1...count).map { "C\($0)" } : []
        }
        let divider: Character = text.contains(",") ? "," : " "
        let names = text.split(separator: divider).map { TextEntry(String($0)).trimmed }.filter { !$0.isEmpty }
        return names.count <= 24 && names.allSatisfy { $0.count <= 12 } ? names : []
    }
}
