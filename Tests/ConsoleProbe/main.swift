// A program of console and stand-in station, so that tests can start, crash and restart both.
//
//     console-probe                 a console on the station in VIGIL_HOME
//     console-probe serve           a station that shows its process id; "q" says goodbye, "d" dies without a word
//     console-probe refuse          a station that ends at once, with words on standard error

import Canvas
import Console
import Glibc
import Settings
import TestSupport

let home = getenv("VIGIL_HOME").map { String(cString: $0) } ?? "/nowhere"
let role = CommandLine.arguments.dropFirst().first ?? "console"

switch role {
case "serve": serve(home)
case "refuse":
    fputs("vigil: the disk is full: make room\n", stderr())
    exit(1)
default: runConsole(home)
}

nonisolated func runConsole(_ home: String) -> Never {
    CrashGuard.prepare(home: home)
    signal(SIGUSR2, trapForTest)
    let stationRole = getenv("PROBE_STATION").map { String(cString: $0) } ?? "serve"
    let name = getenv("PROBE_THEME").map { String(cString: $0) } ?? "dark"
    let configuration = ConsoleConfiguration(
        home: home,
        stationArguments: [stationRole],
        theme: Theme.shipped(named: name) ?? Theme.dark
    )
    exit(Console.run(configuration))
}

nonisolated func serve(_ home: String) -> Never {
    let station = StandInStation(home: home)
    var greeted = 0
    while true {
        station.step(waitMillis: 500)
        // A test that was broken off leaves no station behind: its folder goes, and this goes with it.
        if access(home + "/socket", F_OK) != 0 { exit(0) }
        if station.connections > greeted, let hello = station.hello {
            greeted = station.connections
            var frame = Frame(size: hello.size)
            frame.put("STATION \(getpid())", x: 0, y: 0)
            station.show(frame)
        }
        if station.keys.last == .character("q") {
            station.send(.goodbye(reason: "The day is over."))
            exit(0)
        }
        if station.keys.last == .character("d") { exit(9) }
    }
}

/// Breaks the program the way a wrong index does.
nonisolated func trapForTest(_ signal: Int32) {
    let none: [Int32] = []
    _ = none[Int(signal)]
}

nonisolated func stderr() -> UnsafeMutablePointer<FILE>? {
    fdopen(2, "w")
}
