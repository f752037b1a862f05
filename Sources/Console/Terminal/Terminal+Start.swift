import CNcurses
import CPlatform
import Canvas
import Glibc

extension Terminal {
    /// Whether the locale in force writes UTF-8; other locales drop characters without a word.
    static var isUTF8: Bool { vigil_locale_is_utf8() != 0 }

    /// Takes the person's locale, or the first with UTF-8 that this system has, unless plain C was asked for.
    static func chooseLocale() -> Bool {
        let isChosen = setlocale(LC_ALL, "") != nil
        if isUTF8 { return true }
        let asked = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG") ?? ""
        // A person who asks for C or POSIX means a terminal that shows ASCII; one whose locale is missing does not.
        if isChosen, ["C", "POSIX"].contains(asked) { return false }
        for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUTF8 { return true }
        setlocale(LC_CTYPE, "C")
        return false
    }

    /// Makes signals bytes in a pipe, before the library looks for signals that nobody handles.
    static func catchSignals() throws(ConsoleError) -> Int32 {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", thing: "signals", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        for signal in [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT] {
            guard vigil_signal_to_pipe(signal, ends[1]) == 0 else {
                throw .system(call: "sigaction", thing: "signal \(signal)", code: errno)
            }
        }
        // A stopped console shows nothing and rings for nothing, so the terminal's stop key has no effect here.
        for signal in [SIGTSTP, SIGPIPE] { _ = vigil_signal_ignore(signal) }
        vigil_signal_deadline(2)
        return ends[0]
    }

    /// Starts the library on the named terminal, or on xterm-256color where it has no description of it.
    static func start(_ name: String, direct: Bool) -> Bool {
        let out = fdopen(dup(output), "w")
        let into = fdopen(dup(input), "r")
        if direct {
            let earlier = environment("TERMINFO")
            setenv("TERMINFO", DirectColor.terminfo, 1)
            let isStarted = newterm(DirectColor.name, out, into) != nil
            if let earlier { setenv("TERMINFO", earlier, 1) } else { unsetenv("TERMINFO") }
            if isStarted { return true }
        }
        if !name.isEmpty, name != "unknown", newterm(name, out, into) != nil { return true }
        return newterm("xterm-256color", out, into) != nil
    }

    static func setModes(_ window: UnsafeMutablePointer<WINDOW>) {
        // Control-C, Control-Z and Control-S are keys like others.
        raw()
        noecho()
        nonl()
        intrflush(window, false)
        keypad(window, true)
        nodelay(window, true)
        leaveok(window, false)
        scrollok(window, false)
        meta(window, true)
        typeahead(-1)
    }

    static func wantsDirect(_ traits: TerminalTraits, _ configuration: ConsoleConfiguration) -> Bool {
        if traits.refusesColor && !configuration.isThemeChosen { return false }
        if let asked = traits.colors { return asked == .direct }
        return traits.hasDirectColor && traits.isXtermLike
    }

    /// Starts colours and returns how many to use; never changes the terminal's own palette.
    static func chooseColors(_ traits: TerminalTraits, _ configuration: ConsoleConfiguration) -> Wire.ColorDepth {
        let isRefused = traits.refusesColor && !configuration.isThemeChosen
        guard !isRefused, traits.colors != Wire.ColorDepth.none, has_colors() else { return .none }
        start_color()
        use_default_colors()
        let able: Wire.ColorDepth =
            switch nc_colors() {
            case 257...: .direct
            case 256: .indexed
            case 16...255: .sixteen
            case 8...15: .eight
            default: .none
            }
        guard let asked = traits.colors else { return able }
        return asked.rawValue < able.rawValue ? asked : able
    }
}
