extension FormKind {
    /// The fields of this kind, and what they come to.
    var sheet: any FormSheet {
        switch self {
        case .firstRun: FirstRunSheet()
        case .addStaff: AddStaffSheet()
        case .whoIsTyping: WhoIsTypingSheet()
        case .checkIn: CheckInSheet()
        case .details: DetailsSheet()
        case .identity: IdentitySheet()
        case .screening: ChecklistSheet(isDischarge: false)
        case .order: OrderSheet()
        case .timeout: TimeoutSheet()
        case .access: AccessSheet()
        case .drug: DrugSheet()
        case .ready: PermissionSheet(step: .ready)
        case .readyToLeave: PermissionSheet(step: .readyToLeave)
        case .close: PermissionSheet(step: .close)
        case .reopenScreening: RemarkSheet(step: .reopenScreening)
        case .worsen: RemarkSheet(step: .worsen)
        case .comeBack: RemarkSheet(step: .comeBack)
        case .start: StartSheet()
        case .rate: RateSheet()
        case .pauseReason: PauseReasonSheet()
        case .resume: ResumeSheet()
        case .readVolume, .stationWasOff: ReadVolumeSheet(isAfterStationOff: self == .stationWasOff)
        case .stop: StopSheet()
        case .dischargeList: ChecklistSheet(isDischarge: true)
        case .discharge: DischargeSheet()
        case .cancel: CancelSheet()
        case .move: MoveSheet()
        case .vitals: VitalsSheet()
        case .vitalsNotDone: VitalsNotDoneSheet()
        case .dissociation: DissociationSheet()
        case .note: NoteSheet()
        case .correct: CorrectSheet()
        case .sessionMenu: SessionMenuSheet()
        case .override: OverrideSheet()
        case .alreadyHappened: AlreadyHappenedSheet()
        }
    }

    /// What it is called on screens and in menus.
    package var words: String {
        switch self {
        case .firstRun: "name this station"
        case .addStaff: "new member of staff"
        case .whoIsTyping: "who is typing"
        case .checkIn: "check in"
        case .details: "patient's details"
        case .identity: "identity"
        case .screening: "screening list"
        case .order: "order"
        case .timeout: "time-out"
        case .access: "IV access"
        case .drug: "drug"
        case .ready: "ready for the infusion"
        case .reopenScreening: "back to screening"
        case .start: "start the infusion"
        case .rate: "change the rate"
        case .pauseReason: "reason for the pause"
        case .resume: "resume"
        case .readVolume: "pump reads"
        case .stop: "stop the infusion"
        case .stationWasOff: "station was off"
        case .dischargeList: "discharge list"
        case .readyToLeave: "ready to leave"
        case .worsen: "patient is worse"
        case .discharge: "discharge"
        case .comeBack: "patient came back"
        case .cancel: "cancel the session"
        case .move: "move to a chair"
        case .close: "sign and close"
        case .vitals: "vitals"
        case .vitalsNotDone: "vitals not done"
        case .dissociation: "dissociation"
        case .note: "note"
        case .correct: "correct an entry"
        case .sessionMenu: "session"
        case .override: "prescriber's decision"
        case .alreadyHappened: "it has already happened"
        }
    }

    /// The words with a capital, as a title.
    var title: String { words.prefix(1).uppercased() + words.dropFirst() }
}
