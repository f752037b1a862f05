import Glibc
import TestSupport
import Testing

/// The commands that prove, copy and mend, as a person gives them.
@Suite struct `The commands for the record` {
    private let clinic = Clinic()
    private let keyFile: String

    init() throws {
        let simulated = clinic.run(
            ["simulate", "--home", clinic.home, "--chairs", "2", "--sessions", "3", "--seed", "2"]
        )
        #expect(simulated.exitCode == 0, "\(simulated.complaint)")
        keyFile = clinic.scratch("kept-elsewhere.vkey")
        Clinic.write(clinic.run(["key"]).text, to: keyFile)
    }

    private var session: String { clinic.sessions[0] }

    private func harm(_ path: String, _ change: (inout [UInt8]) -> Void) {
        var bytes = Clinic.bytes(path)
        change(&bytes)
        chmod(path, 0o600)
        let file = fopen(path, "w")
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
    }

    @Test func `verify says 0 with a key kept elsewhere and 10 without, for one log and for all`() {
        for path in [clinic.home, session, session + "/000001.jsonl"] {
            #expect(clinic.run(["verify", path]).exitCode == 10)
            let anchored = clinic.run(["verify", path, "--key", keyFile])
            #expect(anchored.exitCode == 0, "\(anchored.text)")
            #expect(anchored.text.contains("intact and anchored"))
        }
        let stranger = clinic.scratch("none.vkey")
        Clinic.write("not a key\n", to: stranger)
        #expect(clinic.run(["verify", session, "--key", stranger]).exitCode == 1)
    }

    @Test func `log lists a range and a kind of events, and the same whether the log is whole or damaged`() {
        func lines(_ arguments: String...) -> [Substring] {
            clinic.run(["log", session, "--json"] + arguments).text.split(separator: "\n")
        }
        let all = lines()
        #expect(lines("--from", "3", "--to", "5").elementsEqual(all[3...5]))
        #expect(lines("--from", "\(all.count - 2)").elementsEqual(all.suffix(2)))
        let vitals = all.filter { $0.contains(#""k":"vitals.recorded""#) }
        #expect(!vitals.isEmpty && lines("--kind", "vitals.recorded").elementsEqual(vitals))
        harm(session + "/000001.jsonl") { $0[300] ^= 1 }
        #expect(lines("--from", "9", "--to", "12").count == 4, "what can be read of a damaged log is listed")
        #expect(clinic.run(["log", session, "--from", "3"]).exitCode == 64)
        #expect(clinic.run(["log", session, "--json", "--from", "3", "--to", "2"]).exitCode == 64)
    }

    @Test func `verify says 11 and where for damage, and 12 for what was altered`() {
        let log = session + "/000001.jsonl"
        let before = Clinic.bytes(log)
        harm(log) { $0[$0.count / 2] ^= 1 }
        let damaged = clinic.run(["verify", session, "--key", keyFile])
        #expect(damaged.exitCode == 11 && damaged.text.contains("\(log) bytes "), "\(damaged.text)")

        harm(log) { $0 = before }
        harm(session + "/seal.checkpoint") { seal in
            let text = String(decoding: seal, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            seal = Array(text.replacing(lines[2], with: "EX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=").utf8)
        }
        let forged = clinic.run(["verify", session, "--key", keyFile])
        #expect(forged.exitCode == 12, "\(forged.text)")

        Clinic.write("{\"hello\":1}\n", to: clinic.scratch("000001.jsonl"))
        let stranger = clinic.run(["verify", clinic.scratch("000001.jsonl")])
        #expect(stranger.exitCode == 1 && stranger.complaint.contains("left untouched"), "\(stranger.complaint)")
    }

    @Test func `prove hands out one event and nothing else of the session`() throws {
        let proof = clinic.scratch("event.tlog-proof")
        #expect(clinic.run(["prove", session, "3", "--output", proof]).exitCode == 0)

        let checked = clinic.run(["verify", proof, "--key", keyFile])
        #expect(checked.exitCode == 0 && checked.text.contains("\"e\":3,"), "\(checked.text)")
        #expect(!checked.text.contains("\"e\":2,"))
        #expect(clinic.run(["verify", proof]).exitCode == 10)
        let lines = Clinic.text(proof).split(separator: "\n")
        #expect(lines.first == "c2sp.org/tlog-proof@v1")

        harm(proof) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = Array(text.replacing("index 4", with: "index 5").utf8)
        }
        #expect(clinic.run(["verify", proof, "--key", keyFile]).exitCode == 12)
        let none = clinic.run(["prove", session, "9999"])
        #expect(none.exitCode == 1 && none.complaint.contains("vigil log lists them"), "\(none.complaint)")
    }

    @Test func `a proof under any name is one, and a folder without a log is named as that`() throws {
        let proof = clinic.scratch("event.txt")
        Clinic.write(clinic.run(["prove", session, "3"]).text, to: proof)
        let checked = clinic.run(["verify", proof, "--key", keyFile])
        #expect(checked.exitCode == 0 && checked.text.contains("\"e\":3,"), "\(checked.text)")

        let above = clinic.run(["prove", "\(session)/..", "3"])
        #expect(above.exitCode == 1 && above.complaint.contains("there is no log here"), "\(above.complaint)")
    }

    @Test func `a proof and a log steer no terminal, and are shown only for what they are`() throws {
        let proof = clinic.scratch("event.tlog-proof")
        #expect(clinic.run(["prove", session, "3", "--output", proof]).exitCode == 0)
        harm(proof) { bytes in
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            guard let at = lines.firstIndex(where: { $0.starts(with: Array("extra".utf8)) }) else { return }
            var changed = lines.map { Array($0) }
            // Base64 of an escape sequence and a verdict of its own.
            changed[at] = Array("extra G1s4bSBwcm92ZW4=".utf8)
            bytes = Array(changed.joined(separator: [UInt8(ascii: "\n")]))
        }
        let shown = clinic.run(["verify", proof, "--key", keyFile])
        #expect(shown.exitCode != 0 && !(shown.text + shown.complaint).contains("\u{1B}"), "\(shown.text)")
        #expect(!shown.text.contains("proven"))
    }

    @Test func `verify counts the gravest of all paths`() {
        let log = session + "/000001.jsonl"
        let lines = Clinic.text(log).split(separator: "\n", omittingEmptySubsequences: false)
        harm(log) { $0 = Array((lines[..<5] + lines[4...]).joined(separator: "\n").utf8) }
        let nowhere = clinic.scratch("nowhere")
        #expect(clinic.run(["verify", session, nowhere]).exitCode == 12)
        #expect(clinic.run(["verify", nowhere, session]).exitCode == 12)
        #expect(clinic.run(["verify", nowhere]).exitCode == 1)
        let shown = clinic.run(["log", session])
        #expect(shown.complaint.contains("not as it was sealed"), "\(shown.complaint)")
    }

    @Test func `staff and addendum go on from what the journal knows`() throws {
        #expect(clinic.run(["addendum", session, "Called", "--as", "n001"]).exitCode == 0)
        let addenda = session + "/addendum-000001.jsonl"
        let copy = clinic.scratch("copy")
        #expect(clinic.run(["backup", copy]).exitCode == 0)
        let before = Clinic.bytes(addenda)
        harm(addenda) { $0[$0.count - 150] ^= 1 }
        let verified = clinic.run(["verify", clinic.home])
        #expect(verified.exitCode == 11 && verified.text.contains(addenda), "\(verified.text)")
        #expect(clinic.run(["log", session]).complaint.contains("record 1 is lost"))
        let repaired = clinic.run(["repair", addenda, "--from", copy + addenda.dropFirst(clinic.home.count)])
        #expect(repaired.exitCode == 0, "\(repaired.complaint)")
        #expect(Clinic.bytes(addenda).starts(with: before))
        #expect(clinic.run(["verify", clinic.home]).exitCode == 10)

        let staff = clinic.home + "/staff/000001.jsonl"
        let added = clinic.run(["staff", "add", "Mei-Ling Chow", "--role", "nurse"])
        #expect(added.exitCode == 0, "\(added.complaint)")
        harm(staff) { $0.removeLast(300) }
        let refused = clinic.run(["staff", "add", "Mallory", "--role", "nurse"])
        #expect(refused.exitCode == 1 && refused.complaint.contains("vigil repair"), "\(refused.complaint)")
        #expect(clinic.run(["addendum", session, "of nothing", "--as", "n001", "--about", "9999"]).exitCode == 1)
    }

    @Test func `key keeps its private half to itself, and an old key's seals stay valid`() {
        let file = clinic.home + "/keys/station.key"
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(clinic.run(["key", "rotate"]).exitCode == 0)
        let all = clinic.run(["key", "--all"]).text.split(separator: "\n").map { String($0) }
        #expect(all.count == 2 && all[0] + "\n" == Clinic.text(keyFile))
        #expect(clinic.run(["verify", session, "--key", keyFile]).exitCode == 0)
        chmod(file, 0o640)
        let open = clinic.run(["key"])
        #expect(open.exitCode == 1 && open.complaint.contains("chmod 600"), "\(open.complaint)")
    }

    @Test func `backup, restore and repair bring back what was lost, and overwrite nothing`() throws {
        let copy = clinic.scratch("copy")
        let made = clinic.run(["backup", copy])
        #expect(made.exitCode == 0 && made.text.contains("copied and verified"), "\(made.complaint)")
        #expect(clinic.run(["backup", copy]).exitCode == 1)
        #expect(clinic.run(["restore", copy]).exitCode == 1, "the home is there")

        let back = clinic.scratch("back")
        #expect(clinic.run(["restore", copy, "--home", back]).exitCode == 0)
        #expect(clinic.run(["verify", back, "--key", keyFile]).exitCode == 0)

        let log = session + "/000001.jsonl"
        let before = Clinic.bytes(log)
        harm(log) { $0.removeSubrange(400..<900) }
        #expect(clinic.run(["verify", session]).exitCode == 11)
        let repaired = clinic.run(["repair", session, "--from", copy + session.dropFirst(clinic.home.count)])
        #expect(repaired.exitCode == 0, "\(repaired.complaint)")
        #expect(Clinic.bytes(log) == before)
        #expect(clinic.run(["verify", session, "--key", keyFile]).exitCode == 0)
        let again = clinic.run(["repair", session, "--from", copy + session.dropFirst(clinic.home.count)])
        #expect(again.exitCode == 1 && again.complaint.contains("needs no repair"))
    }

    @Test func `addendum goes beside the sealed log, and every view shows both`() {
        let before = Clinic.bytes(session + "/000001.jsonl")
        let added = clinic.run(["addendum", session, "Called at 09:00", "--as", "n001", "--about", "2"])
        #expect(added.exitCode == 0, "\(added.complaint)")
        #expect(clinic.run(["addendum", session, "Not I", "--as", "n099"]).exitCode == 1)
        #expect(Clinic.bytes(session + "/000001.jsonl") == before)
        for view in [[], ["--summary"], ["--json"]] {
            let shown = clinic.run(["log", session] + view)
            #expect(shown.exitCode == 0 && shown.text.contains("Called at 09:00"), "\(view) \(shown.text)")
        }
        #expect(clinic.run(["verify", session]).exitCode == 10)
    }
}
