//! The tabs above, the keys below, and the lines between panes.

use super::canvas::{Canvas, line, right_of};
use crate::app::State;
use crate::app::layout::chrome;
use crate::app::layout::chrome::{Button, ButtonRole};
use crate::text::{Lang, width, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The program's name, the screens, and on the right the measure and the moment in force.
pub(super) fn header(state: &State, canvas: &mut Canvas<'_>) {
    for Button { role, word, rect, .. } in chrome::header(state) {
        let style = match role {
            ButtonRole::Program => canvas.appearance.badge(),
            ButtonRole::Tab(true) => canvas.appearance.tab(),
            ButtonRole::Tab(false) | ButtonRole::Setting | ButtonRole::Hint => canvas.appearance.dim(),
        };
        canvas.text(rect, &word, style);
    }
}

/// A line between panes.
pub(super) fn rule(canvas: &mut Canvas<'_>, area: Rect) {
    let style = canvas.appearance.faint();
    if area.width == 1 {
        for y in area.top()..area.bottom() {
            canvas.text(Rect { y, height: 1, ..area }, canvas.appearance.sign("│", "|"), style);
        }
    } else {
        let line = canvas.appearance.sign("─", "-").repeat(usize::from(area.width));
        canvas.text(area, &line, style);
    }
}

/// The keys that work now; a word about what has just happened stands in their place.
pub(super) fn footer(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(notice) = &state.notice() {
        draw_notice(canvas, area, notice.get(state.lang()));
        return;
    }
    for Button { role, key, word, rect, .. } in chrome::footer(state) {
        if role == ButtonRole::Program {
            canvas.text(rect, &word, canvas.appearance.badge());
            continue;
        }
        let used = canvas.text(rect, &key, canvas.appearance.strong());
        canvas.text(right_of(rect, used + 1), &word, canvas.appearance.dim());
    }
}

/// Words in the footer, and in the line over it where they are long.
pub(super) fn draw_notice(canvas: &mut Canvas<'_>, footer: Rect, words: &str) {
    let inner = right_of(footer, 1);
    let lines = wrap(words, usize::from(inner.width));
    let lines: Vec<String> = match lines.as_slice() {
        // More than two lines: the second is cut, and says so.
        [first, _, _, ..] => vec![first.clone(), words.get(first.len()..).unwrap_or_default().trim_start().to_owned()],
        _ => lines,
    };
    let height = u16::try_from(lines.len()).unwrap_or(1).min(footer.y + 1);
    let rect = Rect { y: footer.y + 1 - height, height, ..inner };
    canvas.clear(Rect { x: footer.x, width: footer.width, ..rect });
    for (row, text) in lines.iter().enumerate() {
        if let Some(rect) = line(rect, row) {
            canvas.text(rect, text, canvas.appearance.strong());
        }
    }
}

/// How many lines of a pane are out of sight, at the right of its last line, on the pane's own ground.
pub(super) fn more(canvas: &mut Canvas<'_>, area: Rect, lines: usize, lang: Lang, ground: Style) {
    if lines == 0 || area.height == 0 {
        return;
    }
    let sign = canvas.appearance.sign("↓", "v");
    let text = match lang {
        Lang::Zh => format!(" {sign} 还有 {lines} 行"),
        Lang::En => format!(" {sign} {lines} more"),
    };
    let room = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(area.width);
    let last = Rect::new(area.right() - room, area.bottom() - 1, room, 1);
    canvas.clear(last);
    canvas.text(last, &text, ground.patch(canvas.appearance.dim()));
}
