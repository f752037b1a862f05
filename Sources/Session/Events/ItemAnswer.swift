/// An answer to one item of a checklist.
package struct ItemAnswer: Hashable, Sendable {
    package var item: String
    package var answer: Answer
    package var remark: String

    package init(item: String, answer: Answer, remark: String = "") {
        self.item = item
        self.answer = answer
        self.remark = remark
    }
}
