/// Why a console ended.
enum Ending: Sendable {
    /// The station said so; the reason is printed when the terminal is restored.
    case goodbye(String)
    case failed(ConsoleError)
    /// A signal, or the terminal went away (then HUP).
    case signal(Int32)
}
