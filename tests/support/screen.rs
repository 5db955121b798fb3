//! The dashboard on the built-in data, drawn into text.

use cppcc::app::{Action, Pane, Row, StartOptions, State};
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::Library;
use cppcc::domain::{Area, Indicator, Key};
use cppcc::text::width;
use cppcc::text::{CharSet, Lang};
use cppcc::view::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

thread_local! {
    static DATASET: Rc<Library> = Rc::new(load(builtin(Builtin::All)).expect("the built-in data has no fault"));
}

/// The built-in data.
pub fn dataset() -> Rc<Library> {
    DATASET.with(Rc::clone)
}

/// The dashboard as it opens.
pub fn opened(lang: Lang, size: (u16, u16)) -> State {
    State::new(dataset(), StartOptions { lang, size, charset: CharSet::Unicode }).expect("there is data to show")
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

/// The dashboard as it is drawn.
pub fn draw(state: &State, look: Look) -> Buffer {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    cppcc::view::draw(state, look, &mut buffer);
    buffer
}

/// A buffer as text: a line for each row, without the spaces at its end.
pub fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
