//! The help over a screen.

use super::pen::{Pen, line, right_of};
use crate::app::SlideCommand;
use crate::app::help::{Column, FRAME, Help, Line};
use crate::app::keymap::bindings;
use crate::app::{Action, State};
use crate::text::{Phrase, pad_right};
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: "帮助", en: "Help" };
const GOES_BACK: Phrase = Phrase { zh: "返回", en: "goes back" };

/// Draws the help over `area`, scrolled down by `scroll` lines as far as there is more.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect, scroll: usize) {
    let help = Help::new(state);
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let (count, column) = (cells(help.columns.len()), cells(help.width));
    let width = filling(column * count + 3 * count + 1, area.width);
    let height = filling(cells(help.height()) + FRAME, area.height);
    let popup = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    super::popup::frame(pen, popup, &title(state, pen));
    let shown = usize::from(height.saturating_sub(FRAME));
    let scroll = scroll.min(help.height().saturating_sub(shown));
    for (number, Column { lines, keys }) in (0..count).zip(&help.columns) {
        let left = right_of(popup, 2 + number * (column + 3));
        let place = Rect { width: column.min(left.width), ..left };
        for (row, entry) in lines.iter().skip(scroll).take(shown).enumerate() {
            if let Some(place) = line(place, row + 1) {
                draw_line(pen, place, entry, *keys);
            }
        }
    }
    let hidden = help.height().saturating_sub(scroll + shown);
    let foot =
        Rect { x: popup.x + 1, y: popup.bottom().saturating_sub(1), width: popup.width.saturating_sub(2), height: 1 };
    super::chrome::more(pen, foot, hidden, state.lang(), pen.look.row());
}

/// As much as is needed; all there is where a narrow strip would be left, whose torn words nobody could read.
const fn filling(needed: u16, room: u16) -> u16 {
    const STRIP: u16 = 16;
    if needed.saturating_add(STRIP) > room { room } else { needed }
}

fn draw_line(pen: &mut Pen<'_>, place: Rect, entry: &Line, keys: usize) {
    let ground = pen.look.row();
    match entry {
        Line::Blank => {}
        Line::Heading(words) => {
            pen.text(place, words, ground.patch(pen.look.heading()));
        }
        Line::Entry(chords, words) => {
            let used = pen.text(place, &pad_right(chords, keys), ground.patch(pen.look.strong()));
            pen.text(right_of(place, used), words, ground);
        }
    }
}

fn title(state: &State, pen: &Pen<'_>) -> String {
    let name = TITLE.get(state.lang());
    let keys = bindings(state);
    let closing = [Action::Back, Action::Present(SlideCommand::Stop), Action::Help];
    let back = closing.into_iter().find_map(|action| keys.key_of(action));
    let back = back.map(|key| {
        format!(" {} {} {}", pen.look.sign("·", "."), key.name(state.charset()), GOES_BACK.get(state.lang()))
    });
    format!(" {name}{}", back.unwrap_or_default())
}
