//! The tabs above, the keys below, and the lines between panes.

use super::pen::{Pen, right_of};
use crate::app::keys::Binding;
use crate::app::{Screen, State};
use crate::text::{Lang, Phrase, width};
use ratatui::layout::Rect;
use ratatui::style::Style;

const PROGRAM: Phrase = Phrase { zh: " 政协看板 ", en: " CPPCC " };

/// The program's name, the screens, and on the right the measure and the moment in force.
pub(super) fn header(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let mut used = pen.text(area, PROGRAM.get(state.lang), pen.look.badge());
    for (number, screen) in (1..).zip(Screen::ALL) {
        let style = if screen == state.screen { pen.look.tab() } else { pen.look.dim() };
        used += pen.text(right_of(area, used), &format!(" {number} {} ", screen.name().get(state.lang)), style);
    }
    let measure = state.measure.name().get(state.lang);
    let moment = state.moment.name();
    let right = format!("{measure} · {} ", moment.get(state.lang));
    let room = usize::from(area.width.saturating_sub(used));
    if width(&right) < room {
        pen.text_right(right_of(area, used), &right, pen.look.dim());
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

const MOVE: Phrase = Phrase { zh: "移动", en: "move" };

/// The keys that work now, as many as there is room for; a word about what has just happened goes before them.
pub(super) fn footer(state: &State, pen: &mut Pen<'_>, area: Rect) {
    if let Some(notice) = &state.notice {
        pen.text(area, &format!(" {}", notice.get(state.lang)), pen.look.strong());
        return;
    }
    let lang = state.lang;
    let here = state.keys.iter().filter(|binding| binding.works_on(state.screen));
    let hint = |binding: &Binding| Some((binding.chords.first()?.name(state.signs), binding.hint?.get(lang)));
    let hints: Vec<(String, &str)> = here.filter_map(hint).collect();
    let arrows = (pen.look.sign("↑↓←→", "Arrows").to_owned(), MOVE.get(lang));
    let mut used = pen.text(area, " ", Style::new());
    let taken = |(key, word): &(String, &str)| u16::try_from(width(key) + width(word) + 3).unwrap_or(u16::MAX);
    // The last two, help and quit, always have their place.
    let (middle, last) = hints.split_at(hints.len().saturating_sub(2));
    let reserved: u16 = last.iter().map(taken).sum();
    let mut shown = Vec::new();
    let mut room = area.width.saturating_sub(used + reserved);
    for hint in std::iter::once(&arrows).chain(middle) {
        if taken(hint) <= room {
            room -= taken(hint);
            shown.push(hint);
        }
    }
    for (key, word) in shown.into_iter().chain(last) {
        used += pen.text(right_of(area, used), key, pen.look.strong());
        used += pen.text(right_of(area, used), &format!(" {word}  "), pen.look.dim());
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
