import Session
import TestSupport
import Testing

@Suite struct `The grid of vitals` {
    private let schedule = sampleProtocol().schedule

    private static func at(_ minutes: Int64, _ seconds: Int64 = 0) -> Int64 {
        minutes * Micros.perMinute + seconds * Micros.perSecond
    }

    private func grid(
        end: Int64? = nil,
        sets: [(minute: Int64, isStable: Bool)] = [],
        now: Int64,
        start: Int64 = 0
    ) -> VitalsGrid {
        VitalsGrid(
            schedule: schedule,
            doseStartMicros: start,
            doseEndMicros: end.map { Self.at($0) },
            sets: sets.map { .init(sessionMicros: Self.at($0.minute), isStable: $0.isStable) },
            nowMicros: Self.at(now)
        )
    }

    private func minutes(_ grid: VitalsGrid) -> [Int64] { grid.slots.map { $0.dueMicros / Micros.perMinute } }

    @Test(
        arguments: [
            (0, 10, Due.State.notYet), (599, 10, .notYet), (600, 10, .due), (779, 10, .due), (780, 10, .late),
            (1201, 10, .late),
        ] as [(Int64, Int64, Due.State)]
    )
    func `goes from not yet to due and late`(second: Int64, due: Int64, state: Due.State) {
        let grid = VitalsGrid(
            schedule: schedule,
            doseStartMicros: 0,
            doseEndMicros: nil,
            sets: [],
            nowMicros: second * Micros.perSecond
        )
        #expect(grid.next == Due(atSessionMicros: Self.at(due), state: state))
    }

    @Test(
        arguments: [
            // minute of the only set, and what is due after it: the window of 10 is 5 to 15.
            (4, 10), (5, 20), (10, 20), (14, 20), (15, 30), (24, 30), (25, 40),
        ] as [(Int64, Int64)]
    )
    func `lets a set count for one slot alone`(minute: Int64, due: Int64) {
        let grid = grid(sets: [(minute, true)], now: minute)
        #expect(grid.next?.atSessionMicros == Self.at(due))
    }

    @Test func `counts a baseline before the start for no slot, and its age from the start`() {
        let grid = grid(sets: [(0, true)], now: 25, start: Self.at(20))
        #expect(grid.next == Due(atSessionMicros: Self.at(30), state: .notYet))
    }

    @Test func `keeps the forty minute set, also after an early end`() {
        let early = grid(end: 23, now: 30)
        #expect(Array(minutes(early).prefix(5)) == [10, 20, 40, 53, 68])
        #expect(early.slots.first { $0.isMandatory }?.dueMicros == Self.at(40))
        #expect(Array(minutes(grid(end: 41, now: 42)).prefix(6)) == [10, 20, 30, 40, 56, 71])
    }

    @Test func `does not stop for a pause`() {
        #expect(Array(minutes(grid(now: 65)).prefix(7)) == [10, 20, 30, 40, 50, 60, 70])
    }

    @Test func `grows its interval in recovery after two stable sets, and shrinks it again`() {
        let stable: [(Int64, Bool)] = [(10, true), (20, true), (30, true), (40, true), (55, true), (70, true)]
        func recovery(_ sets: [(Int64, Bool)], now: Int64) -> [Int64] {
            minutes(grid(end: 40, sets: sets.map { (minute: $0.0, isStable: $0.1) }, now: now)).filter { $0 > 40 }
        }
        #expect(Array(recovery(Array(stable.prefix(4)), now: 41).prefix(3)) == [55, 70, 85])
        #expect(Array(recovery(stable, now: 71).prefix(3)) == [55, 70, 100])
        #expect(
            Array(recovery(Array(stable.prefix(4)) + [(55, true), (70, false), (85, true)], now: 86).prefix(4)) == [
                55, 70, 85, 100,
            ]
        )
        #expect(Array(recovery(stable + [(100, false)], now: 101).prefix(4)) == [55, 70, 100, 115])
        #expect(
            Array(recovery(stable + [(100, false), (115, true), (130, true)], now: 131).prefix(6)) == [
                55, 70, 100, 115, 130, 160,
            ]
        )
    }

    @Test func `counts what was taken, late and missed`() {
        let sets: [(Int64, Bool)] = [(9, true), (24, true), (31, true), (32, true)]
        let found = grid(sets: sets.map { (minute: $0.0, isStable: $0.1) }, now: 46)
        let taken = sets.map { VitalsGrid.Entry(sessionMicros: Self.at($0.0), isStable: $0.1) }
        #expect(found.statistics(of: taken) == .init(closed: 4, taken: 3, takenLate: 1, missed: 1))
        #expect(found.next?.state == .late)
        #expect(found.next?.atSessionMicros == Self.at(40))
    }

    @Test func `knows nothing of sets that are still to come`() {
        #expect(grid(sets: [(10, true), (20, true)], now: 12).next?.atSessionMicros == Self.at(20))
    }

    @Test func `asks for dissociation at its times`() {
        func next(_ notes: [Int64], end: Int64?, now: Int64) -> Due? {
            VitalsGrid.dissociation(
                schedule: schedule,
                doseStartMicros: 0,
                doseEndMicros: end.map { Self.at($0) },
                newestMicros: notes.filter { $0 <= now }.max().map { Self.at($0) },
                nowMicros: Self.at(now)
            ).next
        }
        #expect(next([], end: nil, now: 5) == Due(atSessionMicros: Self.at(20), state: .notYet))
        #expect(next([], end: nil, now: 21) == Due(atSessionMicros: Self.at(20), state: .due))
        #expect(next([], end: nil, now: 100) == Due(atSessionMicros: Self.at(20), state: .late))
        #expect(next([5], end: nil, now: 21)?.atSessionMicros == Self.at(20))
        #expect(next([19], end: nil, now: 21)?.atSessionMicros == Self.at(40))
        #expect(next([19, 41], end: nil, now: 42) == nil)
        #expect(next([19, 41], end: 41, now: 42) == Due(atSessionMicros: Self.at(71), state: .notYet))
        #expect(next([19, 41, 71], end: 41, now: 72) == nil)
    }

    @Test(arguments: [
        (159, 99, 140, 90, true), (160, 85, 140, 85, false), (150, 100, 140, 90, false), (139, 89, 100, 60, true),
        (144, 85, 120, 80, true), (145, 85, 120, 80, false), (142, 96, 120, 80, true), (142, 97, 120, 80, false),
        (96, 64, 120, 80, true),
    ])
    func `knows a stable set`(systolic: Int, diastolic: Int, baseSystolic: Int, baseDiastolic: Int, isStable: Bool) {
        let vitals = Vitals([.systolicMmHg: .value(systolic), .diastolicMmHg: .value(diastolic)])
        let baseline = Vitals([.systolicMmHg: .value(baseSystolic), .diastolicMmHg: .value(baseDiastolic)])
        #expect(VitalsGrid.isStable(vitals, baseline: baseline, rules: sampleProtocol().discharge) == isStable)
    }

    @Test func `calls nothing stable that was not measured`() {
        let vitals = Vitals([.systolicMmHg: .unmeasurable(.noReading), .diastolicMmHg: .value(80)])
        #expect(!VitalsGrid.isStable(vitals, baseline: nil, rules: sampleProtocol().discharge))
    }

    @Test func `tiles: each time belongs to one slot`() {
        var random = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<300 {
            let now = Int64.random(in: 0...300, using: &random)
            let end = Bool.random(using: &random) ? Int64.random(in: 1...max(1, now), using: &random) : nil
            let sets = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                (minute: Int64.random(in: 0...300, using: &random), isStable: Bool.random(using: &random))
            }
            let grid = grid(end: end, sets: sets, now: now)
            let seed = "seed \(SeededRandom.runSeed): end \(String(describing: end)) now \(now) \(sets)"
            for (slot, next) in zip(grid.slots, grid.slots.dropFirst()) {
                #expect(slot.closesMicros == next.opensMicros, "\(seed)")
                #expect(slot.opensMicros < slot.dueMicros && slot.dueMicros < slot.closesMicros, "\(seed)")
            }
            let known = sets.filter { $0.minute <= now }
            for set in known {
                let holding = grid.slots.filter { $0.holds(Self.at(set.minute)) }
                let isBeforeAll = Self.at(set.minute) < grid.slots[0].opensMicros
                #expect(holding.count == (isBeforeAll ? 0 : 1), "\(seed)")
            }
            let statistics = grid.statistics(
                of: sets.map { VitalsGrid.Entry(sessionMicros: Self.at($0.minute), isStable: $0.isStable) }
            )
            #expect(statistics.taken + statistics.missed == statistics.closed, "\(seed)")
            #expect(statistics.taken <= known.count, "\(seed)")
            #expect(grid.next != nil, "\(seed)")
        }
    }
}
