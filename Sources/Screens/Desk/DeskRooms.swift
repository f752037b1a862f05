import Canvas

/// The rows of the screen that every view shares, and the room that is left for the view.
struct DeskRooms {
    static let smallest = Size(columns: 60, rows: 16)

    let topBar: Rect
    /// Who is in question: always the second row.
    let identity: Rect
    let faults: Rect
    let content: Rect
    let status: Rect
    let hints: Rect

    init(_ size: Size, _ ward: Ward) {
        let width = size.columns
        let banners = min(ward.faults.count, size.rows > 30 ? 4 : 2)
        topBar = Rect(x: 0, y: 0, width: width, height: 1)
        identity = Rect(x: 0, y: 1, width: width, height: 1)
        faults = Rect(x: 0, y: 2, width: width, height: banners)
        content = Rect(x: 0, y: 2 + banners, width: width, height: max(0, size.rows - 4 - banners))
        status = Rect(x: 0, y: size.rows - 2, width: width, height: 1)
        hints = Rect(x: 0, y: size.rows - 1, width: width, height: 1)
    }

    static func isTooSmall(_ size: Size) -> Bool { size.columns < smallest.columns || size.rows < smallest.rows }
}
