import Canvas

/// Where the panels of the Session view stand, for any room from 60x12 up.
struct SessionLayout {
    private(set) var timers: Rect
    private(set) var next: Rect
    private(set) var flowsheet: Rect
    private(set) var trends: Rect
    private(set) var entries: Rect

    /// The fewest rows that say something: the clocks and what is next.
    static let leastRows = 5

    /// `figureRows` is how many rows the flowsheet's figures take, without its border and its heads.
    init(_ area: Rect, figureRows: Int) {
        let sheet = figureRows + 4
        if area.width >= 140, area.height >= 24 {
            self.init(wide: area, sheet: sheet)
        } else if area.height >= 26 {
            self.init(tall: area, sheet: sheet)
        } else {
            self.init(small: area, sheet: sheet)
        }
    }

    /// Two columns: what is measured at the left, what is done at the right.
    private init(wide area: Rect, sheet: Int) {
        let left = area.width * 3 / 5
        let right = area.width - left
        let top = 7
        let sheet = min(sheet, max(6, area.height - top - 12))
        timers = Rect(x: area.x, y: area.y, width: left, height: top)
        flowsheet = Rect(x: area.x, y: area.y + top, width: left, height: sheet)
        trends = Rect(x: area.x, y: area.y + top + sheet, width: left, height: area.height - top - sheet)
        let next = min(16, area.height / 2)
        self.next = Rect(x: area.x + left, y: area.y, width: right, height: next)
        entries = Rect(x: area.x + left, y: area.y + next, width: right, height: area.height - next)
    }

    /// Three bands: timers and next, flowsheet and trends, entries.
    private init(tall area: Rect, sheet: Int) {
        let half = area.width / 2
        let top = min(12, 8 + max(0, area.height - 32) / 3)
        let sheet = min(sheet, area.height - top - 6)
        timers = Rect(x: area.x, y: area.y, width: half, height: top)
        next = Rect(x: area.x + half, y: area.y, width: area.width - half, height: top)
        flowsheet = Rect(x: area.x, y: area.y + top, width: half, height: sheet)
        trends = Rect(x: area.x + half, y: area.y + top, width: area.width - half, height: sheet)
        entries = Rect(x: area.x, y: area.y + top + sheet, width: area.width, height: area.height - top - sheet)
    }

    /// The same three bands with as little of each as can be used.
    private init(small area: Rect, sheet: Int) {
        let half = area.width / 2
        let top = area.height >= 19 ? 6 : 5
        let middle = min(sheet, max(0, area.height - top - 4))
        let shown = middle >= 6 ? middle : 0
        timers = Rect(x: area.x, y: area.y, width: half, height: top)
        next = Rect(x: area.x + half, y: area.y, width: area.width - half, height: top)
        flowsheet = Rect(x: area.x, y: area.y + top, width: half, height: shown)
        trends = Rect(x: area.x + half, y: area.y + top, width: area.width - half, height: shown)
        entries = Rect(x: area.x, y: area.y + top + shown, width: area.width, height: area.height - top - shown)
    }
}
