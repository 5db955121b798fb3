//! The state as these tests see it. Whatever they ask of it, or put into it, stands here alone.

use cppcc::app::{Action, Pane, Row, Screen, StartOptions, State, keymap};
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::{Deck, DeckEdit, Library, SlideIndex};
use cppcc::domain::{Area, Article, Dataset, Indicator, Key};
use cppcc::text::{Background, CharSet, ColorDepth, Lang, width};
use cppcc::view::Look;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

/// The id of the deck in [`with_deck`].
const DECK: &str = "mine";

/// Where the cursor is, and which row is drawn first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    pub cursor: usize,
    pub first: usize,
}

thread_local! {
    static SHIPPED: Rc<Library> = Rc::new(load(builtin(Builtin::All)).unwrap());
}

pub fn shipped() -> Rc<Library> {
    SHIPPED.with(Rc::clone)
}

/// The data that are compiled in, and a deck with these slides.
pub fn with_deck(slides: &[String]) -> Rc<Library> {
    let mut text = format!("[[deck]]\nid = \"{DECK}\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n");
    for slide in slides {
        text.push_str("\n[[deck.slide]]\n");
        text.push_str(slide);
    }
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new(DECK, "mine/deck.toml", text.into_bytes()));
    Rc::new(load(files).unwrap())
}

pub fn opened(dataset: Rc<Library>, lang: Lang, size: (u16, u16)) -> State {
    let own = own_deck(&dataset);
    let mut state = State::new(dataset, StartOptions { lang, size, charset: CharSet::Unicode }).unwrap();
    state.set_user_deck(own);
    state
}

fn own_deck(dataset: &Library) -> Option<Key<Deck>> {
    dataset.decks.find(DECK)
}

pub fn reload(state: &mut State, dataset: Rc<Library>) {
    let own = own_deck(&dataset);
    assert!(state.replace_data(dataset, own));
}

/// The data after a change of the deck, as they come back from its file.
pub fn take_edit(state: &mut State, edit: &DeckEdit, dataset: Rc<Library>) {
    let own = own_deck(&dataset);
    assert!(state.take_edit(edit, dataset, own));
}

pub fn act(state: &mut State, action: Action) {
    state.apply(action);
}

pub fn press(state: &mut State, code: KeyCode) {
    if let Some(action) = keymap::action(state, &KeyEvent::new(code, KeyModifiers::NONE)) {
        act(state, action);
    }
}

pub fn height_of(state: &State, pane: Pane) -> usize {
    usize::from(state.layout().pane(pane).unwrap().height)
}

/// The rows of the Compare table: whether each is a theme.
pub fn themes_of_compare(state: &State) -> Vec<bool> {
    state.compare().rows().iter().map(|row| matches!(row, Row::Theme(_))).collect()
}

pub fn rows_of_compare(state: &State) -> Rows {
    Rows { cursor: state.compare().position(), first: state.compare().top() }
}

/// The rows of the list on the screen: whether each is a heading.
pub fn headings_of_list(state: &State) -> Vec<bool> {
    state.items().into_iter().map(|item| !item.is_selectable()).collect()
}

pub fn rows_of_list(state: &State) -> Rows {
    let list = state.list().unwrap();
    Rows { cursor: list.cursor(), first: list.top() }
}

pub fn select_indicator(state: &mut State, indicator: Key<Indicator>) {
    super::support::screen::select_indicator(state, indicator);
}

pub fn area(state: &State) -> Key<Area> {
    state.area()
}

pub fn article(state: &State) -> Key<Article> {
    state.reader().unwrap().article
}

pub fn screen(state: &State) -> Screen {
    state.screen()
}

pub fn dataset(state: &State) -> &Dataset {
    state.dataset()
}

/// The slide that is shown, counted from 0.
pub fn slide(state: &State) -> usize {
    state.presentation().unwrap().slide().get()
}

/// The slide that the cursor is on in the list of all slides, counted from 0.
pub fn slide_in_list(state: &State) -> usize {
    state.presentation().unwrap().view().list_cursor().map(SlideIndex::get).unwrap()
}

pub fn drawn(state: &State) -> Buffer {
    drawn_with(state, CharSet::Unicode)
}

pub fn drawn_with(state: &State, charset: CharSet) -> Buffer {
    let (columns, rows) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    cppcc::view::draw(state, Look { depth: ColorDepth::Indexed, background: Background::Dark, charset }, &mut buffer);
    buffer
}

/// The lines of a pane as they are drawn.
pub fn lines_of(state: &State, pane: Pane) -> Vec<String> {
    lines(&drawn(state), state.layout().pane(pane).unwrap())
}

/// The last line of the screen.
pub fn foot(buffer: &Buffer) -> String {
    lines(buffer, buffer.area).pop().unwrap()
}

fn lines(buffer: &Buffer, part: Rect) -> Vec<String> {
    let line = |y| {
        let (mut line, mut x) = (String::new(), part.left());
        while x < part.right() {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).unwrap();
        }
        line.trim_end().to_owned()
    };
    (part.top()..part.bottom()).map(line).collect()
}
