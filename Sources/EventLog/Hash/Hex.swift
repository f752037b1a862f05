/// Lower-case hexadecimal digits, the only ones the log writes or accepts.
enum Hex {
    /// The digit of a nibble, 0 to 15.
    static func digit(_ nibble: UInt8) -> UInt8 {
        nibble &+ (nibble > 9 ? UInt8(ascii: "a") - 10 : UInt8(ascii: "0"))
    }

    /// The value of a digit; of any other byte some nibble, whose digit is then not that byte.
    static func assumedValue(_ digit: UInt8) -> UInt8 {
        (digit &+ (digit &>> 6) &* 9) & 0xF
    }

    static func value(_ digit: UInt8) -> UInt8? {
        let value = assumedValue(digit)
        return self.digit(value) == digit ? value : nil
    }
}
