//! What holds after every step, and of every screen that is drawn.

use super::support::screen::assert_whole;
use cppcc::app::screens::coverage;
use cppcc::app::{Mode, Pane, Presentation, Screen, Selection, State, details};
use cppcc::domain::{Key, Table};
use cppcc::view::Appearance;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Asserts that what is selected exists: on the screen, in what lies over it, and in the presentation.
pub fn assert_sound(state: &State) {
    assert_selected(state);
    assert_lists(state);
    assert_presentation(state);
}

/// Asserts that the cursor of the terminal and all panes lie within the screen.
pub fn assert_inside(state: &State) {
    let (columns, rows) = state.size();
    let screen = Rect::new(0, 0, columns, rows);
    if let Some((column, row)) = state.cursor() {
        assert!(screen.contains((column, row).into()), "the cursor is at {column},{row} of {columns}x{rows}");
    }
    for (pane, rect) in &state.layout().panes {
        assert_eq!(rect.intersection(screen), *rect, "{pane:?} of {columns}x{rows}");
    }
}

/// Asserts that a key leads to a thing of the data.
fn held<T>(table: &Table<T>, key: Key<T>, what: &str) {
    assert!(key.position() < table.len(), "the {what} that is selected is not in the data");
}

fn assert_selected(state: &State) {
    let dataset = state.dataset();
    held(&dataset.areas, state.area(), "area");
    assert!(!state.areas().is_empty(), "no area is shown");
    for area in state.areas() {
        held(&dataset.areas, *area, "area that is shown");
    }
    match state.selection() {
        Selection::Cell { indicator, area } => {
            held(&dataset.indicators, indicator, "indicator");
            held(&dataset.areas, area, "area of a cell");
        }
        Selection::Theme { theme, .. } => held(&dataset.themes, theme, "theme"),
        Selection::Figure(figure) => held(&dataset.observations, figure, "figure"),
        Selection::Article(article) => held(&dataset.articles, article, "article"),
        Selection::Initiative(initiative) => held(&dataset.initiatives, initiative, "initiative"),
        Selection::Nothing => {}
    }
}

/// Asserts that a cursor is in its list.
fn assert_in(cursor: usize, count: usize, what: &str) {
    assert!(cursor < count.max(1), "the cursor of {what} is at {cursor} of {count}");
}

/// Says what is shown, and how large it is.
pub fn place(state: &State) -> String {
    let over: String = format!("{:?}", state.mode()).chars().take(40).collect();
    format!("{} at {:?}, {over} {:?}", state.screen().id(), state.size(), state.presentation().map(Presentation::view))
}

fn assert_lists(state: &State) {
    let compare = state.compare();
    let (at, rows) = (compare.position(), compare.rows().len());
    assert_eq!(compare.rows().get(at), Some(&compare.cursor()), "Compare at {at} of {rows}: {}", place(state));
    let is_seen = state.screen() == Screen::Compare && state.layout().pane(Pane::Main).is_some();
    assert!(!is_seen || compare.top() <= compare.position(), "Compare begins below its cursor");
    if state.screen() == Screen::Coverage {
        assert_in(state.coverage().cursor(), coverage::themes(state.dataset()).len(), "Coverage");
    }
    if let Some(list) = state.list() {
        let items = state.items();
        assert_in(list.cursor(), items.len(), "the list");
        let can_be_selected = items.iter().any(|item| item.is_selectable());
        assert!(!can_be_selected || items[list.cursor()].is_selectable(), "on a heading: {}", place(state));
    }
    if let Some(reader) = state.reader() {
        held(&state.dataset().articles, reader.article, "article that is read");
        assert_in(reader.figure, reader.figures(state.dataset()).len(), "the Reader");
    }
    match state.mode() {
        Mode::Find(find) => {
            assert_in(find.cursor(), find.hits().len(), "Find");
            assert!(find.hits().iter().all(|hit| find.entry(hit).is_some()), "a hit that is nothing");
        }
        Mode::ChooseAreas(chooser) => {
            assert_in(chooser.cursor(), chooser.height(), "the cities");
            chooser.marked().iter().for_each(|area| held(&state.dataset().areas, *area, "marked area"));
        }
        Mode::ChooseDeck(chooser) => {
            assert_in(chooser.cursor(), chooser.decks().len(), "the decks");
            chooser.decks().iter().for_each(|deck| held(state.decks(), *deck, "deck of the list"));
        }
        Mode::Browse | Mode::Help { .. } | Mode::AddFigure(_) | Mode::Export(_) => {}
    }
}

fn assert_presentation(state: &State) {
    let Some(presentation) = state.presentation() else { return };
    held(state.decks(), presentation.deck(), "deck that is presented");
    let count = state.slides().len();
    assert_in(presentation.slide().get(), count, "the slides");
    if let Some(cursor) = Presentation::view(presentation).list_cursor() {
        assert_in(cursor.get(), count, "the list of slides");
    }
}

/// Draws the screen, and asserts that it is whole: nothing outside of its frame, and no half of a wide character.
pub fn drawn(state: &State, look: Appearance) -> Buffer {
    let (width, height) = state.size();
    let frame = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(frame);
    cppcc::view::draw(state, look, &mut buffer);
    assert_eq!(buffer.area, frame, "drawing has moved the frame");
    if !frame.is_empty() {
        assert_whole(&buffer, format!("{width}x{height}"));
    }
    let controls = |symbol: &str| symbol.chars().any(char::is_control);
    assert!(!buffer.content().iter().any(|cell| controls(cell.symbol())), "a control character is drawn");
    for link in cppcc::view::links(state) {
        let end = usize::from(link.column) + usize::from(link.width);
        assert!(link.row < height && end <= usize::from(width), "a link lies outside of {width}x{height}");
    }
    if let Some(pane) = state.layout().pane(Pane::Drilldown)
        && !state.layout().is_too_small()
    {
        let lines = details::lines(state, usize::from(pane.width)).len();
        assert_in(state.scroll(), lines, "the drilldown");
    }
    buffer
}
