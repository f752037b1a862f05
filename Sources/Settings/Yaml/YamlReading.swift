/// How much a file has to answer for.
package enum YamlReading: Hashable, Sendable {
    /// What a person has just written, or will be used from now on: everything in it must be right.
    case strict
    /// A copy that was right for the version which took it: keys of that time are passed over, later checks are not
    /// made, and what came later stands at what the copy's format stands for.
    ///
    /// What cannot be read as what it should be is refused all the same, and so is a number outside of what the field
    /// can hold. That span may be widened for ever and never narrowed: a narrower one is a check.
    case kept
}
