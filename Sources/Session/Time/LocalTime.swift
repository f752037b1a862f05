/// A local date and time of day.
package struct LocalTime: Hashable, Sendable {
    package var date: CivilDate
    package var secondOfDay: Int

    /// `14:05`.
    package var clock: String {
        CivilDate.padded(secondOfDay / 3600, 2) + ":" + CivilDate.padded(secondOfDay / 60 % 60, 2)
    }

    /// `14:05:09`.
    package var clockWithSeconds: String { clock + ":" + CivilDate.padded(secondOfDay % 60, 2) }
}
