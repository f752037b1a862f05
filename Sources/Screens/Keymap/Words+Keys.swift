package import Session
package import Wording

extension Words {
    /// A refusal in one sentence, with the key that leads out of it.
    package static func sentenceWithKey(of refusal: Refusal) -> String {
        sentence(of: refusal) { way in
            switch way {
            case .resume: Keymap.key(of: .resume, in: .paused).map(String.init) ?? "s"
            case .markReadyToLeave: Keymap.key(of: .readyToLeave, in: .observing).map(String.init) ?? "s"
            case .nameWhoTypes: "u"
            }
        }
    }
}
