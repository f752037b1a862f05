import Screens
import Session

extension Station {
    mutating func receive(_ mail: StaffMail) -> [StationEffect] {
        switch mail {
        case .added(let member, let console):
            facts.staff.removeAll { $0.id == member.id }
            facts.staff.append(member)
            markAllChanged()
            return tell(console, .staffAdded(member))
        case .setUp(let setup, let staff, let console):
            facts.name = setup.stationName
            facts.chairs = setup.chairs
            facts.staff = staff
            facts.isConfigured = true
            markAllChanged()
            return tell(console, .configured)
        case .notAdded(let reason, let console): return tell(console, .failed(reason))
        case .notSetUp(let reason, let console): return tell(console, .failed(reason))
        }
    }
}
