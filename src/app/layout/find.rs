//! Lays out the popup for finding: an input line and the list of hits.

use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 104;
/// The smallest height of the body at which the popup leaves a part of it visible.
const TALL: u16 = 20;
/// The cells before the input line, which have its sign.
pub const PROMPT: u16 = 3;

/// The rectangles of the popup for finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindBox {
    pub popup: Rect,
    /// The input line, after its sign.
    pub input: Rect,
    pub list: Rect,
}

impl FindBox {
    /// Lays out the popup over `body`: title, input line, a free line, and the hits, with a free column on each side
    /// and a free line at the foot.
    #[must_use]
    pub fn new(body: Rect) -> Self {
        let width = body.width.min(WIDEST);
        let height = if body.height < TALL { body.height } else { body.height * 4 / 5 };
        let popup = Rect { x: body.x + (body.width - width) / 2, y: body.y, width, height };
        let inner = Rect { x: popup.x + 1, width: popup.width.saturating_sub(2), ..popup };
        let input = Rect {
            x: inner.x + PROMPT.min(inner.width),
            y: inner.y + 1,
            width: inner.width.saturating_sub(PROMPT),
            height: 1,
        };
        let list = Rect { y: inner.y + 3, height: inner.height.saturating_sub(4), ..inner };
        Self { popup, input, list }
    }
}
