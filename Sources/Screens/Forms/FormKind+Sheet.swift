extension FormKind {
    /// Its sheet: what it is, its fields, and what they come to.
    ///
    /// The one list of the forms beside the cases themselves.
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
}
