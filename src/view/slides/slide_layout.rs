//! Lays out the parts of a slide.

use crate::app::layout::margins;
use ratatui::layout::Rect;

/// The areas of a slide's heading, content and foot.
pub(super) struct SlideLayout {
    pub heading: Rect,
    pub content: Rect,
    pub foot: Rect,
}

/// The greatest width of text and lists, which are centred on wider terminals.
const READABLE: u16 = 112;

impl SlideLayout {
    /// Returns the layout of a slide, whose content takes the full width or is kept readable.
    pub fn of(area: Rect, takes_full_width: bool) -> Self {
        let Self { heading, content, foot } = Self::new(area);
        let aside = if takes_full_width { 0 } else { content.width.saturating_sub(READABLE) / 2 };
        let inner = |rect: Rect| Rect { x: rect.x + aside, width: rect.width - 2 * aside, ..rect };
        Self { heading: inner(heading), content: inner(content), foot }
    }

    /// Returns the layout within the margins, whatever the slide.
    pub fn new(area: Rect) -> Self {
        let (side, top) = margins(area);
        let inner = Rect { x: area.x + side, width: area.width.saturating_sub(2 * side), ..area };
        let foot = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..inner };
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 2), ..inner };
        Self { heading: body, content: body, foot }
    }
}
