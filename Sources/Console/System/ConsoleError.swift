import Canvas

/// What kept a console from running; each says what to do.
enum ConsoleError: Error, Hashable, Sendable {
    case notATerminal
    /// Neither the terminal's own name nor xterm-256color is in the terminal database.
    case terminalUnknown(String)
    case system(call: String, thing: String, code: Int32)
    /// The station's home is so deep that its socket's name does not fit.
    case pathTooLong(String)
    /// Another person's program answers at the socket.
    case foreignStation(String)
    /// Nothing can be written where the station is to keep its logs.
    case homeNotWritable(String, code: Int32)
    case stationSilent(path: String, lastWords: String)
    case stationKeepsStopping(path: String, lastWords: String)
    case wire(WireError)
    /// The station sent a change although it had sent no frame.
    case frameMissing

    var text: String {
        switch self {
        case .notATerminal:
            "standard input and output are no terminal: run vigil in a terminal window, or use vigil serve without one"
        case .terminalUnknown(let name):
            "the terminal \"\(name)\" is unknown here: set TERM=xterm-256color and try again"
        case .system(let call, let thing, let code):
            "\(call) of \(thing) failed: \(systemMessage(code))"
        case .pathTooLong(let path):
            "the station's home \(path) has too long a name: choose one under 100 bytes with VIGIL_HOME"
        case .foreignStation(let path):
            "another user's program answers at \(path): choose a home of your own with VIGIL_HOME"
        case .homeNotWritable(let home, let code):
            "nothing can be saved in \(home) (\(systemMessage(code))): make it writable, or set VIGIL_HOME to a "
                + "directory of your own; chart on paper until then"
        case .stationSilent(let path, let lastWords):
            "the station did not answer: see \(path)\(Self.quoted(lastWords))"
        case .stationKeepsStopping(let path, let lastWords):
            "the station stops again and again: see \(path)\(Self.quoted(lastWords))"
        case .wire(let error):
            "the station \(error.text): end the station and start vigil again, no entry is lost by it"
        case .frameMissing:
            "the station sent a change before a picture: end the station and start vigil again, no entry is lost by it"
        }
    }

    private static func quoted(_ lastWords: String) -> String {
        lastWords.isEmpty
            ? ", which is empty: free space if the disk is full, or run vigil serve to read what it says"
            : ", which ends with:\n" + lastWords
    }
}
