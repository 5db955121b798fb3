//! The tabs above, the keys below, and the lines between panes.

use super::pen::{Pen, line, right_of};
use crate::app::State;
use crate::app::layout::chrome;
use crate::app::layout::chrome::{Button, Role};
use crate::text::{Lang, width, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The program's name, the screens, and on the right the measure and the moment in force.
pub(super) fn header(state: &State, pen: &mut Pen<'_>) {
    for Button { role, word, rect: place, .. } in chrome::header(state) {
        let style = match role {
            Role::Program => pen.look.badge(),
            Role::Tab(true) => pen.look.tab(),
            Role::Tab(false) | Role::Setting | Role::Hint => pen.look.dim(),
        };
        pen.text(place, &word, style);
    }
}

/// A line between panes.
pub(super) fn rule(pen: &mut Pen<'_>, area: Rect) {
    let style = pen.look.faint();
    if area.width == 1 {
        for y in area.top()..area.bottom() {
            pen.text(Rect { y, height: 1, ..area }, pen.look.sign("│", "|"), style);
        }
    } else {
        let line = pen.look.sign("─", "-").repeat(usize::from(area.width));
        pen.text(area, &line, style);
    }
}

/// The keys that work now; a word about what has just happened stands in their place.
pub(super) fn footer(state: &State, pen: &mut Pen<'_>, area: Rect) {
    if let Some(notice) = &state.notice() {
        draw_notice(pen, area, notice.get(state.lang()));
        return;
    }
    for Button { role, key, word, rect: place, .. } in chrome::footer(state) {
        if role == Role::Program {
            pen.text(place, &word, pen.look.badge());
            continue;
        }
        let used = pen.text(place, &key, pen.look.strong());
        pen.text(right_of(place, used + 1), &word, pen.look.dim());
    }
}

/// Words in the footer, and in the line over it where they are long.
pub(super) fn draw_notice(pen: &mut Pen<'_>, footer: Rect, words: &str) {
    let inner = right_of(footer, 1);
    let lines = wrap(words, usize::from(inner.width));
    let lines: Vec<String> = match lines.as_slice() {
        // More than two lines: the second is cut, and says so.
        [first, _, _, ..] => vec![first.clone(), words.get(first.len()..).unwrap_or_default().trim_start().to_owned()],
        _ => lines,
    };
    let height = u16::try_from(lines.len()).unwrap_or(1).min(footer.y + 1);
    let place = Rect { y: footer.y + 1 - height, height, ..inner };
    pen.clear(Rect { x: footer.x, width: footer.width, ..place });
    for (row, text) in lines.iter().enumerate() {
        if let Some(place) = line(place, row) {
            pen.text(place, text, pen.look.strong());
        }
    }
}

/// How many lines of a pane are out of sight, at the right of its last line, on the pane's own ground.
pub(super) fn more(pen: &mut Pen<'_>, area: Rect, lines: usize, lang: Lang, ground: Style) {
    if lines == 0 || area.height == 0 {
        return;
    }
    let sign = pen.look.sign("↓", "v");
    let text = match lang {
        Lang::Zh => format!(" {sign} 还有 {lines} 行"),
        Lang::En => format!(" {sign} {lines} more"),
    };
    let room = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(area.width);
    let last = Rect::new(area.right() - room, area.bottom() - 1, room, 1);
    pen.clear(last);
    pen.text(last, &text, ground.patch(pen.look.dim()));
}
