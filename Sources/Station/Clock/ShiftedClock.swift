import Journal

/// The machine's clock, set ahead by as many seconds as stand in a file: so that a test of the whole program lets two
/// hours of observation pass at once.
///
/// A station uses it when `VIGIL_CLOCK` names the file. The number is read each time the clock is asked; it may only
/// grow. A station on this clock does not take a leap for a standstill of the machine, but one that starts after a leap
/// knows that it was off.
struct ShiftedClock: Clock {
    private let system = SystemClock()
    private let path: String

    init(path: String) {
        self.path = path
    }

    var speed: Int { 1 }
    var isMachine: Bool { false }

    func now() -> ClockReading {
        let text = (try? FileText.read(path, limit: 32)) ?? ""
        let seconds = Int64(text.filter(\.isNumber)) ?? 0
        return system.now().advanced(byMicros: seconds * 1_000_000)
    }
}
