import Canvas
import Settings

/// What roles look like where there are no colours: words carry the meaning, this only helps the eye.
enum Monochrome {
    static func emphasis(_ style: Style) -> Emphasis {
        let isElsewhere = !style.emphasis.isDisjoint(with: [.onBar, .onSelection])
        return style.role.facts.monochrome.union(style.emphasis).union(isElsewhere ? .reverse : [])
    }
}
