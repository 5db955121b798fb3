//! A presentation as its tests see it.

use super::keys::press;
use super::library::{user_deck, with_deck};
use super::screen::{opened, opened_on};
use cppcc::app::State;
use cppcc::deck::{DeckEdit, Library, SlideIndex, SlideNumber};
use cppcc::text::Lang;
use crossterm::event::KeyCode;
use std::rc::Rc;

const SMALL: (u16, u16) = (80, 24);

/// A deck of the user's: three slides, each of another kind.
pub const MINE: &str = r#"
[[deck]]
id = "mine"
name = { zh = "我的", en = "Mine" }

[[deck.slide]]
kind = "coverage"

[[deck.slide]]
kind = "timeline"

[[deck.slide]]
kind = "compare"
indicators = ["proposals-submitted"]
"#;

/// Opens the dashboard in Chinese, small enough for every screen.
pub fn dashboard() -> State {
    opened(Lang::Zh, SMALL)
}

/// Starts the presentation of the built-in deck.
pub fn presenting() -> State {
    let mut state = dashboard();
    press(&mut state, KeyCode::F(5));
    state
}

/// Starts the presentation of the user's deck.
pub fn presenting_user_deck() -> State {
    let mut state = opened_on(with_deck(MINE), Lang::Zh, SMALL);
    // The user's own deck stands first in the list of decks.
    press(&mut state, KeyCode::F(5));
    press(&mut state, KeyCode::Enter);
    state
}

/// Reads the data again, the user's deck among them.
pub fn reload(state: &mut State, library: Rc<Library>) {
    let deck = user_deck(&library);
    assert!(state.replace_data(library, deck));
}

/// Takes the data as they come back from the file of a deck that was changed.
pub fn take_edit(state: &mut State, edit: &DeckEdit, library: Rc<Library>) {
    let deck = user_deck(&library);
    assert!(state.take_edit(edit, library, deck));
}

/// Returns the index of the slide that is shown.
pub fn slide_index(state: &State) -> usize {
    state.presentation().unwrap().slide().get()
}

/// Returns the number of the slide that is shown, as a person counts.
pub fn slide_number(state: &State) -> usize {
    state.presentation().unwrap().slide().number().get()
}

/// Returns the index of the slide that the cursor of the list is on, where the list is shown.
pub fn list_cursor(state: &State) -> Option<usize> {
    state.presentation().unwrap().view().list_cursor().map(SlideIndex::get)
}

/// Returns the index of the slide whose heading is typed.
pub fn edited_heading(state: &State) -> Option<usize> {
    state.heading().map(|editor| editor.slide().get())
}

/// Returns the number that is being typed.
pub fn typed_number(state: &State) -> Option<usize> {
    state.presentation().unwrap().view().typed().map(SlideNumber::get)
}

/// Whether the screen is blank.
pub fn is_blank(state: &State) -> bool {
    state.presentation().unwrap().view().is_blank()
}
