/// The members of a JSON object in the order they were written.
package struct JSONObject: Equatable, Hashable, Sendable {
    /// One key with its value.
    package struct Member: Equatable, Hashable, Sendable {
        package let key: String
        package var value: JSON

        package init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var members: [Member] = []

    package init() {}

    /// An object of `pairs` in that order; a repeated key is a fault of the program.
    package init(_ pairs: [(String, JSON)]) {
        members.reserveCapacity(pairs.count)
        for (key, value) in pairs {
            precondition(self[key] == nil, "the key \(key) stands twice in one JSON object")
            members.append(Member(key: key, value: value))
        }
    }

    /// The reader has already refused repeated keys.
    init(distinct members: [Member]) {
        self.members = members
    }

    package var count: Int { members.count }
    package var keys: [String] { members.map(\.key) }

    /// The value of `key`; setting adds it last or replaces it where it stands, setting nil removes it.
    package subscript(key: String) -> JSON? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
