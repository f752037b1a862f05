package import Session
package import Wording

extension Words {
    /// A refusal in one sentence, with the key that leads out of it.
    package static func sentenceWithKey(of refusal: Refusal) -> String {
        sentence(of: refusal) { way in
            switch way {
            case .resume: FormKind.resume.key(in: .paused).map(String.init)
            case .markReadyToLeave: FormKind.readyToLeave.key(in: .observing).map(String.init)
            case .nameWhoTypes: FormKind.whoIsTyping.facts.keys.first?.shown
            }
        }
    }
}
