import Canvas

/// Where an open form stands, and the room that is left for the place it stands beside.
///
/// A form never covers a patient that it is not about: a line stands at the bottom, a sheet in the right half of a wide
/// screen, else in the lower rows.
struct FormRoom {
    private(set) var place: Rect
    private(set) var form: Rect

    /// From this width on, place and sheet stand side by side.
    static let wide = 140

    /// - Parameter rows: as many as the form would like to have.
    init(_ shape: FormFacts.Shape, rows: Int, in area: Rect, beside place: any Place, _ scene: Scene) {
        switch shape {
        case .line:
            let height = min(area.height, max(3, rows))
            form = Rect(x: area.x, y: area.bottom - height, width: area.width, height: height)
            self.place = area.inset(bottom: place.yields(height, of: area, scene) ? height : 0)
        case .alone:
            self.place = Rect(x: area.x, y: area.y, width: area.width, height: 0)
            form = area
        case .sheet where area.width >= Self.wide:
            let half = area.width / 2
            self.place = Rect(x: area.x, y: area.y, width: half, height: area.height)
            form = Rect(x: area.x + half, y: area.y, width: area.width - half, height: area.height)
        case .sheet:
            let kept = max(0, min(place.rowsBeside(max(3, rows), of: area, scene), area.height - 3))
            self.place = Rect(x: area.x, y: area.y, width: area.width, height: kept)
            form = area.inset(top: kept)
        }
    }
}
