//! Lays out the list of all slides and decides which of them are visible.

use ratatui::layout::Rect;

/// Returns the free columns at each side of a slide, and the free rows above it.
#[must_use]
pub fn margins(area: Rect) -> (u16, u16) {
    ((area.width / 20).min(12), (area.height / 18).min(3))
}

/// The rectangles of the list of all slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverviewBox {
    pub head: Rect,
    /// The slides, one in each row.
    pub list: Rect,
    /// The first visible slide.
    pub top: usize,
}

impl OverviewBox {
    /// Lays out the heading, a free line, the slides, and a free line above the foot. The cursor is visible.
    #[must_use]
    pub fn new(area: Rect, slides: usize, cursor: usize) -> Self {
        let (side, top) = margins(area);
        let head = Rect {
            x: area.x + side,
            y: area.y + top,
            width: area.width.saturating_sub(2 * side),
            height: area.height.saturating_sub(top).min(1),
        };
        let list = Rect { y: head.y + 2, height: area.height.saturating_sub(top + 4), ..head };
        let height = usize::from(list.height);
        let first = (cursor + 1).saturating_sub(height).max(cursor.saturating_sub(height / 2));
        Self { head, list, top: first.min(slides.saturating_sub(height)) }
    }
}
