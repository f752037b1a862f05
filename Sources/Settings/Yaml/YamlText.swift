/// The text of a settings file after checks that the parser makes without a position: size, UTF-8, control characters.
struct YamlText {
    private(set) var string = ""

    init(_ bytes: [UInt8], report: YamlReport) {
        guard bytes.count <= YamlReader.sizeLimitBytes else {
            report.add(
                line: 1,
                column: 1,
                "the file is larger than \(YamlReader.sizeLimitBytes / 1024) KiB",
                cure: "check that it is the right file"
            )
            return
        }
        var decoder = UTF8()
        var input = bytes.makeIterator()
        var line = 1
        var column = 1
        var scalars = String.UnicodeScalarView()
        while true {
            switch decoder.decode(&input) {
            case .scalarValue(let scalar):
                if scalar == "\u{FEFF}", scalars.isEmpty, line == 1, column == 1 { continue }
                guard Self.isPrintable(scalar) else {
                    report.add(line: line, column: column, "a control character stands here", cure: "remove it")
                    return
                }
                scalars.append(scalar)
                column += 1
                if scalar == "\n" { (line, column) = (line + 1, 1) }
            case .emptyInput:
                // The parser keeps a pointer into the string; one of up to 15 bytes has no storage of its own.
                if scalars.count < 16 { scalars.append(contentsOf: String(repeating: "\n", count: 16).unicodeScalars) }
                string = String(scalars)
                return
            case .error:
                report.add(line: line, column: column, "this is not UTF-8 text", cure: "save the file as UTF-8")
                return
            }
        }
    }

    /// What YAML allows to stand in a file, without the marks that turn the direction of text.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
        case 0xA0...0xD7FF:
            !(0x200E...0x200F).contains(scalar.value) && !(0x2028...0x202E).contains(scalar.value)
                && !(0x2066...0x2069).contains(scalar.value)
        case 0xE000...0xFFFD: scalar.value != 0xFEFF
        case 0x10000...0x10FFFF: true
        default: false
        }
    }
}
