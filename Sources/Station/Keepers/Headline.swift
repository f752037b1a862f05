import Screens

/// What a fault is called at the top of every console; one of each stands at a time.
enum Headline: String, Hashable, Sendable {
    case notRecording = "NOT RECORDING DURABLY"
    case homeNotWritable = "NOTHING CAN BE SAVED"
    case recordDamaged = "RECORD DAMAGED"
    case sessionNotOpened = "SESSION NOT OPENED"
    case noProtocol = "PROTOCOL CANNOT BE READ"
    case entryCutOff = "ENTRY CUT OFF"
    case falseSeal = "FALSE SEAL PUT ASIDE"
    case staffDamaged = "STAFF LOG DAMAGED"
    case staffNotAdded = "STAFF CANNOT BE ADDED"
    case recordsMissing = "RECORDS MISSING OR ALTERED"
    case spaceLow = "DISK NEARLY FULL"
    case notSealed = "NOT SEALED"
    case journalNotWritten = "STATION JOURNAL NOT WRITTEN"
    case journalAltered = "STATION JOURNAL ALTERED"
    case journalDamaged = "STATION JOURNAL DAMAGED"
    case keyUnusable = "STATION KEY CANNOT BE USED"
    case keyChanged = "STATION KEY CHANGED"
    case fallbackMissing = "FALL-BACK FOLDER MISSING"
    case protocolRefused = "PROTOCOL FILE REFUSED"
    case notRecordedByItself = "NOT RECORDED BY ITSELF"
    case clockSet = "CLOCK WAS SET"
    case wasOff = "STATION WAS OFF"

    /// Those a nurse must know of first, in that order: a small screen has a row for two.
    ///
    /// Whatever is not among them follows, the oldest first.
    private static let first: [Headline] = [
        notRecording, homeNotWritable, recordDamaged, sessionNotOpened, noProtocol, entryCutOff, falseSeal,
        staffDamaged, staffNotAdded, recordsMissing, spaceLow, notSealed, journalNotWritten,
    ]

    /// The place of a fault on a screen; of two with the same place the older one comes first.
    static func rank(of fault: Fault) -> Int {
        first.firstIndex { $0.rawValue == fault.headline } ?? first.count
    }
}

extension Fault {
    init(_ headline: Headline, _ detail: String, isGrave: Bool) {
        self.init(headline: headline.rawValue, detail: detail, isGrave: isGrave)
    }
}
