//! Lays out the menu for a new slide.

use crate::app::presentation::new_slide_menu::NewSlideChoice;
use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 60;

/// The rectangles of the menu for a new slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSlideBox {
    pub popup: Rect,
    /// The choices, one in each row.
    pub list: Rect,
}

impl NewSlideBox {
    /// Lays out the menu in the middle of `body`: its title, a free row above and below the choices, and the edge.
    #[must_use]
    pub fn new(body: Rect) -> Self {
        let rows = u16::try_from(NewSlideChoice::ALL.len()).unwrap_or(1);
        let (width, height) = (body.width.min(WIDEST), body.height.min(rows + 4));
        let popup =
            Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height };
        let list = Rect { x: popup.x + 1, y: popup.y + 2, width: popup.width.saturating_sub(2), height: rows };
        Self { popup, list }
    }
}
