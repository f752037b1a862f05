/// How a session began.
package struct Opening: Hashable, Sendable {
    package var patient: Patient
    package var chair: String?
    package var protocolID: String
    package var protocolVersion: String
    /// SHA-256 of the protocol file's bytes, lower-case hex: the file itself lies beside the logs under this name.
    package var protocolSHA256: String
    /// Whether the patient is a simulation.
    package var isSimulated: Bool
    /// The station's zone around the opening; nil in records from before it was kept.
    package var zone: RecordedZone?
    /// What was asked about likenesses to other patients and answered with yes, in the words of the questions.
    package var asked: [String]
    /// Which session of its home it is, counted from 1; nil in records from before it was kept.
    ///
    /// It makes the temporary number that this session alone may bear.
    package var ordinal: Int?

    package init(
        patient: Patient,
        chair: String?,
        protocolID: String,
        protocolVersion: String,
        protocolSHA256: String,
        isSimulated: Bool = false,
        zone: RecordedZone? = nil,
        asked: [String] = [],
        ordinal: Int? = nil
    ) {
        self.patient = patient
        self.chair = chair
        self.protocolID = protocolID
        self.protocolVersion = protocolVersion
        self.protocolSHA256 = protocolSHA256
        self.isSimulated = isSimulated
        self.zone = zone
        self.asked = asked
        self.ordinal = ordinal
    }
}
