import Session
import Wording

/// When something was true that is entered later: `@14:20`, or `@-4` for minutes ago.
enum LateTime {
    enum Name: String, FieldName {
        case at
    }

    private enum Asked: String, FieldName {
        case hour, clock
    }

    /// The clock that a time was read from.
    private enum Clock: String, CaseIterable {
        case record
        case station
    }

    /// A field for a time alone, empty for now.
    static func field(_ label: String, like example: String = "14:20, or -4 for 4 min ago") -> Field {
        Field(Name.at, label, .text, hint: "empty: now; or \(example)")
    }

    /// Takes a mark such as `@14:20` out of a text, wherever it stands as a word; the last one counts.
    static func split(_ text: String) -> (text: String, late: VitalsLine.LateMark?) {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let place = words.lastIndex(where: { $0.hasPrefix("@") && read(String($0.dropFirst())) != nil }) else {
            return (text, nil)
        }
        let late = read(String(words.remove(at: place).dropFirst()))
        return (TextEntry(words.joined(separator: " ")).trimmed, late)
    }

    /// `14:20`, `1420`, `-4`.
    static func read(_ text: String) -> VitalsLine.LateMark? { VitalsLine.parse("@" + text).late }

    /// The instant of a mark; nil for now.
    ///
    /// Nothing is guessed: where two clocks are seen, or the clock shows a time twice, it is asked which is meant.
    ///
    /// - Parameter field: where it was typed.
    static func resolve(
        _ late: VitalsLine.LateMark?,
        in field: some FieldReference,
        _ form: Form,
        _ scene: Scene
    ) throws(FormStop) -> Int64? {
        guard let late else { return nil }
        let now = scene.ward.nowUTCMicros
        let zone = try clock(late, form, scene)
        let instants = late.instants(now: now, zone: zone)
        if instants.isEmpty { throw .problem(field, skipped(late, now, zone)) }
        let past = instants.filter { $0 <= now }
        guard let last = past.last else { throw .problem(field, "\(late.words) is still to come") }
        let session = form.stay(scene)?.decided
        let possible = past.filter { session?.isBeforeArrival($0) != true }
        guard let first = possible.first else {
            let arrived = session?.entries.first.map { zone.clock($0.at.utcMicros, seenFrom: now) } ?? ""
            let typed = zone.clock(last, seenFrom: now)
            throw .problem(field, "\(typed) is before check-in at \(arrived): check hour and minute")
        }
        guard possible.count > 1 else { return first }
        if let chosen = form.remembered[Asked.hour.id].flatMap({ Int64($0) }), possible.contains(chosen) {
            return chosen
        }
        throw .ask(twice(late, possible, now, zone))
    }

    /// The clock that a time was read from: the record's, which is the station's but where its zone was another.
    private static func clock(
        _ late: VitalsLine.LateMark,
        _ form: Form,
        _ scene: Scene
    ) throws(FormStop) -> ZoneOffsets {
        let (record, station) = (form.zone(scene), scene.surroundings.zone)
        let now = scene.ward.nowUTCMicros
        guard case .localClock = late, record.offsetSeconds(atUTC: now) != station.offsetSeconds(atUTC: now) else {
            return record
        }
        switch form.reply(Asked.clock) as Clock? {
        case .record: return record
        case .station: return station
        case nil: break
        }
        let (here, there) = (station.local(now).clock, record.local(now).clock)
        let question = FormQuestion(
            ["This record's clock is at \(there), the station's at \(here): by which is it \(late.time)?"],
            [
                .init(key: "r", words: "the record's (\(there) now)", act: .reply(Asked.clock, Clock.record)),
                .init(key: "s", words: "the station's (\(here) now)", act: .reply(Asked.clock, Clock.station)),
            ]
        )
        throw .ask(question)
    }

    /// In spring the clocks skip an hour: what to type instead.
    private static func skipped(_ late: VitalsLine.LateMark, _ now: Int64, _ zone: ZoneOffsets) -> String {
        let change = zone.transitions.first {
            abs($0.fromUTCMicros - now) < Micros.perDay
                && zone.offsetSeconds(atUTC: $0.fromUTCMicros - 1) < $0.offsetSeconds
        }?.fromUTCMicros
        guard let change else { return "\(late.time) does not exist on that day: type -4 for 4 min ago" }
        let (before, after) = (zone.wall(change), zone.local(change).clock)
        return "\(late.time) does not exist, the clocks went from \(before) to \(after): "
            + "type a time before \(before) or from \(after) on, or -4 for 4 min ago"
    }

    /// In autumn an hour comes twice.
    private static func twice(
        _ late: VitalsLine.LateMark,
        _ instants: [Int64],
        _ now: Int64,
        _ zone: ZoneOffsets
    ) -> FormQuestion {
        let replies = zip("123", instants).map { key, instant in
            let isSummer = instants.allSatisfy {
                zone.offsetSeconds(atUTC: $0) <= zone.offsetSeconds(atUTC: instant)
            }
            return FormQuestion.Reply(
                key: key,
                words: "\(isSummer ? "summer" : "winter") time, \(zone.offsetWords(atUTC: instant)), "
                    + "\(Words.age(now - instant)) ago",
                act: .remember(Asked.hour.id, "\(instant)")
            )
        }
        return FormQuestion(["The clocks were put back, \(late.time) came twice: which?"], replies)
    }

    /// The instant of the field that holds a time alone, nil for now.
    static func instant(_ form: Form, _ scene: Scene) throws(FormStop) -> Int64? {
        let typed = form.text(Name.at)
        guard !typed.isEmpty else { return nil }
        guard let late = read(typed.hasPrefix("@") ? String(typed.dropFirst()) : typed) else {
            throw .problem(Name.at, "\(typed) is no time: 14:20, or -4 for 4 min ago; empty is now")
        }
        return try resolve(late, in: Name.at, form, scene)
    }

    /// A line that shows what a mark in the text means.
    static func meaning(of text: String) -> [Field] {
        guard let late = split(text).late else { return [] }
        return [.computed("", "late entry, \(late.words)", style: .note)]
    }
}

extension ZoneOffsets {
    /// What a clock on the wall showed that was not put forward or back yet at an instant: `02:00` in spring.
    fileprivate func wall(_ change: Int64) -> String {
        let before = offsetSeconds(atUTC: change - 1)
        return ZoneOffsets(transitions: [.init(fromUTCMicros: change, offsetSeconds: before)]).local(change).clock
    }
}
