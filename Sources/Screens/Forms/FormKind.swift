/// Which form is open: one for each thing a person can enter.
///
/// A new form is a sheet in a file of its own, its case here, and its line in `sheet`; keys, menus, help and refusals
/// follow from the facts of the sheet.
package enum FormKind: String, CaseIterable, Hashable, Sendable {
    // The station and its people.
    case firstRun
    case addStaff
    case whoIsTyping
    // Before the infusion.
    case checkIn
    case details
    case identity
    case screening
    case order
    case timeout
    case access
    case drug
    case ready
    case reopenScreening
    // The infusion.
    case start
    case rate
    case pauseReason
    case resume
    case readVolume
    case stop
    case stationWasOff
    // Observation and leaving.
    case dischargeList
    case readyToLeave
    case worsen
    case discharge
    case comeBack
    case cancel
    case move
    case close
    // At any time.
    case vitals
    case vitalsNotDone
    case dissociation
    case note
    case correct
    case sessionMenu
    // Offered inside a refusal.
    case override
    case alreadyHappened

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
