extension Station {
    mutating func receive(_ mail: JournalMail) -> [StationEffect] {
        switch mail {
        case .heartbeat(let error):
            guard let error else {
                clearFault(.homeNotWritable)
                return []
            }
            return raise(.homeNotWritable, error.description, isGrave: true)
        case .written(let problem):
            return takeProblem(problem, .journalNotWritten, "the heads of the logs are not written down")
        }
    }
}
