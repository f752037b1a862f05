/// The rules between sessions and people, and the only door to a record.
///
/// Whatever involves another session or another person is decided here: who may sign, a second person, chairs, record
/// numbers, patients who could be taken for each other. What one session alone can tell is decided by itself, behind
/// this door. "It has already happened" passes the same checks as the command it stands for.
package enum WardRules {
    /// Decides what a command records in a session, or says why not.
    ///
    /// - Parameters:
    ///   - ward: the chairs of the station and all sessions that are not closed, this one among them.
    ///   - staff: everybody who may sign, and who once could.
    package static func decide(
        _ command: Command,
        in session: Session,
        among ward: OpenSessions,
        staff: [StaffMember],
        by author: Author,
        at now: Moment
    ) throws(Refusal) -> [Event] {
        let member = try signer(author, staff)
        try check(command.innermost, in: session, ward, member)
        if let deviation = try deviation(of: command, in: session, ward) {
            let first = Event(number: session.nextNumber, at: now, author: author, body: .deviationRecorded(deviation))
            var after = session
            after.apply(first)
            return [first] + (try after.decide(command, by: author, at: now))
        }
        let events = try session.decide(command, by: author, at: now)
        return try seat(events, of: command, in: session, ward, by: author, at: now)
    }

    /// Whoever is put back into a session finds the chair taken, perhaps: two live patients in one chair are never.
    ///
    /// One who comes back is charted all the same, without a chair; what was recorded by mistake waits for the chair.
    private static func seat(
        _ events: [Event],
        of command: Command,
        in session: Session,
        _ ward: OpenSessions,
        by author: Author,
        at now: Moment
    ) throws(Refusal) -> [Event] {
        var after = session
        for event in events { after.apply(event) }
        let hadChair = session.phase.isLive && session.chair == after.chair
        guard after.phase.isLive, !hadChair, let chair = after.chair,
            let other = occupant(of: chair, ward, except: session.id)
        else { return events }
        guard case .comeBack = command.innermost else {
            throw .notPossible(
                "\(chair) is taken by \(other.patient?.name ?? other.id)",
                cure: "move that patient to another chair first"
            )
        }
        var moved = session
        let move = try session.decide(.move(chair: nil), by: author, at: now)
        for event in move { moved.apply(event) }
        return move + (try moved.decide(command, by: author, at: now))
    }

    /// Decides the first event of a new session.
    ///
    /// Gates come later: whoever is missing an escort or an answer may still be checked in.
    package static func open(
        _ opening: Opening,
        id: String,
        rules: InfusionProtocol,
        among ward: OpenSessions,
        staff: [StaffMember],
        by author: Author,
        at now: Moment
    ) throws(Refusal) -> [Event] {
        _ = try signer(author, staff)
        if let chair = opening.chair { try checkChair(chair, ward, except: nil) }
        try checkNumber(opening, ward, except: nil)
        try checkAsked(opening, ward, except: nil)
        return try Session.decideOpening(opening, id: id, rules: rules, by: author, at: now)
    }

    /// The member of staff behind an author; nil for a device and the station itself.
    ///
    /// An id that the staff list does not know would be printed as an id for ever.
    private static func signer(_ author: Author, _ staff: [StaffMember]) throws(Refusal) -> StaffMember? {
        guard case .staff(let id, let role) = author else { return nil }
        guard let member = staff.first(where: { $0.id == id }), member.isActive, member.role == role else {
            throw .notPossible(
                "Nobody with the id \(id) may sign here as \(role.rawValue)",
                cure: "name who is typing",
                way: .nameWhoTypes
            )
        }
        return member
    }

    private static func check(
        _ command: Command,
        in session: Session,
        _ ward: OpenSessions,
        _ member: StaffMember?
    ) throws(Refusal) {
        switch command {
        case .confirmTimeout(let second, _, _):
            try checkSecond(second, member, field: "second", "the second name must be another person's")
        case .wasteDrug(let waste):
            try checkSecond(waste.witness, member, field: "witness", "the witness must be another person")
        case .void(_, _, let witness):
            if let witness { try checkSecond(witness, member, field: "witness", "the witness must be another person") }
        case .explainDrug(let explanation):
            try checkSecond(explanation.witness, member, field: "witness", "the witness must be another person")
        case .placeOrder(let order, _): try checkPrescriber(order.prescriber, member)
        case .grantOverride(let override):
            // A discrepancy is signed by the hand that types.
            if !override.requirements.allSatisfy(Need.isDiscrepancy) {
                try checkPrescriber(override.prescriber, member)
            }
        case .start(_, let answers, _, _): try checkAnswers(answers, session, ward)
        case .move(let chair): if let chair { try checkChair(chair, ward, except: session.id) }
        case .amend(_, let replacement, _, _):
            if case .sessionOpened(let opening) = replacement {
                try checkCorrected(opening, in: session, ward)
            }
        case .confirmIdentity, .answerScreening, .placeAccess, .checkAccess, .loseAccess, .removeAccess, .declareReady,
            .reopenScreening, .pause, .resume, .changeRate, .readVolume, .stop, .recordVitals, .recordVitalsNotDone,
            .recordDissociation, .recordNote, .drawDrug, .returnDrug, .answerDischarge, .markReadyToLeave, .worsen,
            .discharge, .comeBack, .close, .cancel, .alreadyHappened, .noteStationOff, .noteCriteria:
            break
        }
    }

    /// Two pairs of eyes are two persons'.
    private static func checkSecond(
        _ name: String,
        _ member: StaffMember?,
        field: String,
        _ sentence: String
    ) throws(Refusal) {
        guard PersonName.isSame(name, member?.name) else { return }
        throw .outOfRange([FieldProblem(field: field, sentence: sentence)])
    }

    /// Who typed it decides only where that is their role.
    private static func checkPrescriber(_ name: String, _ member: StaffMember?) throws(Refusal) {
        guard let member, member.role != .prescriber, PersonName.isSame(name, member.name) else { return }
        let sentence = "\(member.name) is typing as \(member.role.rawValue): name the prescriber who decided"
        throw .outOfRange([FieldProblem(field: "prescriber", sentence: sentence)])
    }

    /// Two patients in one chair would be one mistaken entry away from each other.
    private static func checkChair(_ chair: String, _ ward: OpenSessions, except id: String?) throws(Refusal) {
        guard ward.chairs.contains(chair) else {
            throw .notPossible(
                "There is no chair \(chair)",
                cure: "the chairs are \(ward.chairs.joined(separator: ", "))"
            )
        }
        guard let other = occupant(of: chair, ward, except: id) else { return }
        throw .notPossible(
            "\(chair) is taken by \(other.patient?.name ?? other.id)",
            cure: "choose another chair, or none for now"
        )
    }

    private static func occupant(of chair: String, _ ward: OpenSessions, except id: String?) -> Session? {
        ward.sessions.first { $0.chair == chair && $0.phase.isLive && $0.id != id }
    }
}
