//! The layout of the heading editor, with an input line for each language.

use ratatui::layout::Rect;

/// The widest that it gets, in cells.
const WIDEST: u16 = 76;
/// The cells before an input line, which hold the name of its language.
pub const LANGUAGE_LABEL: u16 = 12;

/// The rectangles of the heading editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingBox {
    pub popup: Rect,
    /// The two input lines, after their labels.
    pub inputs: [Rect; 2],
    /// The lines that explain the keys.
    pub hint: Rect,
}

impl HeadingBox {
    /// Lays the editor out in the middle of `body`: head, a free line, the two lines, a free line, and the hint above
    /// the edge.
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
