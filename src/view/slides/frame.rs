//! Where the parts of a slide stand.

use crate::app::layout::margins;
use crate::deck::{Shows, Slide};
use ratatui::layout::Rect;

/// Where the parts of a slide stand.
pub(super) struct Frame {
    pub heading: Rect,
    pub content: Rect,
    pub foot: Rect,
}

/// The widest that words and lists are laid out: on wider terminals they stand in the middle.
const READABLE: u16 = 112;

impl Frame {
    /// The frame of a slide: bars and large numbers take the width that there is.
    pub fn of(slide: &Slide, area: Rect) -> Self {
        let Self { heading, content, foot } = Self::new(area);
        let is_large =
            matches!(slide.shows, Shows::Compare { .. } | Shows::City { .. } | Shows::Figure(_) | Shows::Timeline(_));
        let aside = if is_large { 0 } else { content.width.saturating_sub(READABLE) / 2 };
        let inner = |place: Rect| Rect { x: place.x + aside, width: place.width - 2 * aside, ..place };
        Self { heading: inner(heading), content: inner(content), foot }
    }

    pub fn new(area: Rect) -> Self {
        let (side, top) = margins(area);
        let inner = Rect { x: area.x + side, width: area.width.saturating_sub(2 * side), ..area };
        let foot = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..inner };
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 2), ..inner };
        Self { heading: body, content: body, foot }
    }
}
