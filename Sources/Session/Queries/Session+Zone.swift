extension Session {
    /// The zone by which days are judged and times are printed: the record's, else the station's.
    package var zone: ZoneOffsets { opening?.zone?.offsets ?? stationZone }

    /// The name of the record's zone; nil for a record that carries none, whose times are in the station's.
    package var zoneName: String? { opening?.zone?.name }
}
