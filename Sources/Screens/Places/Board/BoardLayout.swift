import Canvas
import Session

/// Where everything on the Board stands: tiles as tall as fit, one row at least, and nobody left out.
struct BoardLayout {
    /// What stands in a tile: a place, with its session or empty.
    struct Slot {
        var spot: Seating.Spot
        var stay: Stay?
        var rect: Rect
    }

    private(set) var slots: [Slot] = []
    /// The row with the word WAITING over those without a chair; nil without any.
    private(set) var waitingTitle: Rect?
    /// The row that names the empty chairs, when they have no tiles of their own.
    private(set) var emptyTitle: Rect?
    private(set) var emptyChairs: [String] = []
    /// How many columns the tiles stand in.
    private var columns = 1

    /// The tile heights, tallest first, and the narrowest tile of each.
    private static let sizes: [(height: Int, width: Int)] = [(7, 40), (4, 40), (2, 30), (1, 40)]

    init(_ seating: Seating, in area: Rect) {
        guard !area.isEmpty else { return }
        // Those without a chair stand in one row each, in wide columns where that takes two rows at most.
        let wide = Self.columns(area.width, 40)
        let waitingColumns = Self.rows(seating.waiting.count, wide) <= 2 ? wide : Self.columns(area.width, 28)
        let waitingRows = seating.waiting.isEmpty ? 0 : Self.rows(seating.waiting.count, waitingColumns) + 1
        let taken = seating.seats.filter { $0.stay != nil }
        let room = area.height - waitingRows
        if place(seating.seats, in: area, height: room, sizes: Self.sizes.prefix(seating.seats.count > 4 ? 2 : 1)) {
            // Every chair has a tile, the empty ones too.
        } else {
            let empty = seating.seats.count - taken.count
            emptyChairs = seating.seats.filter { $0.stay == nil }.map(\.chair)
            let line = empty > 0 && room > taken.count ? 1 : 0
            if !place(taken, in: area, height: room - line, sizes: Self.sizes[...]) {
                squeeze(taken, in: Rect(x: area.x, y: area.y, width: area.width, height: max(1, room - line)))
            }
            let bottom = slots.map(\.rect.bottom).max() ?? area.y
            if line == 1 { emptyTitle = Rect(x: area.x, y: bottom, width: area.width, height: 1) }
        }
        placeWaiting(seating.waiting, in: area, rows: waitingRows, columns: waitingColumns)
    }

    /// The fewest rows in which every patient still has one of their own, and those without a chair theirs.
    static func leastRows(_ seating: Seating, width: Int) -> Int {
        let waiting = seating.waiting.count
        let taken = seating.seats.count { $0.stay != nil }
        return rows(taken, columns(width, 40)) + (waiting == 0 ? 0 : rows(waiting, columns(width, 28)) + 1)
    }

    /// The slots of the sessions and chairs that fit in the area.
    private mutating func place(
        _ seats: [Seating.Seat],
        in area: Rect,
        height: Int,
        sizes: ArraySlice<(height: Int, width: Int)>
    ) -> Bool {
        guard !seats.isEmpty else { return true }
        for size in sizes {
            let most = Self.columns(area.width, size.width)
            let rows = Self.rows(seats.count, most)
            guard rows * size.height <= height else { continue }
            columns = Self.rows(seats.count, rows)
            // Boxes grow with the room, up to what they can fill; smaller tiles stay as they are.
            let tallest = seats.contains { $0.stay != nil } ? 24 : 7
            let tall = size.height == 7 ? min(tallest, height / rows) : size.height
            // Without a border, a free row between the tiles keeps them apart where there is room for it.
            let gap = size.height < 7 && size.height > 1 && rows * (size.height + 1) <= height ? 1 : 0
            let slots = seats.map { Slot(spot: .chair($0.chair), stay: $0.stay, rect: area) }
            grid(slots, in: area, height: tall, gap: gap)
            return true
        }
        return false
    }

    /// The last resort: one row each, in as many columns as it takes.
    private mutating func squeeze(_ seats: [Seating.Seat], in area: Rect) {
        columns = Self.rows(seats.count, area.height)
        grid(seats.map { Slot(spot: .chair($0.chair), stay: $0.stay, rect: area) }, in: area, height: 1)
    }

    private mutating func placeWaiting(_ waiting: [Stay], in area: Rect, rows: Int, columns waitingColumns: Int) {
        guard rows > 0 else { return }
        let y = area.bottom - rows
        waitingTitle = Rect(x: area.x, y: y, width: area.width, height: 1)
        let below = Rect(x: area.x, y: y + 1, width: area.width, height: rows - 1)
        let kept = columns
        columns = waitingColumns
        grid(waiting.map { Slot(spot: .stay($0.id), stay: $0, rect: area) }, in: below, height: 1)
        columns = kept
    }

    private mutating func grid(_ new: [Slot], in area: Rect, height: Int, gap: Int = 0) {
        for (index, slot) in new.enumerated() {
            let column = index % columns
            let left = area.width * column / columns
            let right = area.width * (column + 1) / columns
            var slot = slot
            slot.rect = Rect(
                x: area.x + left,
                y: area.y + index / columns * (height + gap),
                width: right - left,
                height: height
            )
            slots.append(slot)
        }
    }

    /// The place above or below another: in the nearest row, the one that stands nearest; nil at the edge.
    func neighbour(of spot: Seating.Spot?, isDown: Bool) -> Seating.Spot? {
        guard let from = slots.first(where: { $0.spot == spot })?.rect else { return nil }
        let beyond = slots.filter { isDown ? $0.rect.y > from.y : $0.rect.y < from.y }
        func distance(_ slot: Slot) -> (Int, Int) { (abs(slot.rect.y - from.y), abs(slot.rect.x - from.x)) }
        return beyond.min { distance($0) < distance($1) }?.spot
    }

    private static func columns(_ width: Int, _ narrowest: Int) -> Int { max(1, width / narrowest) }

    /// How many rows so many things take in so many columns.
    private static func rows(_ count: Int, _ columns: Int) -> Int { (count + columns - 1) / max(1, columns) }
}
