import CNcurses
import CPlatform
import Canvas
import Glibc

/// The terminal while a console has it: started in one fixed order, and given back whatever happens.
final class Terminal {
    let glyphs: Wire.Glyphs
    let colors: Wire.ColorDepth
    /// The read end of the pipe in which signals become bytes.
    let signalPipe: Int32
    private(set) var size = Size(columns: 0, rows: 0)
    private let window: UnsafeMutablePointer<WINDOW>
    private var painter: Painter
    private let traits: TerminalTraits
    private let hasSynchronizedOutput: Bool
    private let report: (fd: Int32, path: String)
    private var isRestored = false
    private var isCursorShown: Bool?
    private var paintedFrames = 0
    private var lastBellMillis = Int.min / 2

    static let input: Int32 = 0
    static let output: Int32 = 1
    /// Bells closer together than this sound as one.
    private static let bellMillis = 300

    /// Refuses early, before anything is started, when there is no terminal.
    static func check() throws(ConsoleError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    }

    init(_ configuration: ConsoleConfiguration, _ traits: TerminalTraits) throws(ConsoleError) {
        self.traits = traits
        // The library would believe these for ever, whatever size the window takes.
        unsetenv("LINES")
        unsetenv("COLUMNS")
        glyphs = Self.chooseLocale() && !traits.asksForASCII ? .unicode : .ascii
        // Before newterm: then a person's own ESCDELAY still counts.
        set_escdelay(25)
        signalPipe = try Self.catchSignals()
        report = CrashGuard.openReport(home: configuration.home)
        let line = "vigil: the console crashed, the station goes on: the cause is in \(report.path)\n"
        guard vigil_crash_arm(Self.output, report.fd, line) == 0 else {
            throw .system(call: "tcgetattr", thing: "the terminal", code: errno)
        }
        atexit(restoreTerminalAtExit)
        let wantsDirect = Self.wantsDirect(traits, configuration)
        guard Self.start(traits.terminalName, direct: wantsDirect), let screen = nc_screen() else {
            vigil_crash_disarm()
            CrashGuard.closeReport(report)
            throw .terminalUnknown(traits.terminalName)
        }
        window = screen
        // Until the first endwin the library writes every moved line by itself, tens of writes for a frame.
        endwin()
        wrefresh(window)
        Self.setModes(window)
        colors = Self.chooseColors(traits, configuration)
        KeyReader.defineKeys()
        if traits.usesMouse {
            mousemask(nc_mouse_buttons(), nil)
            mouseinterval(0)
        } else {
            // Reports of a mouse that another program left on must end as sequences, not as digits.
            keyok(KEY_MOUSE, false)
        }
        let palette = Palette(configuration.theme, depth: colors)
        painter = Painter(window: window, palette: palette, isUnicode: Self.isUTF8)
        let asks = traits.isXtermLike || traits.terminalName.hasPrefix("tmux")
        hasSynchronizedOutput = asks && SynchronizedOutput.isSupported()
        Self.steer("\u{1B}[?2004h")
        size = Self.currentSize()
    }

    /// Shows a frame in one update; the terminal shows it at once where it can hold back.
    func paint(_ frame: Frame) {
        painter.draw(frame, on: size)
        if hasSynchronizedOutput { Self.steer("\u{1B}[?2026h") }
        let isShown = frame.cursor != nil
        if isCursorShown != isShown {
            curs_set(isShown ? 1 : 0)
            isCursorShown = isShown
        }
        doupdate()
        if hasSynchronizedOutput { Self.steer("\u{1B}[?2026l") }
        paintedFrames += 1
        if traits.writesIdleMarker { Self.steer("\u{1B}]777;idle;\(paintedFrames)\u{7}") }
    }

    /// Reads the keys that wait; none where the terminal gives nothing more.
    func read(into decoder: inout KeyDecoder) -> [Key] {
        KeyReader.drain(window, &decoder)
    }

    /// Takes the terminal's size after it changed.
    func adoptSize() {
        size = Self.currentSize()
        resizeterm(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
        painter.forget()
    }

    /// Draws everything anew after the program was stopped and went on.
    func resume() {
        reset_prog_mode()
        Self.steer("\u{1B}[?2004h")
        redrawwin(window)
        adoptSize()
    }

    func ring(_ count: Int) {
        let now = monotonicMillis()
        guard count > 0, now - lastBellMillis >= Self.bellMillis else { return }
        lastBellMillis = now
        Self.steer(String(repeating: "\u{7}", count: min(3, count)))
    }

    func setTitle(_ title: String) {
        guard traits.isXtermLike || traits.terminalName.hasPrefix("tmux") else { return }
        Self.steer("\u{1B}]2;\(PlainText.line(title))\u{7}")
    }

    /// Gives the terminal back; the second time does nothing.
    func restore() {
        guard !isRestored else { return }
        isRestored = true
        Self.steer("\u{1B}[?2026l\u{1B}[?2004l")
        endwin()
        vigil_crash_disarm()
        CrashGuard.closeReport(report)
    }

    /// Sends a sequence that the terminal obeys; gives up silently, because there is nobody else to tell.
    static func steer(_ sequence: String) {
        var rest = Array(sequence.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func currentSize() -> Size {
        var rows: UInt16 = 0
        var columns: UInt16 = 0
        guard vigil_tty_size(output, &rows, &columns) == 0, rows > 0, columns > 0 else {
            return Size(columns: 80, rows: 24)
        }
        return Wire.clamped(Size(columns: Int(columns), rows: Int(rows)))
    }
}
