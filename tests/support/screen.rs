//! The dashboard on the built-in data, drawn into text.

use super::library::{shipped, user_deck};
use cppcc::app::{Action, Pane, Row, StartOptions, State};
use cppcc::deck::Library;
use cppcc::domain::{Area, Indicator, Key};
use cppcc::text::{Background, CharSet, ColorDepth, Lang, width};
use cppcc::view::Appearance;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Display;
use std::rc::Rc;

/// How most tests draw: as on a usual terminal, all characters and 256 colours on a dark ground.
pub const LOOK: Appearance =
    Appearance { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

/// How the program draws on a terminal that tells nothing of its background.
pub const UNKNOWN_BACKGROUND: Appearance = Appearance { background: Background::Unknown, ..LOOK };

/// Returns the dashboard as it opens.
pub fn opened(lang: Lang, size: (u16, u16)) -> State {
    opened_on(shipped(), lang, size)
}

/// Returns the dashboard as it opens on these data, the user's deck among them.
pub fn opened_on(library: Rc<Library>, lang: Lang, size: (u16, u16)) -> State {
    let deck = user_deck(&library);
    let settings = StartOptions { lang, size, charset: CharSet::Unicode };
    let mut state = State::new(library, settings).expect("there is data to show");
    state.set_user_deck(deck);
    state
}

/// Puts the cursor of Compare on an indicator, unfolding what hides it, as a person would.
pub fn select_indicator(state: &mut State, indicator: Key<Indicator>) {
    let theme = state.dataset().indicators[indicator].theme;
    let position = |state: &State, row| state.compare().rows().iter().position(|other| *other == row);
    // What one area alone reports is folded away within a theme that is open.
    for hides in [Row::Singles(theme), Row::Theme(theme), Row::Singles(theme)] {
        if position(state, Row::Indicator(indicator)).is_none()
            && let Some(row) = position(state, hides)
        {
            state.apply(Action::PickRow(row));
            state.apply(Action::Open);
        }
    }
    state.apply(Action::PickRow(position(state, Row::Indicator(indicator)).expect("the indicator has a row")));
}

/// Selects an area, as a click in its column does.
pub fn select_area(state: &mut State, area: Key<Area>) {
    state.apply(Action::PickArea(Pane::Main, area));
}

/// Draws the dashboard, or the slide that is shown.
pub fn draw(state: &State, look: Appearance) -> Buffer {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    cppcc::view::draw(state, look, &mut buffer);
    buffer
}

/// Returns how many cells a symbol takes. Nearly all are ASCII, and there are millions of cells.
fn cells_of(symbol: &str) -> usize {
    if symbol.len() == 1 { 1 } else { width(symbol).max(1) }
}

/// Returns one row of a part of the screen as it is drawn, counted from the part's first, with the spaces at its end.
pub fn row_of(buffer: &Buffer, part: Rect, row: u16) -> String {
    let start = buffer.index_of(part.left(), part.top() + row);
    let cells = &buffer.content()[start..start + usize::from(part.width)];
    let (mut text, mut x) = (String::new(), 0);
    while let Some(cell) = cells.get(x) {
        text.push_str(cell.symbol());
        // The second cell of a wide character holds nothing of its own.
        x += cells_of(cell.symbol());
    }
    text
}

/// Returns the rows of a part of the screen, without the spaces at their ends.
pub fn lines_in(buffer: &Buffer, part: Rect) -> Vec<String> {
    (0..part.height).map(|row| row_of(buffer, part, row).trim_end().to_owned()).collect()
}

/// Returns the rows of a pane, without the spaces at their ends.
pub fn lines_of(state: &State, pane: Pane) -> Vec<String> {
    lines_in(&draw(state, LOOK), state.layout().pane(pane).expect("a pane that is shown"))
}

/// Returns the rows of the screen, without the spaces at their ends.
pub fn lines(state: &State) -> Vec<String> {
    let buffer = draw(state, LOOK);
    lines_in(&buffer, buffer.area)
}

/// Returns the last row of the screen.
pub fn foot(state: &State) -> String {
    lines(state).pop().expect("a screen with rows")
}

/// Returns a screen as text: a line for each row, without the spaces at its end.
pub fn text(buffer: &Buffer) -> String {
    lines_in(buffer, buffer.area).join("\n") + "\n"
}

/// Asserts that no wide character hangs over the right edge, or has its second half written over.
pub fn assert_whole(buffer: &Buffer, screen: impl Display) {
    for (y, row) in buffer.content().chunks(usize::from(buffer.area.width)).enumerate() {
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            let (symbol, cells) = (cell.symbol(), cells_of(cell.symbol()));
            assert!(x + cells <= row.len(), "{screen}: {symbol} at {x},{y}");
            if cells == 2 {
                assert_eq!(row[x + 1].symbol(), " ", "{screen}: {symbol} at {x},{y} is halved");
            }
            x += cells;
        }
    }
}
