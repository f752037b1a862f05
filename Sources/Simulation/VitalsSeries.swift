package import Session
package import Station

/// A series of vital signs as a monitor stored it: lines of `time_s,parameter,value,unit`.
///
/// A zero is no signal and not a reading. A cuff value that stands unchanged in every frame is one measurement.
package struct VitalsSeries: Hashable, Sendable {
    /// One cuff measurement and what else was read within the minute before it.
    package struct Measurement: Hashable, Sendable {
        package var second: Int
        package var vitals: Vitals
    }

    package private(set) var sets: [Measurement] = []
    /// How many zeros were skipped.
    package private(set) var noReadingCount = 0
    /// The time of the last line, in seconds.
    package private(set) var endSecond = 0

    /// A reading older than this, in seconds, does not belong to a set.
    private static let maximumAgeSeconds = 60
    /// The same pressure again within so many seconds is the old one still on display.
    private static let staleSeconds = 60

    /// Reads a file's text; throws the first line that is none, with its number.
    package init(text: String, name: String) throws(StationError) {
        var newest: [String: (second: Int, value: Int)] = [:]
        var frame: Int?
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if line.isEmpty || (index == 0 && line.hasPrefix("time_s")) { continue }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 3, let second = Self.integer(fields[0]), let value = Self.integer(fields[2]) else {
                throw StationError(
                    what: "\(name):\(index + 1): not a reading: \(line)",
                    cure: "write lines of time_s,parameter,value,unit"
                )
            }
            if let frame, second != frame { take(newest, at: frame) }
            frame = second
            endSecond = max(endSecond, second)
            if value == 0 {
                noReadingCount += 1
            } else {
                newest[String(fields[1])] = (second, value)
            }
        }
        if let frame { take(newest, at: frame) }
    }

    /// Makes a set of a frame that holds a new cuff measurement.
    private mutating func take(_ newest: [String: (second: Int, value: Int)], at second: Int) {
        func value(_ names: [String]) -> Int? {
            for name in names {
                if let found = newest[name], second - found.second <= Self.maximumAgeSeconds { return found.value }
            }
            return nil
        }
        guard let systolic = newest["NIBP_SYS"], let diastolic = newest["NIBP_DIA"], systolic.second == second,
            diastolic.second == second
        else { return }
        var readings: [Parameter: Reading] = [
            .systolicMmHg: .value(systolic.value), .diastolicMmHg: .value(diastolic.value),
        ]
        if let rate = value(["HR", "PR"]) { readings[.heartRatePerMin] = .value(rate) }
        if let spo2 = value(["SPO2"]) { readings[.spo2Percent] = .value(spo2) }
        if let rate = value(["RR"]) { readings[.respiratoryRatePerMin] = .value(rate) }
        if let last = sets.last, second - last.second < Self.staleSeconds,
            last.vitals[.systolicMmHg] == readings[.systolicMmHg],
            last.vitals[.diastolicMmHg] == readings[.diastolicMmHg]
        {
            return
        }
        sets.append(Measurement(second: second, vitals: Vitals(readings)))
    }

    /// A decimal rounded to the nearest whole; nil for anything else.
    private static func integer(_ text: Substring) -> Int? {
        let value = Double(String(text.filter { $0 != " " }))
        guard let value, value.isFinite, abs(value) < 1_000_000_000 else { return nil }
        return Int(value.rounded())
    }
}
