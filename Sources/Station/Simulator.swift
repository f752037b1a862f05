struct Simulator {
    var nextDueUTCMicros: Int64? { nil }
}
extension StationLoop { func runSimulator() {} }
