// swift-tools-version: 6.3
import PackageDescription

/// The targets stand in the order data flows: a key press is a line down this list.
let package = Package(
    name: "vigil",
    products: [
        .executable(name: "vigil", targets: ["vigil"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Pure: values in, values out. No clock, no disk, no screen.
        .target(name: "Session"),
        .target(name: "JSON"),
        .target(name: "Canvas"),
        .target(name: "Wording", dependencies: ["Session", "Canvas"]),
        .target(name: "Screens", dependencies: ["Session", "Canvas", "Wording"]),

        // Edges: one outside thing each.
        .target(name: "Streams", dependencies: ["Canvas"]),
        .target(name: "EventLog", dependencies: ["CPlatform", "CNettle"]),
        .target(name: "Journal", dependencies: ["Session", "EventLog", "JSON", "CCommit"]),
        .target(
            name: "Settings",
            dependencies: ["Session", "Canvas", yams],
            resources: [
                .embedInCode("Protocols/iv-mood-0.5.yaml"),
                .embedInCode("../../Themes/vigil-dark.yaml"),
                .embedInCode("../../Themes/vigil-light.yaml"),
            ]
        ),
        .target(
            name: "Station",
            dependencies: [
                "Session", "Canvas", "Wording", "Screens", "Streams", "EventLog", "Journal", "Settings",
                "CPlatform",
            ]
        ),
        .target(
            name: "Simulation",
            dependencies: [
                "Station", "Session", "Wording", "Screens", "Streams", "EventLog", "Journal", "Settings",
            ]
        ),
        .target(name: "Console", dependencies: ["Canvas", "Streams", "Settings", "CNcurses", "CPlatform"]),
        .target(
            name: "Commands",
            dependencies: [
                "Session", "Canvas", "Wording", "Screens", "Streams", "EventLog", "Journal", "JSON", "Settings",
                "Station", "Simulation", "Console", "CPlatform", argumentParser,
            ]
        ),
        .executableTarget(name: "vigil", dependencies: ["Commands"]),

        // C: what Swift cannot import or read.
        .target(name: "CCommit"),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .target(name: "CPlatform"),

        // Tests.
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
        .target(
            name: "TestSupport",
            dependencies: ["EventLog", "Session", "Canvas", "CPlatform", "CVTerm"],
            path: "Tests/TestSupport"
        ),
        .executableTarget(
            name: "console-probe",
            dependencies: ["Console", "Canvas", "Settings", "TestSupport"],
            path: "Tests/ConsoleProbe"
        ),
        .executableTarget(
            name: "vigil-faulty",
            dependencies: ["Commands", "EventLog"],
            path: "Tests/VigilFaulty"
        ),
        .testTarget(name: "SessionTests", dependencies: ["Session", "TestSupport"]),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Session"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "CPlatform", "TestSupport"]),
        .testTarget(
            name: "ScreensTests",
            dependencies: ["Screens", "Wording", "Session", "Canvas", "TestSupport"],
            exclude: ["Golden/Frames"]
        ),
        .testTarget(name: "EventLogTests", dependencies: ["EventLog", "TestSupport"]),
        .testTarget(
            name: "JournalTests",
            dependencies: ["Journal", "Session", "EventLog", "JSON", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(name: "SettingsTests", dependencies: ["Settings", "Session", "Canvas", "TestSupport"]),
        .testTarget(
            name: "StationTests",
            dependencies: ["Station", "Session", "Screens", "Canvas", "Journal", "EventLog", "Settings", "TestSupport"]
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation", "Station", "Session", "Journal", "EventLog", "Settings", "TestSupport"]
        ),
        .testTarget(
            name: "ConsoleTests",
            dependencies: ["Console", "console-probe", "Canvas", "Settings", "TestSupport"]
        ),
        .testTarget(
            name: "VigilTests",
            dependencies: ["vigil", "vigil-faulty", "TestSupport", "EventLog", "Journal", "Session", "Canvas"],
            exclude: ["GoldenHome/Homes"]
        ),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)

var argumentParser: Target.Dependency { .product(name: "ArgumentParser", package: "swift-argument-parser") }
var yams: Target.Dependency { .product(name: "Yams", package: "Yams") }

// The benchmarks measure; they are no part of a build unless asked for.
if Context.environment["VIGIL_BENCHMARKS"] != nil {
    package.targets += [
        .systemLibrary(name: "CSQLite", path: "Tests/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "vigil-benchmarks",
            dependencies: [
                "EventLog", "Session", "Journal", "Settings", "Canvas", "Screens", "TestSupport", "CPlatform",
                "CNettle", "CSQLite",
            ],
            path: "Tests/Benchmarks"
        ),
    ]
}

// The thread sanitizer is asked about the targets where threads meet; nothing else is built for it.
if Context.environment["VIGIL_SANITIZED"] != nil {
    package.products = []
    package.targets.removeAll { target in
        target.type == .executable
            || target.type == .test && !["EventLogTests", "StationTests"].contains(target.name)
    }
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .treatAllWarnings(as: .error),
    ]
}
