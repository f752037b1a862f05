import Journal
import Screens

/// What stood in the way of a whole start, for the screens.
struct StartProblems {
    private(set) var faults: [Fault] = []
    private let home: JournalHome

    init(in home: JournalHome) {
        self.home = home
    }

    mutating func add(_ headline: Headline, _ detail: String, isGrave: Bool) {
        faults.append(Fault(headline, home.shortened(detail), isGrave: isGrave))
    }
}
