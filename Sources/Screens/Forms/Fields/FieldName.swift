/// The names of a sheet's fields: an enumeration of its own.
///
/// Where the rules name a field in a problem, the name here is theirs.
protocol FieldName: FieldReference, RawRepresentable where RawValue == String {}

extension FieldName {
    var id: FieldID { FieldID(self) }

    /// One of a field that is there several times.
    func of(_ part: String) -> FieldID { FieldID(self, part) }
}
