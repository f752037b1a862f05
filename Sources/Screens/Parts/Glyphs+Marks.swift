/// The marks that screens draw with, for each set of glyphs.
///
/// Only box lines and bars may be of ambiguous width, because there is no other; all other marks are one cell wide on
/// every terminal.
extension Glyphs {
    /// Stands before the chair, row or field the next key acts on.
    var focus: Unicode.Scalar { pick("\u{25B8}", ">") }
    var done: Unicode.Scalar { pick("\u{2713}", "+") }
    var missing: Unicode.Scalar { pick("\u{2717}", "-") }
    var clippedAbove: Unicode.Scalar { pick("\u{2303}", "^") }
    var clippedBelow: Unicode.Scalar { pick("\u{2304}", "v") }

    var barFull: Unicode.Scalar { pick("\u{2501}", "=") }
    var barEmpty: Unicode.Scalar { pick("\u{254C}", ".") }

    var horizontal: Unicode.Scalar { pick("\u{2500}", "-") }
    var vertical: Unicode.Scalar { pick("\u{2502}", "|") }
    var topLeft: Unicode.Scalar { pick("\u{256D}", "+") }
    var topRight: Unicode.Scalar { pick("\u{256E}", "+") }
    var bottomLeft: Unicode.Scalar { pick("\u{2570}", "+") }
    var bottomRight: Unicode.Scalar { pick("\u{256F}", "+") }
    /// A line of small dashes: limits in plots, empty chairs.
    var dotted: Unicode.Scalar { pick("\u{254C}", "-") }
    /// The axis of a plot.
    var axis: Unicode.Scalar { pick("\u{2502}", "|") }
    var axisTick: Unicode.Scalar { pick("\u{2524}", "+") }
    var floor: Unicode.Scalar { pick("\u{2500}", "-") }
    var floorTick: Unicode.Scalar { pick("\u{2534}", "+") }
    var corner: Unicode.Scalar { pick("\u{2570}", "+") }

    private func pick(_ unicode: Unicode.Scalar, _ ascii: Unicode.Scalar) -> Unicode.Scalar {
        switch self {
        case .unicode: unicode
        case .ascii: ascii
        }
    }
}
