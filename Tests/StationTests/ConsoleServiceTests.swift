import Canvas
import Glibc
import Session
import Station
import TestSupport
import Testing

@Suite struct `A station's socket` {
    private func console(_ bench: LoopBench, smallBuffer: Bool = false) throws -> TestConsole {
        let console = try TestConsole(bench.home, smallBuffer: smallBuffer)
        console.sayHello()
        try #require(
            bench.turn {
                console.read()
                return console.frame != nil
            }
        )
        return console
    }

    @Test func `is its owner's alone`() throws {
        let bench = try LoopBench()
        var status = stat()
        #expect(stat(bench.home.socketPath, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(stat(bench.home.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
    }

    @Test func `sends nothing while nothing changes`() throws {
        let bench = try LoopBench()
        _ = try bench.checkIn()
        let console = try console(bench)
        let id = try #require(bench.loop.station.consoleIDs.first)
        let before = console.bytesReceived

        for _ in 0..<5 {
            bench.loop.apply(.ticked)
            #expect(bench.loop.station.mustDraw(id))
            bench.loop.step(atMostMilliseconds: 0)
            #expect(!bench.loop.station.mustDraw(id), "it was drawn")
        }

        // What is sent arrives in order: before the good-bye there was nothing.
        bench.loop.apply(.mail(.stop))
        _ = bench.loop.end()
        console.read()
        let goodbye = WireFromStation.goodbye(reason: try #require(console.goodbye))
        #expect(console.bytesReceived - before == goodbye.encoded.count)
    }

    @Test func `shows one console what another recorded`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        let (first, second) = (try console(bench), try console(bench))
        try bench.startInfusing(id)
        bench.give(.recordVitals(sampleVitals(151, 93), observedAtMicros: nil), to: id)
        for console in [first, second] {
            let isShown = bench.turn {
                console.read()
                return console.text.contains("151/93")
            }
            #expect(isShown)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF, 0x00], [0, 0, 0, 1, 99], Array("GET / HTTP/1.1\r\n\r\n".utf8), [0, 0, 0, 0],
        ] as [[UInt8]]
    )
    func `ends a console that sends garbage, and no other`(garbage: [UInt8]) throws {
        let bench = try LoopBench()
        let (good, bad) = (try console(bench), try console(bench))
        bad.send(bytes: garbage)
        let isEnded = bench.turn {
            bad.read()
            return bad.isEnded
        }
        #expect(isEnded)
        #expect(bad.goodbye?.isEmpty == false)
        good.press(.character("?"))
        let before = good.frame
        let isServed = bench.turn {
            good.read()
            return good.frame != before
        }
        #expect(isServed)
        #expect(!good.isEnded)
    }

    @Test func `ends a console that does not say hello first`() throws {
        let bench = try LoopBench()
        let console = try TestConsole(bench.home)
        console.press(.enter)
        let isEnded = bench.turn {
            console.read()
            return console.isEnded
        }
        #expect(isEnded)
        #expect(console.frame == nil)
    }

    @Test func `sends a console that does not read only the newest picture when it does`() throws {
        let bench = try LoopBench()
        // The first console is shown the patient who is checked in, the other one the Board.
        let (quick, slow) = (try console(bench), try console(bench, smallBuffer: true))
        let before = slow.bytesReceived
        for turn in 0..<2000 {
            slow.press(turn % 2 == 0 ? .character("?") : .escape)
            bench.loop.step(atMostMilliseconds: 0)
            quick.read()
        }
        // A picture that none before it was.
        _ = try bench.checkIn()
        let isCaughtUp = bench.turn {
            slow.read()
            return slow.text.contains("Sample, Ada")
        }
        #expect(isCaughtUp, "\(slow.text)")
        // Two thousand pictures would be over a megabyte; what a socket holds and one picture more is not.
        #expect(slow.bytesReceived - before < 500_000)
        #expect(!slow.isEnded)
    }

    @Test func `says good-bye to every console when it is told to end`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        let console = try console(bench)
        bench.give(.recordNote("last words", observedAtMicros: nil), to: id)
        bench.loop.apply(.mail(.stop))
        #expect(bench.loop.end() == 0)
        console.read()
        #expect(console.goodbye != nil)
        #expect(console.isEnded)
        #expect(access(bench.home.socketPath, F_OK) != 0, "the socket is gone")
    }
}
