//! Draws what all popups share: a cleared area with a title, and a background or a border that sets it apart.

use super::canvas::{Canvas, line};
use crate::text::{fit, pad_right, width};
use ratatui::layout::Rect;

/// Draws the frame of a popup with something at the right end of its title, which is cut where both have no room.
pub(super) fn draw_frame_with(canvas: &mut Canvas<'_>, area: Rect, title: &str, aside: &str) {
    let room = usize::from(area.width).saturating_sub(width(aside));
    draw_frame(canvas, area, &fit(title, room));
    canvas.text_right(Rect { height: 1, ..area }, aside, canvas.appearance.badge());
}

/// Empties `area`, with a free column on each side, lest words run into those beside it, and draws the title and the border.
/// The border is drawn only without a background colour, but a popup
/// always leaves its first and last column and its last line free for it.
pub(super) fn draw_frame(canvas: &mut Canvas<'_>, area: Rect, title: &str) {
    let gutter = Rect { x: area.x.saturating_sub(1), width: area.width.saturating_add(2), ..area };
    canvas.clear(gutter);
    canvas.paint(area, canvas.appearance.selected_row());
    if let Some(head) = line(area, 0) {
        let title = pad_right(title, usize::from(area.width));
        canvas.text(head, &title, canvas.appearance.badge());
    }
    if canvas.appearance.has_background() || area.height < 2 {
        return;
    }
    let style = canvas.appearance.dim();
    for row in area.rows().skip(1) {
        for side in [row.columns().next(), row.columns().next_back()].into_iter().flatten() {
            canvas.text(side, canvas.appearance.sign("│", "|"), style);
        }
    }
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    canvas.text(foot, &canvas.appearance.sign("─", "-").repeat(usize::from(area.width)), style);
    for (x, corner) in [(area.left(), "└"), (area.right() - 1, "┘")] {
        canvas.text(Rect { x, width: 1, ..foot }, canvas.appearance.sign(corner, "+"), style);
    }
}
