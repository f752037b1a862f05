package import Session

/// Reads protocol files: every limit, interval, checklist item and reason of a kind of session.
package enum ProtocolFile {
    /// The protocols that come with the program; examples that no medical director has approved.
    package static var shipped: [(name: String, bytes: [UInt8])] {
        [(name: "iv-mood-0.5.yaml", bytes: PackageResources.iv_mood_0_5_yaml)]
    }

    /// The format of files written for this program; <doc:ProtocolFormats> says what each one brought.
    package static let format = 3

    /// Reads a protocol as a person wrote it, for new sessions; throws everything that is wrong with it.
    package static func read(bytes: [UInt8], name: String) throws(SettingsProblems) -> InfusionProtocol {
        try YamlReader.read(bytes, name: name, as: rules)
    }

    /// Reads the copy that a session keeps, of any format there ever was.
    package static func readKept(bytes: [UInt8]) throws(SettingsProblems) -> InfusionProtocol {
        try YamlReader.read(bytes, name: "the protocol kept with the session", reading: .kept, as: rules)
    }

    /// Reads the file at `path` and tells what holds in it, or all that is wrong with it.
    package static func check(_ path: String) -> ProtocolReport {
        do throws(SettingsProblems) {
            let rules = try read(bytes: SettingsFile.read(path), name: path)
            return ProtocolReport(name: path, rules: rules, problems: [])
        } catch {
            return ProtocolReport(name: path, rules: nil, problems: error.problems)
        }
    }

    /// The whole file; each block is compared with those above it only where they are sound.
    static func rules(_ root: YamlMapping) -> InfusionProtocol {
        readFormat(root)
        let identity = identity(root)
        let dose = root.mapping("dose", dose)
        let entry = root.mapping("entry", entry)
        let ranges = root.isSound ? entry.ranges : nil
        let dischargeList = checklist(root.node("dischargeList"), isScreening: false)
        let dischargeIDs = root.isSound ? dischargeList.map(\.id) : nil
        let limits = root.mapping("alarms") { alarms($0, ranges: ranges) }
        return InfusionProtocol(
            id: identity.id,
            version: identity.version,
            title: identity.title,
            status: identity.status,
            approvedBy: identity.approvedBy,
            approvedOn: identity.approvedOn,
            dose: dose,
            ranges: entry.ranges,
            weight: entry.weight,
            pulsePressureSoft: entry.pulsePressure,
            meanPressureSoft: entry.meanPressure,
            limits: limits,
            relativePressure: root.mapping("relativeToBaseline", relative),
            alarmEnds: root.mapping(since: 3, "alarmEnds", alarmEnds),
            goAhead: root.mapping(since: 3, "goAheadLimits", goAhead),
            baseline: root.mapping("baseline") { baseline($0, ranges: ranges) },
            schedule: root.mapping("schedule", schedule),
            gates: root.mapping("gates", gates),
            discharge: root.mapping("discharge", discharge),
            screening: checklist(root.node("screening"), isScreening: true, discharge: dischargeIDs),
            dischargeList: dischargeList,
            quickNotes: quickNotes(root.node("quickNotes")),
            reasons: root.mapping("reasons", reasons),
            drugBalance: root.mapping("drugBalance", drugBalance)
        )
    }

    /// Takes the file's format; one of a later version is refused, since nobody here knows what its keys mean.
    ///
    /// The first files knew no formats: they are of format 1.
    private static func readFormat(_ root: YamlMapping) {
        guard let node = root.optional("format") else {
            root.format = 1
            root.node("id").check(
                false,
                "the file is of format 1, which does not say so",
                cure: "write format: \(format) above this line, then check the file again for what came with it"
            )
            return
        }
        let wasSound = root.isSound
        root.format = node.int(in: 1...1000)
        // What is no number says so already.
        guard root.isSound == wasSound else { return }
        if root.format > format {
            node.refuse(
                "the file is of format \(root.format), this program knows formats up to \(format)",
                cure: "use the version of vigil it was written for, or a later one"
            )
        }
        node.check(
            root.format >= format,
            "the file is of format \(root.format)",
            cure: "write format: \(format), then check the file again for what came with it"
        )
    }
}
