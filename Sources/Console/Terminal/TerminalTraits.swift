import Canvas
import Glibc

/// What the environment says of the terminal and asks of its console.
///
/// - `VIGIL_GLYPHS`: `ascii` draws with ASCII alone, whatever the locale says.
/// - `VIGIL_COLORS`: `none`, `8`, `16`, `256` or `direct`; instead of what the terminal seems to be able to.
/// - `NO_COLOR`: not empty, no colours, unless a theme was asked for by name.
/// - `COLORTERM`: `truecolor` or `24bit`: colours are sent as they are in the theme, not over ssh and not in tmux.
/// - `VIGIL_MOUSE`: `1` lets a click choose and the wheel scroll; without it the terminal keeps its own mouse.
/// - `VIGIL_MOTION`: `reduced`: nothing on the screen alternates by itself.
/// - `VIGIL_IDLE_MARKER`: not empty, every painted frame is followed by `ESC ] 777 ; idle ; n BEL`, n counting frames
///   from 1, so that a test knows when a screen is complete.
/// - `ESCDELAY`: milliseconds to wait behind Esc for the rest of a key, 25 if not set; more for a bad line.
struct TerminalTraits: Sendable {
    var terminalName: String
    var asksForASCII: Bool
    var colors: Wire.ColorDepth?
    var refusesColor: Bool
    var hasDirectColor: Bool
    var usesMouse: Bool
    var isMotionReduced: Bool
    var writesIdleMarker: Bool
    var userName: String

    init() {
        terminalName = environment("TERM") ?? ""
        asksForASCII = environment("VIGIL_GLYPHS") == "ascii"
        let depths: [String: Wire.ColorDepth] = [
            "none": .none, "8": .eight, "16": .sixteen, "256": .indexed, "direct": .direct,
        ]
        colors = environment("VIGIL_COLORS").flatMap { depths[$0] }
        refusesColor = environment("NO_COLOR") != nil
        let isPassedOn = ["TMUX", "STY", "SSH_TTY", "SSH_CONNECTION"].contains { environment($0) != nil }
        hasDirectColor = !isPassedOn && ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "")
        usesMouse = environment("VIGIL_MOUSE") == "1"
        isMotionReduced = environment("VIGIL_MOTION") == "reduced"
        writesIdleMarker = environment("VIGIL_IDLE_MARKER") != nil
        userName = environment("LOGNAME") ?? environment("USER") ?? "uid \(getuid())"
    }

    /// Whether the terminal seems to be of the kind that takes xterm's sequences.
    var isXtermLike: Bool {
        let others = ["linux", "vt", "screen", "tmux", "dumb", "ansi", "cons", "sun", "wsvt", "mach", "hurd", "Eterm"]
        return !terminalName.isEmpty && !others.contains { terminalName.hasPrefix($0) }
    }
}
