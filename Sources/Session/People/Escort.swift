/// Who takes the patient home.
package enum Escort: Hashable, Sendable {
    case person(name: String, phone: String)
    /// Transport that the clinic has approved instead of a person.
    case approvedTransport(String)
    /// Nobody yet: the patient may be checked in, not started.
    case none
}
