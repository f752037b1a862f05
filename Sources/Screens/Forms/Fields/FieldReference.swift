/// A field, or a name that stands for one.
protocol FieldReference: Sendable {
    var id: FieldID { get }
}
