/// One JSON value, read strictly and written stably.
///
/// The log is kept for decades and hashed byte by byte, so nothing here is guessed or rounded: whole numbers a
/// double can hold exactly become `Int64`, every other number keeps the characters it was written with, and an
/// object keeps the order of its keys.
package enum JSON: Equatable, Hashable, Sendable {
    case null
    case bool(Bool)
    /// A whole number within `JSON.exactIntegers`, written without fraction or exponent.
    case integer(Int64)
    /// Any other number, as the token it was written with: a device's `36.80` stays `36.80`.
    case number(String)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    /// The whole numbers every JSON reader in use holds exactly: -2^53 to 2^53.
    package static let exactIntegers: ClosedRange<Int64> = -9_007_199_254_740_992...9_007_199_254_740_992

    /// How many arrays and objects may stand inside each other.
    package static let depthLimit = 64
}

extension JSON {
    /// The member named `key`, if this is an object that has one.
    package subscript(key: String) -> JSON? { object?[key] }

    /// The text, if this is a string.
    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, if this is one.
    package var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The truth value, if this is one.
    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements, if this is an array.
    package var array: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members, if this is an object.
    package var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// Whether this is `null`.
    package var isNull: Bool { self == .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
}
