/// The times at which vitals (or dissociation) are due, and which of them were met.
///
/// Slots lie on a grid, and their windows tile: each begins half an interval before its time and ends where the next
/// begins, so that no early set counts twice. A pause does not stop the grid. Nothing here is of high priority: the
/// clock of charting is not the patient.
package struct VitalsGrid: Hashable, Sendable {
    /// A time on the grid; all in session time.
    package struct Slot: Hashable, Sendable {
        package var dueMicros: Int64
        /// Since the slot before, or the dose start.
        package var intervalMicros: Int64
        package var opensMicros: Int64
        /// Where the next slot opens; a slot without an entry is missed from here on.
        package var closesMicros: Int64
        package var lateMicros: Int64
        /// Asked for by the protocol at this very time (the peak), whatever the interval.
        package var isMandatory: Bool

        package func holds(_ micros: Int64) -> Bool { opensMicros <= micros && micros < closesMicros }
    }

    /// A set with a blood pressure, or a dissociation note.
    package struct Entry: Hashable, Sendable {
        package var sessionMicros: Int64
        /// Whether it lets the intervals of recovery grow.
        package var isStable: Bool

        package init(sessionMicros: Int64, isStable: Bool) {
            self.sessionMicros = sessionMicros
            self.isStable = isStable
        }
    }

    /// How many slots have closed so far, and what became of them.
    package struct Statistics: Hashable, Sendable {
        package var closed = 0
        package var taken = 0
        /// Taken, but only after the late mark.
        package var takenLate = 0
        package var missed = 0

        package init(closed: Int = 0, taken: Int = 0, takenLate: Int = 0, missed: Int = 0) {
            self.closed = closed
            self.taken = taken
            self.takenLate = takenLate
            self.missed = missed
        }
    }

    /// The larger of a time and a share of the interval.
    struct Margin: Hashable, Sendable {
        var minutes: Int
        var percent: Int

        func micros(of interval: Int64) -> Int64 {
            max(Int64(minutes) * Micros.perMinute, interval / 100 * Int64(percent))
        }
    }

    /// The slots up to some way past `nowMicros`.
    package let slots: [Slot]
    /// When the newest of what was entered up to `nowMicros` was observed.
    let newestMicros: Int64?
    let nowMicros: Int64
}

extension VitalsGrid {
    /// What is due next, and how it stands: the first slot after the one that the newest entry belongs to.
    ///
    /// A slot that passed without an entry stays late until something is entered; then the next one counts, and what
    /// was missed is a figure in the statistics. Overdue is no slot's: it is how old the newest values are. Nil where
    /// nothing is due any more.
    package var next: Due? {
        let held = newestMicros.flatMap { newest in slots.lastIndex { $0.opensMicros <= newest } }
        let index = held.map { $0 + 1 } ?? 0
        guard slots.indices.contains(index) else { return nil }
        let slot = slots[index]
        return Due(atSessionMicros: slot.dueMicros, state: state(of: slot))
    }

    private func state(of slot: Slot) -> Due.State {
        if nowMicros >= slot.lateMicros { return .late }
        return nowMicros >= slot.dueMicros ? .due : .notYet
    }

    /// What became of the slots by what was entered.
    package func statistics(of sets: [Entry]) -> Statistics {
        let entries = Self.known(sets, at: nowMicros)
        var result = Statistics()
        for slot in slots where slot.closesMicros <= nowMicros {
            result.closed += 1
            guard let first = entries.first(where: { slot.holds($0.sessionMicros) }) else {
                result.missed += 1
                continue
            }
            result.taken += 1
            if first.sessionMicros >= slot.lateMicros { result.takenLate += 1 }
        }
        return result
    }

    /// Whether a set lets the intervals of recovery grow: its pressure is back.
    package static func isStable(_ vitals: Vitals, baseline: Vitals?, rules: DischargeRules) -> Bool {
        guard let systolic = vitals.value(.systolicMmHg), let diastolic = vitals.value(.diastolicMmHg) else {
            return false
        }
        return rules.isBack(systolic: systolic, diastolic: diastolic, baseline: baseline)
    }
}
