extension Session {
    /// Whether a prescriber decided on a need after the entry that raised it, and saw the figure it has now.
    func isOverridden(_ need: Need, since number: Int) -> Bool {
        for later in counted(history.topics.decisions(on: need.code)).reversed() {
            guard later > number else { return false }
            guard case .overrideGranted(let override) = history.events[later].body, !isVoided(later),
                override.requirements.contains(need.code)
            else { continue }
            let (seen, figure) = (override.figures[need.code], need.facts.figure)
            if seen == figure { return true }
            // Records from before figures were kept: a decision was given for what stood then. An order came later.
            if seen == nil, !need.code.hasPrefix("order.") { return true }
        }
        return false
    }
}
