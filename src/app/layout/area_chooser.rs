//! Lays out the popup for choosing areas.

use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 64;
/// The rows of the title, of the line with the keys, and of the edge.
const FRAME: u16 = 3;

/// The rectangles of the popup for choosing areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChooserBox {
    pub popup: Rect,
    pub list: Rect,
    /// The line that says what the keys do.
    pub keys: Rect,
}

impl ChooserBox {
    /// Lays out the popup over `body` for a number of rows, with a free column on each side.
    #[must_use]
    pub fn new(body: Rect, rows: usize) -> Self {
        let width = body.width.min(WIDEST);
        let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(FRAME);
        let height = wanted.min(body.height);
        let popup =
            Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
        let inner = Rect { x: popup.x + 1, width: popup.width.saturating_sub(2), ..popup };
        let list = Rect { y: inner.y + 1, height: height.saturating_sub(FRAME), ..inner };
        let keys = Rect { y: list.bottom(), height: u16::from(height >= FRAME), ..inner };
        Self { popup, list, keys }
    }
}
