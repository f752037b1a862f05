import Canvas

/// What a console shows while its station is not there.
enum AwayScreen {
    private static let lines = [
        "The station stopped and is starting again.",
        "What is below is not current.",
        "Every entry that was confirmed is kept.",
    ]

    /// The last frame without its colours, for nothing on it may pass for current, and the message over it.
    static func frame(over last: Frame?, size: Size) -> Frame {
        var frame = last?.size == size ? last ?? Frame(size: size) : Frame(size: size)
        frame.restyle(frame.bounds, .secondary)
        frame.cursor = nil
        let width = min(size.columns, (lines.map { CellWidth.of($0) }.max() ?? 0) + 4)
        let box = Rect(
            x: (size.columns - width) / 2,
            y: max(0, (size.rows - lines.count - 2) / 2),
            width: width,
            height: lines.count + 2
        )
        frame.fill(box, Cell(" ", style: Style(.fault)))
        for (index, line) in lines.enumerated() {
            frame.put(line, x: box.x + 2, y: box.y + 1 + index, style: Style(.fault), width: max(0, width - 2))
        }
        return frame
    }
}
