import JSON
import Testing

@Suite struct `Writing JSON` {
    @Test func `keeps the order of keys and the digits of a device`() throws {
        let text = #"{"z":1,"a":[true,false,null],"temperature":36.80,"m":{"y":"é","x":-0}}"#
        #expect(try JSON(parsing: text).text == text)
    }

    @Test func `escapes quotes, backslashes and control characters alone`() {
        let text = JSON.string("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1B}\u{1F}\u{7F}é\u{2028}😀").text
        #expect(text == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001b\\u001f\u{7F}é\u{2028}😀\"")
    }

    @Test func `never writes a raw line end`() {
        let every = String(String.UnicodeScalarView((0...0xFF).map { Unicode.Scalar(UInt8($0)) }))
        let bytes = JSON.object([every: .array([.string(every), .string("\r\n")])]).bytes
        #expect(bytes.allSatisfy { $0 >= 0x20 })
    }

    @Test func `adds, replaces and removes members in place`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["c"] = "3"
        object["a"] = [4]
        object["b"] = nil
        object["missing"] = nil
        #expect(JSON.object(object).text == #"{"a":[4],"c":"3"}"#)
        #expect(object.keys == ["a", "c"])
    }

    @Test func `answers only for the kind of value asked for`() {
        let value: JSON = ["text": "x", "number": 5, "flag": true, "list": [1], "nothing": .null]
        #expect(value["text"]?.string == "x")
        #expect(value["number"]?.integer == 5)
        #expect(value["flag"]?.bool == true)
        #expect(value["list"]?.array == [1])
        #expect(value["nothing"]?.isNull == true)
        #expect(value["missing"] == nil)
        #expect(value["text"]?.integer == nil)
        #expect(value["number"]?.string == nil)
        #expect(value["list"]?["text"] == nil)
    }
}
