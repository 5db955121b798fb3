//! The cursor of the City list belongs to one city: whatever selects another, its list begins at the first row, and Esc
//! leads back to a row only in the city where it stood.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::screens::list::Item;
use cppcc::app::{Action, Mode, Pane, Screen, State};
use cppcc::deck::content::CitySlide;
use cppcc::deck::{SlideContent, SlideIndex};
use cppcc::domain::{Area, Key};
use crossterm::event::KeyCode;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeSet;
use support::keys::press;
use support::slides::dashboard;

/// One thing that a person does, and that may select another city or move the cursor.
#[derive(Clone, Copy, Debug)]
enum Way {
    Key(KeyCode),
    Screen(usize),
    Row(usize),
    ClickArea(usize),
    ClickCell(usize, usize),
    /// Up or down among the bars, in the order of the data or by value.
    Bars(bool, KeyCode),
    Find(usize),
    ReadFigure(usize),
    /// Opens the dashboard at what a slide shows.
    Slide(usize),
    Wheel(isize),
    /// Back from the dashboard to the slide, and from there to where the presentation began.
    EndPresentation,
}

fn any_way() -> impl Strategy<Value = Way> {
    let key = |code| Just(Way::Key(code));
    prop_oneof![
        2 => key(KeyCode::Right),
        2 => key(KeyCode::Left),
        1 => key(KeyCode::Down),
        3 => key(KeyCode::Enter),
        3 => key(KeyCode::Esc),
        1 => Just(Way::EndPresentation),
        4 => (0..Screen::ALL.len()).prop_map(Way::Screen),
        4 => (0..200_usize).prop_map(Way::Row),
        1 => (0..5_usize).prop_map(Way::ClickArea),
        1 => (0..60_usize, 0..5_usize).prop_map(|(row, area)| Way::ClickCell(row, area)),
        1 => (any::<bool>(), prop_oneof![Just(KeyCode::Up), Just(KeyCode::Down)]).prop_map(|(by_value, code)| Way::Bars(by_value, code)),
        2 => (0..2000_usize).prop_map(Way::Find),
        1 => (0..2000_usize).prop_map(Way::ReadFigure),
        1 => (0..14_usize).prop_map(Way::Slide),
        1 => (-9..9_isize).prop_map(Way::Wheel),
    ]
}

thread_local! {
    /// The dashboard in which something has been looked for once, so that the walks do not all list what can be found.
    static OPENED: State = {
        let mut state = dashboard();
        state.apply(Action::Find);
        state.apply(Action::Back);
        state
    };
}

/// Returns the area at a place, counted around.
fn area_at(state: &State, place: usize) -> Key<Area> {
    let areas = &state.dataset().areas;
    areas.keys().nth(place % areas.len()).unwrap()
}

fn go(state: &mut State, way: Way) {
    match way {
        Way::Key(code) => {
            press(state, code);
        }
        Way::Screen(screen) => {
            state.apply(Action::Show(Screen::ALL[screen]));
        }
        Way::Row(row) => {
            state.apply(Action::PickRow(row));
        }
        Way::ClickArea(area) => {
            state.apply(Action::PickArea(Pane::Main, area_at(state, area)));
        }
        Way::ClickCell(row, area) => {
            state.apply(Action::Show(Screen::Compare));
            state.apply(Action::PickCell(row, area_at(state, area)));
        }
        Way::Bars(by_value, code) => {
            state.apply(Action::Show(Screen::Compare));
            if by_value {
                state.apply(Action::Sort);
            }
            state.apply(Action::Focus(Pane::Bars));
            press(state, code);
        }
        Way::Find(hit) => {
            state.apply(Action::Find);
            let count = state.find().unwrap().hits().len();
            state.apply(Action::PickHit(hit % count));
            state.apply(Action::Open);
        }
        Way::ReadFigure(figure) => {
            let figures = &state.dataset().observations;
            let figure = figures.keys().nth(figure % figures.len()).unwrap();
            state.apply(Action::ReadFigure(figure));
        }
        Way::Slide(slide) => {
            let deck = state.default_deck().unwrap();
            state.begin(deck, SlideIndex::new(slide), false);
            press(state, KeyCode::Enter);
        }
        Way::EndPresentation => {
            if state.presentation().is_some() {
                press(state, KeyCode::F(5));
                press(state, KeyCode::Esc);
                press(state, KeyCode::Esc);
                assert!(state.presentation().is_none());
            }
        }
        Way::Wheel(rows) => {
            state.apply(Action::Wheel(Pane::Main, rows));
        }
    }
    // A slide, or the help, may lie over the dashboard now.
    if state.is_presenting() {
        press(state, KeyCode::Enter);
    }
    assert!(matches!(state.mode(), Mode::Browse) && !state.is_presenting());
}

/// Where the City list is: its city, and the row that its cursor is on.
type CityPlace = (Key<Area>, usize);

/// Returns the place of the City list, whatever screen is shown, and the list's rows.
fn city(state: &State) -> (CityPlace, Vec<Item>) {
    let mut state = state.clone();
    state.apply(Action::Show(Screen::CITY));
    ((state.area(), state.list().unwrap().cursor()), state.items().to_vec())
}

/// Returns the first row that can be selected.
fn first_row(items: &[Item]) -> usize {
    items.iter().position(|item| item.is_selectable()).unwrap()
}

/// Whether this row shows a figure of the slide from which the dashboard was opened.
fn is_of_slide(state: &State, item: Item) -> bool {
    match (state.slide().map(|slide| &slide.content), item) {
        (Some(SlideContent::City(CitySlide { figures, .. })), Item::Figure(figure)) => figures.contains(&figure),
        _ => false,
    }
}

thread_local! {
    /// The ways that led from a row further down to another city, over all walks.
    static TRIED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Returns the word of a way that stands for all of its kind.
fn kind_of(way: Way, screen: Screen) -> String {
    let name = format!("{way:?}");
    let kind = name.split_once('(').filter(|_| !matches!(way, Way::Key(_))).map_or(name.as_str(), |(kind, _)| kind);
    match way {
        Way::Key(KeyCode::Enter | KeyCode::Right | KeyCode::Left) => format!("{kind} on {}", screen.id()),
        _ => kind.to_owned(),
    }
}

fn walk(ways: &[Way]) {
    let mut state = OPENED.with(State::clone);
    let (mut before, _) = city(&state);
    let mut visited = BTreeSet::from([before]);
    for (step, way) in ways.iter().enumerate() {
        let screen = state.screen();
        go(&mut state, *way);
        let (place, items) = city(&state);
        let (area, cursor) = place;
        let told = format!("step {step} of {ways:?}: from {before:?} to {place:?}");
        assert!(items[cursor].is_selectable(), "{told}");
        let is_way_back = matches!(way, Way::Key(KeyCode::Esc) | Way::EndPresentation);
        let is_fine = cursor == first_row(&items)
            || is_way_back && visited.contains(&place)
            || is_of_slide(&state, items[cursor])
            || area == before.0 && (cursor == before.1 || Screen::CITY == state.screen());
        assert!(is_fine, "the cursor of one city stands in another's list: {told}");
        if area != before.0 && before.1 > first_row(&items) {
            TRIED.with(|tried| tried.borrow_mut().insert(kind_of(*way, screen)));
        }
        visited.insert(place);
        before = place;
    }
}

#[test]
fn the_city_lists_cursor_never_carries_over_to_another_city() {
    // Each walk begins further down a city's list, so that there is something to carry over.
    let start = (0..5_usize, 2..80_usize).prop_map(|(area, row)| [Way::Screen(1), Way::ClickArea(area), Way::Row(row)]);
    let walks = (start, proptest::collection::vec(any_way(), 1..16));
    let config = ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() };
    // The same walks every time, so that every kind of way is surely among them.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let result = runner.run(&walks, |(start, ways)| {
        walk(&[&start[..], &ways].concat());
        Ok(())
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
    let tried = TRIED.with(RefCell::take);
    for kind in [
        "Key(Right) on city",
        "Key(Left) on city",
        "Key(Right) on reader",
        "Key(Right) on initiatives",
        "Key(Down)",
        "Row",
        "ClickArea",
        "ClickCell",
        "Bars",
        "Find",
        "ReadFigure",
        "Slide",
    ] {
        assert!(tried.contains(kind), "no walk led to another city by {kind}: {tried:?}");
    }
}

#[test]
fn esc_leads_back_to_the_row_of_the_city_that_one_came_from() {
    let slide = |slide| [Way::Slide(slide), Way::EndPresentation];
    let read = [Way::Key(KeyCode::Enter), Way::Key(KeyCode::Right), Way::Key(KeyCode::Left), Way::Key(KeyCode::Esc)];
    let find = |hit| [Way::Find(hit), Way::Key(KeyCode::Down), Way::Key(KeyCode::Right), Way::Key(KeyCode::Esc)];
    let figure = [Way::ReadFigure(3), Way::Key(KeyCode::Right), Way::Key(KeyCode::Esc)];
    let mut ways: Vec<Vec<Way>> = vec![read.to_vec(), figure.to_vec()];
    // The first that are found with nothing typed are the cities, then the indicators.
    ways.extend([0, 1, 2, 3, 4, 9].map(|hit| find(hit).to_vec()));
    ways.extend((0..14).map(|number| slide(number).to_vec()));
    let mut state = dashboard();
    for way in [Way::Screen(1), Way::ClickArea(2), Way::Row(9)] {
        go(&mut state, way);
    }
    let (before, items) = city(&state);
    assert!(before.1 > first_row(&items));
    let mut left = 0;
    for steps in ways {
        let mut state = state.clone();
        let (back, there) = steps.split_last().unwrap();
        for way in there {
            go(&mut state, *way);
        }
        left += usize::from(city(&state).0.0 != before.0);
        go(&mut state, *back);
        assert_eq!((state.screen(), city(&state).0), (Screen::CITY, before), "{steps:?}");
    }
    assert!(left > 10, "most ways lead to another city: {left}");
}
