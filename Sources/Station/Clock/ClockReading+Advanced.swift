package import Journal

extension ClockReading {
    /// The reading so many microseconds later on both clocks.
    package func advanced(byMicros micros: Int64) -> ClockReading {
        ClockReading(boot: boot, bootMicros: bootMicros + micros, utcMicros: utcMicros + micros)
    }
}
