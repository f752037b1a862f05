import Journal
import Session
import Testing

@Suite struct `Session time` {
    /// Readings in the order of a log, in seconds, and the session second each stands for.
    struct Course: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let readings: [(boot: String, bootSeconds: Int64, utcSeconds: Int64, sessionSeconds: Int64)]
    }

    static let courses = [
        Course(
            testDescription: "an ordinary hour",
            readings: [("a", 100, 1000, 0), ("a", 130, 1030, 30), ("a", 3700, 4600, 3600)]
        ),
        Course(
            testDescription: "the wall clock set back by an hour",
            readings: [("a", 100, 10_000, 0), ("a", 160, 6460, 60), ("a", 220, 6520, 120)]
        ),
        Course(
            testDescription: "the wall clock set on by a day",
            readings: [("a", 100, 10_000, 0), ("a", 160, 96_460, 60)]
        ),
        Course(
            testDescription: "a suspend, through which the boot clock runs on",
            readings: [("a", 100, 1000, 0), ("a", 700, 1600, 600)]
        ),
        Course(
            testDescription: "a reboot, across which the wall clock counts",
            readings: [("a", 5000, 1000, 0), ("a", 5060, 1060, 60), ("b", 20, 1360, 360), ("b", 50, 1390, 390)]
        ),
        Course(
            testDescription: "a reboot with the wall clock set back",
            readings: [("a", 5000, 9000, 0), ("a", 5060, 9060, 60), ("b", 20, 8000, 60), ("b", 50, 8030, 90)]
        ),
        Course(
            testDescription: "two reboots",
            readings: [("a", 10, 100, 0), ("b", 5, 160, 60), ("a", 2, 220, 120), ("a", 12, 230, 130)]
        ),
        Course(
            testDescription: "a record written late within a boot",
            readings: [("a", 100, 1000, 0), ("a", 160, 1060, 60), ("a", 150, 1050, 60), ("a", 170, 1070, 70)]
        ),
    ]

    @Test(arguments: courses) func `follows the boot clock, and the wall clock across boots`(course: Course) throws {
        let first = try #require(course.readings.first)
        var clock = SessionClock(openedAt: reading(first.boot, first.bootSeconds, first.utcSeconds))
        for step in course.readings {
            let live = clock.moment(
                utcMicros: step.utcSeconds * Micros.perSecond,
                bootMicros: step.bootSeconds * Micros.perSecond,
                boot: step.boot
            )

            let recorded = clock.advance(to: reading(step.boot, step.bootSeconds, step.utcSeconds))

            #expect(recorded.sessionMicros == step.sessionSeconds * Micros.perSecond)
            #expect(recorded.utcMicros == step.utcSeconds * Micros.perSecond)
            #expect(live == recorded)
        }
    }

    @Test(arguments: courses) func `never goes back`(course: Course) throws {
        let first = try #require(course.readings.first)
        var clock = SessionClock(openedAt: reading(first.boot, first.bootSeconds, first.utcSeconds))
        var newest: Int64 = 0
        for step in course.readings {
            let moment = clock.advance(to: reading(step.boot, step.bootSeconds, step.utcSeconds))
            #expect(moment.sessionMicros >= newest)
            newest = moment.sessionMicros
        }
    }

    @Test func `gives back the boot clock of its own moments`() {
        var clock = SessionClock(openedAt: reading("a", 100, 1000))
        clock.advance(to: reading("b", 20, 2000))
        let moment = clock.moment(reading("b", 50, 1500))

        #expect(moment.sessionMicros == 1030 * Micros.perSecond)
        #expect(clock.bootMicros(at: moment) == 50 * Micros.perSecond)
    }

    private func reading(_ boot: String, _ bootSeconds: Int64, _ utcSeconds: Int64) -> ClockReading {
        ClockReading(
            boot: boot,
            bootMicros: bootSeconds * Micros.perSecond,
            utcMicros: utcSeconds * Micros.perSecond
        )
    }
}
