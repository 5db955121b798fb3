//! What all popups have in common: what lies under them goes, and their ground or their edge sets them apart.

use super::pen::{Pen, line};
use crate::text::pad_right;
use ratatui::layout::Rect;

/// Empties `area` and draws its head and its edge. Where there is no colour for a ground, lines make the edge; a popup
/// leaves its first and last column and its last line free for them.
pub(super) fn frame(pen: &mut Pen<'_>, area: Rect, title: &str) {
    pen.clear(area);
    pen.paint(area, pen.look.row());
    if let Some(head) = line(area, 0) {
        let title = pad_right(title, usize::from(area.width));
        pen.text(head, &title, pen.look.badge());
    }
    if pen.look.has_ground() || area.height < 2 {
        return;
    }
    let style = pen.look.dim();
    for x in [area.left(), area.right() - 1] {
        for y in area.top() + 1..area.bottom() {
            pen.text(Rect::new(x, y, 1, 1), pen.look.sign("│", "|"), style);
        }
    }
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    pen.text(foot, &pen.look.sign("─", "-").repeat(usize::from(area.width)), style);
    for (x, corner) in [(area.left(), "└"), (area.right() - 1, "┘")] {
        pen.text(Rect { x, width: 1, ..foot }, pen.look.sign(corner, "+"), style);
    }
}
