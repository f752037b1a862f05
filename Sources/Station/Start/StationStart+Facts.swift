import EventLog
import Glibc
import Journal
import Screens
import Session
import Settings

extension StationStart {
    /// What the station is, from its files and its staff log.
    func facts(_ files: StationFiles, _ found: StartFindings, at now: ClockReading) -> StationFacts {
        let (configuration, staff) = (files.configuration, found.staff)
        let choices = files.library.entries.map { entry in
            ProtocolChoice(rules: entry.rules, sha256: LogHash(of: entry.bytes).hex)
        }
        let first = configuration?.protocolName
        return StationFacts(
            name: configuration?.name ?? "",
            chairs: configuration?.chairs ?? [],
            zone: zone?.offsets ?? LocalZone.offsets(aroundUTC: now.utcMicros),
            zoneName: zone?.name ?? LocalZone.name,
            staff: staff,
            protocols: choices.filter { $0.rules.id == first } + choices.filter { $0.rules.id != first },
            drawsASCII: configuration?.ascii ?? false,
            reducedMotion: configuration?.reducedMotion ?? false,
            isSimulated: isSimulated,
            // Where the staff is lost somebody new is added; the station has its name and its chairs.
            isConfigured: configuration != nil && (found.memory.isStaffKnown || staff.contains(where: \.isActive))
        )
    }

    /// Where the clinic's own protocols lie; nil without a home directory.
    package static func userProtocolDirectory() -> String? {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return ProtocolLibrary.directory(configHome: variable("XDG_CONFIG_HOME"), userHome: variable("HOME"))
    }
}
