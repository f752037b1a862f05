/// One measured figure beside the bound it has to keep.
struct Figure {
    let measure: String
    /// The bound as printed; empty where the figure is for information.
    let bound: String
    let figure: String
    let verdict: Verdict

    enum Verdict: String {
        case ok
        case missed = "MISSED"
        case skipped
        case shown = "-"
    }

    var isMissed: Bool { verdict == .missed }

    /// A figure that may be at most `bound`.
    static func atMost(_ bound: Double, _ value: Double, unit: String, of measure: String, note: String = "") -> Figure
    {
        Figure(
            measure: measure,
            bound: "<= \(decimals(bound)) \(unit)",
            figure: "\(decimals(value)) \(unit)\(note.isEmpty ? "" : "  \(note)")",
            verdict: value <= bound ? .ok : .missed
        )
    }

    /// A figure that has to be at least `bound`.
    static func atLeast(_ bound: Double, _ value: Double, unit: String, of measure: String, note: String = "") -> Figure
    {
        Figure(
            measure: measure,
            bound: ">= \(decimals(bound)) \(unit)",
            figure: "\(decimals(value)) \(unit)\(note.isEmpty ? "" : "  \(note)")",
            verdict: value >= bound ? .ok : .missed
        )
    }

    /// A figure that has no bound.
    static func shown(_ measure: String, _ figure: String) -> Figure {
        Figure(measure: measure, bound: "", figure: figure, verdict: .shown)
    }

    /// A figure that could not be taken here.
    static func skipped(_ measure: String, because reason: String) -> Figure {
        Figure(measure: measure, bound: "", figure: reason, verdict: .skipped)
    }

    /// A number with as many decimals as say something: 1234, 12.3, 1.23.
    static func decimals(_ value: Double) -> String {
        let size = abs(value)
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((size * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let digits = String(scaled % scale)
        var text = "\(sign)\(scaled / scale).\(String(repeating: "0", count: places - digits.count))\(digits)"
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
