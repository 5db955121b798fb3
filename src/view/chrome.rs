//! Draws the tabs, the hints of keys, and the rules between panes.

use super::canvas::{Canvas, right_of};
use crate::app::State;
use crate::app::layout::chrome;
use crate::app::layout::chrome::{Button, ButtonRole};
use crate::text::wrap;
use ratatui::layout::Rect;

/// Draws the header: the program's name, the screens, and on the right the measure and the year that apply.
pub(super) fn draw_header(state: &State, canvas: &mut Canvas<'_>) {
    for Button { role, word, rect, .. } in chrome::header(state) {
        let style = match role {
            ButtonRole::Program => canvas.appearance.badge(),
            ButtonRole::Tab(true) => canvas.appearance.tab(),
            ButtonRole::Tab(false) | ButtonRole::Setting | ButtonRole::Hint => canvas.appearance.dim(),
        };
        canvas.text(rect, &word, style);
    }
}

/// Draws a line between two panes, upright or level.
pub(super) fn draw_rule(canvas: &mut Canvas<'_>, area: Rect) {
    let style = canvas.appearance.faint();
    if area.width == 1 {
        for row in area.rows() {
            canvas.text(row, canvas.appearance.sign("│", "|"), style);
        }
    } else {
        let line = canvas.appearance.sign("─", "-").repeat(usize::from(area.width));
        canvas.text(area, &line, style);
    }
}

/// Draws the footer: the keys that work now, or the notice if there is one.
pub(super) fn draw_footer(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
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

/// Draws a notice over the footer; a long one takes the line above as well.
pub(super) fn draw_notice(canvas: &mut Canvas<'_>, footer: Rect, words: &str) {
    let inner = right_of(footer, 1);
    let lines = wrap(words, usize::from(inner.width));
    let lines: Vec<String> = match lines.as_slice() {
        // A notice of more than two lines is cut at the end of the second, which shows that there was more.
        [first, _, _, ..] => vec![first.clone(), words.get(first.len()..).unwrap_or_default().trim_start().to_owned()],
        _ => lines,
    };
    let height = u16::try_from(lines.len()).unwrap_or(1).min(footer.y + 1);
    let rect = Rect { y: footer.y + 1 - height, height, ..inner };
    canvas.clear(Rect { x: footer.x, width: footer.width, ..rect });
    for (row, text) in rect.rows().zip(&lines) {
        canvas.text(row, text, canvas.appearance.strong());
    }
}
