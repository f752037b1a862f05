/// A time that cannot be when it happened.
struct LateTimeProblem: Error, Hashable {
    var sentence: String
}
