//! Draws the tabs, the hints of keys, and the rules between panes.

use super::canvas::{Canvas, right_of};
use crate::app::State;
use crate::app::layout::chrome;
use crate::app::layout::chrome::{Button, ButtonRole};
use crate::text::{fit, wrap};
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

/// Draws a line between two panes, upright or level: heavy along the pane that has the focus, where it stands right of the
/// line or below it. So the focus can be seen without colours, too.
pub(super) fn draw_rule(canvas: &mut Canvas<'_>, rule: Rect, focused: Option<Rect>) {
    let is_upright = rule.width == 1;
    let (light, heavy) = if is_upright { (("│", "|"), ("┃", "#")) } else { (("─", "-"), ("━", "=")) };
    let part = focused.map_or(Rect::ZERO, |pane| along(rule, pane, is_upright));
    for position in rule.positions() {
        let ((unicode, ascii), style) = if part.contains(position) {
            (heavy, canvas.appearance.strong())
        } else {
            (light, canvas.appearance.faint())
        };
        canvas.text(Rect::from((position, (1, 1).into())), canvas.appearance.sign(unicode, ascii), style);
    }
}

/// Returns the part of a line that stands left of a pane or above it. A free column may lie between them.
fn along(rule: Rect, pane: Rect, is_upright: bool) -> Rect {
    let is_beside = if is_upright { (1..=2).contains(&pane.x.saturating_sub(rule.x)) } else { pane.y == rule.y + 1 };
    if !is_beside {
        return Rect::ZERO;
    }
    if is_upright {
        Rect { y: pane.y, height: pane.height, ..rule }
    } else {
        Rect { x: pane.x, width: pane.width, ..rule }
    }
    .intersection(rule)
}

/// Draws the footer: the keys that work now, or the notice if there is one.
pub(super) fn draw_footer(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(notice) = &state.notice() {
        draw_notice(canvas, area, notice.get(state.lang()));
        return;
    }
    draw_hints(state, canvas, area);
}

/// Draws the keys that work now in a line, and returns the cells used.
pub(super) fn draw_hints(state: &State, canvas: &mut Canvas<'_>, line: Rect) -> u16 {
    let mut end = line.x;
    for Button { role, key, word, rect, .. } in chrome::footer_in(state, line) {
        end = rect.right();
        if role == ButtonRole::Program {
            canvas.text(rect, &word, canvas.appearance.badge());
            continue;
        }
        let used = canvas.text(rect, &key, canvas.appearance.strong());
        canvas.text(right_of(rect, used + 1), &word, canvas.appearance.dim());
    }
    end - line.x
}

/// Draws above the footer what is wrong with the files of the data. A long path is cut in the middle of the line: what is
/// wrong comes last and is worth more than the folders.
pub(super) fn draw_banner(canvas: &mut Canvas<'_>, footer: Rect, words: &str) {
    let line = Rect { y: footer.y.saturating_sub(1), height: 1, ..footer };
    canvas.clear(line);
    let style = canvas.appearance.refused();
    let used = canvas.text(line, canvas.appearance.sign(" ✗ ", " ! "), style);
    let rest = right_of(line, used);
    canvas.text(rest, &fit(words, usize::from(rest.width)), style);
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
