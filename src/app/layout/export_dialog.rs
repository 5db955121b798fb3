//! Lays out the dialog that exports what is on the screen.

use super::find::PROMPT;
use crate::app::export_dialog::OFFERED_FORMATS;
use ratatui::layout::Rect;

/// The greatest width, in cells.
const WIDEST: u16 = 72;
/// The rows beside those of the formats: title, what is exported, path, message, edge.
const FRAME: u16 = 5;

/// The rectangles of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportBox {
    pub popup: Rect,
    /// The line that says what is exported.
    pub content: Rect,
    pub list: Rect,
    /// The line with the path, behind its sign.
    pub path: Rect,
    pub message: Rect,
}

impl ExportBox {
    /// Lays out the dialog over `body`, with a free column on each side.
    #[must_use]
    pub fn new(body: Rect) -> Self {
        let width = body.width.min(WIDEST);
        let formats = u16::try_from(OFFERED_FORMATS.len()).unwrap_or(u16::MAX);
        let height = formats.saturating_add(FRAME).min(body.height);
        let popup =
            Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
        let inner = Rect { x: popup.x + 1, width: popup.width.saturating_sub(2), height: 1, ..popup };
        let content = Rect { y: inner.y + 1, ..inner };
        let list = Rect { y: inner.y + 2, height: height.saturating_sub(FRAME), ..inner };
        let path = Rect {
            x: inner.x + PROMPT.min(inner.width),
            y: list.bottom(),
            width: inner.width.saturating_sub(PROMPT),
            height: 1,
        };
        Self { popup, content, list, path, message: Rect { y: path.y + 1, ..inner } }
    }
}
