//! Draws the help over a screen.

use super::canvas::{Canvas, cells, right_of};
use crate::app::SlideCommand;
use crate::app::help::{FRAME, Help, HelpColumn, HelpLine};
use crate::app::keymap::bindings;
use crate::app::{Action, State};
use crate::text::{Phrase, pad_right};
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: "帮助", en: "Help" };
const GOES_BACK: Phrase = Phrase { zh: "返回", en: "goes back" };

/// Draws the help over `area`, scrolled down by `scroll` lines, or to its end if that is less.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect, scroll: usize) {
    let help = Help::new(state);
    let (count, column) = (cells(help.columns.len()), cells(help.width));
    let width = filling(column * count + 3 * count + 1, area.width);
    let height = filling(cells(help.height()) + FRAME, area.height);
    let popup = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    super::popup::draw_frame(canvas, popup, &title(state, canvas));
    let shown = usize::from(height.saturating_sub(FRAME));
    let scroll = scroll.min(help.height().saturating_sub(shown));
    for (number, HelpColumn { lines, keys }) in (0..count).zip(&help.columns) {
        let left = right_of(popup, 2 + number * (column + 3));
        let rect = Rect { width: column.min(left.width), ..left };
        // The first row has the title.
        for (row, line) in rect.rows().skip(1).zip(lines.iter().skip(scroll).take(shown)) {
            draw_line(canvas, row, line, *keys);
        }
    }
    let hidden = help.height().saturating_sub(scroll + shown);
    let foot =
        Rect { x: popup.x + 1, y: popup.bottom().saturating_sub(1), width: popup.width.saturating_sub(2), height: 1 };
    super::hidden_lines::draw(canvas, foot, (scroll, hidden), state.lang(), canvas.appearance.selected_row());
}

/// Returns the cells that the help takes: all of `available` if only a narrow strip would be left beside it. Nobody
/// could read the torn words in such a strip.
const fn filling(needed: u16, available: u16) -> u16 {
    const STRIP: u16 = 16;
    if needed.saturating_add(STRIP) > available { available } else { needed }
}

fn draw_line(canvas: &mut Canvas<'_>, rect: Rect, line: &HelpLine, keys: usize) {
    let background = canvas.appearance.selected_row();
    match line {
        HelpLine::Blank => {}
        HelpLine::Heading(words) => {
            canvas.text(rect, words, background.patch(canvas.appearance.heading()));
        }
        HelpLine::Entry(chords, words) => {
            let used = canvas.text(rect, &pad_right(chords, keys), background.patch(canvas.appearance.strong()));
            canvas.text(right_of(rect, used), words, background);
        }
    }
}

fn title(state: &State, canvas: &Canvas<'_>) -> String {
    let name = TITLE.get(state.lang());
    let keys = bindings(state);
    let closing = [Action::Back, Action::Present(SlideCommand::Stop), Action::Help];
    let back = closing.into_iter().find_map(|action| keys.key_of(action));
    let back = back.map(|key| {
        format!(" {} {} {}", canvas.appearance.sign("·", "."), key.name(state.charset()), GOES_BACK.get(state.lang()))
    });
    format!(" {name}{}", back.unwrap_or_default())
}
