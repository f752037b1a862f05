package import Session

/// What places and forms draw from and look at when a key is pressed.
package struct Scene: Sendable {
    package var ward: Ward
    package var surroundings: Surroundings
    /// Who is typing at the console; nil until somebody is named, and then nothing is recorded.
    package var typing: StaffMember?

    package init(ward: Ward, surroundings: Surroundings, typing: StaffMember? = nil) {
        self.ward = ward
        self.surroundings = surroundings
        self.typing = typing
    }
}
