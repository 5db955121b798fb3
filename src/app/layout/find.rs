//! The layout of finding: an input line, and the hits below it.

use ratatui::layout::Rect;

/// The widest that it gets, in cells.
const WIDEST: u16 = 104;
/// From this height of the body on, part of it stays visible.
const TALL: u16 = 20;
/// The cells before the input line, which hold its sign.
pub const PROMPT: u16 = 3;

/// The rectangles of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindBox {
    pub popup: Rect,
    /// The input line, after its sign.
    pub input: Rect,
    pub list: Rect,
}

impl FindBox {
    /// Lays finding out over `body`: head, input line, a free line and the hits. A cell at each side and a line below
    /// stay free.
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
