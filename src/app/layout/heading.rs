//! Lays out the popup in which a slide's heading is edited, with one line for each language.

use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 76;
/// The cells before an input line, which have the name of its language.
pub const LANGUAGE_LABEL: u16 = 12;

/// The rectangles of the popup for a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingBox {
    pub popup: Rect,
    /// The two input lines, after their labels.
    pub inputs: [Rect; 2],
    /// The lines for the hint or a notice.
    pub hint: Rect,
}

impl HeadingBox {
    /// Lays out the popup in the middle of `body`: title, a free line, the two input lines, a free line, and the hint
    /// above the edge.
    #[must_use]
    pub fn new(body: Rect) -> Self {
        let (width, height) = (body.width.min(WIDEST), body.height.min(8));
        let popup =
            Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height };
        let inner = Rect { x: popup.x + 2, width: popup.width.saturating_sub(4), ..popup };
        let line = |row: u16| Rect { y: popup.y + row, height: 1, ..inner };
        let input = |row: u16| {
            let line = line(row);
            Rect {
                x: line.x + LANGUAGE_LABEL.min(line.width),
                width: line.width.saturating_sub(LANGUAGE_LABEL),
                ..line
            }
        };
        Self { popup, inputs: [input(2), input(3)], hint: Rect { height: 2, ..line(5) } }
    }
}
