import Canvas
package import Session

/// How times, doses and values are said on every screen.
///
/// Ages are said in words, so that they cannot be taken for a clock; m:ss is for countdowns and elapsed times only.
package enum Words {
    /// How old something is: `41 s`, `2 min`, `1 h 05 min`, `3 d`; never negative.
    package static func age(_ micros: Int64) -> String {
        let seconds = max(0, micros) / Micros.perSecond
        if seconds < 60 { return "\(seconds) s" }
        let minutes = Int(seconds / 60)
        if minutes < 60 { return "\(minutes) min" }
        if minutes < 48 * 60 { return "\(minutes / 60) h \(CivilDate.padded(minutes % 60, 2)) min" }
        return "\(minutes / 1440) d"
    }

    /// How old something is where there is little room: `41 s`, `87 min`, `17 h`; never clipped, never a clock.
    package static func minutes(_ micros: Int64) -> String {
        let minutes = Int(max(0, micros) / Micros.perMinute)
        if minutes < 1 || minutes >= 48 * 60 { return age(micros) }
        return minutes < 600 ? "\(minutes) min" : "\(minutes / 60) h"
    }

    /// How old something is where every cell counts: `41s`, `70m`, `17h`, `3d`.
    package static func shortAge(_ micros: Int64) -> String {
        let words = minutes(micros).split(separator: " ")
        return words.map { $0 == "min" ? "m" : String($0) }.joined()
    }

    /// A countdown or an elapsed time: `2:46`, `40:00`, `1:02:46`; a negative one stands at `0:00`.
    ///
    /// Time to go is rounded up, so that `0:00` is never shown too early; pass `roundingUp: false` for elapsed time.
    package static func countdown(_ micros: Int64, roundingUp: Bool = true) -> String {
        let slack = roundingUp ? Micros.perSecond - 1 : 0
        let seconds = Int((max(0, micros) + slack) / Micros.perSecond)
        let tail = CivilDate.padded(seconds % 60, 2)
        if seconds < 3600 { return "\(seconds / 60):\(tail)" }
        return "\(seconds / 3600):\(CivilDate.padded(seconds / 60 % 60, 2)):\(tail)"
    }

    /// Time to go: `2:46` in its last ten minutes, before that in whole minutes, `13 min`, so that a screen stays calm.
    package static func remaining(_ micros: Int64) -> String {
        if micros < 10 * Micros.perMinute { return countdown(micros) }
        return age(micros + Micros.perMinute - 1)
    }

    /// A time that has gone by: `27:14`.
    package static func elapsed(_ micros: Int64) -> String { countdown(micros, roundingUp: false) }

    /// The local time of day, for times that are near now or whose date stands beside them: `14:05`.
    package static func clock(_ utcMicros: Int64, _ zone: ZoneOffsets) -> String { zone.local(utcMicros).clock }

    /// The local time of an entry: `14:05`, on another day than that of `now` with its date, `21 Nov 14:05`.
    package static func clock(_ utcMicros: Int64, _ zone: ZoneOffsets, seenFrom now: Int64) -> String {
        zone.clock(utcMicros, seenFrom: now)
    }

    /// The local time of day with its seconds: `14:05:09`.
    package static func clockWithSeconds(_ utcMicros: Int64, _ zone: ZoneOffsets) -> String {
        zone.local(utcMicros).clockWithSeconds
    }

    /// The local day and time: `2026-11-21 14:05`.
    package static func dayAndClock(_ utcMicros: Int64, _ zone: ZoneOffsets) -> String {
        let local = zone.local(utcMicros)
        return "\(local.date.text) \(local.clock)"
    }

    /// Milligrams with one decimal: `20.4 mg`.
    package static func milligrams(_ micrograms: Int) -> String { "\(tenths(micrograms, per: 1000)) mg" }

    /// A volume by the clock's calculation: to a tenth of a milligram of the drug on the pump, as doses are said.
    package static func calculated(_ nanoliters: Int, _ session: Session) -> String {
        guard let concentration = session.pump?.concentrationMicrogramsPerMilliliter else {
            return DoseArithmetic.milliliters(nanoliters)
        }
        return DoseArithmetic.milliliters(
            nanoliters,
            concentrationMicrogramsPerMilliliter: concentration,
            toMicrograms: 100
        )
    }

    /// A patient's weight in both units, since either may be on the nurse's mind: `80 kg (176.4 lb)`.
    package static func weight(_ patient: Patient) -> String {
        let weight = patient.weight
        return "\(DoseArithmetic.kilograms(weight.grams)) (\(weight.pounds))"
    }

    /// A number of thousandths and so on with one decimal, rounded half up.
    package static func tenths(_ value: Int, per unit: Int) -> String {
        let rounded = (abs(value) * 10 + unit / 2) / unit
        return "\(value < 0 && rounded > 0 ? "-" : "")\(rounded / 10).\(rounded % 10)"
    }

    /// Text without the characters that are never drawn; line breaks become spaces.
    package static func clean(_ text: String) -> String { PlainText.line(text) }
}
