/// The program's own version, as it stands in every log's header.
enum ProgramVersion {
    static let text = "0.1.0"
}
