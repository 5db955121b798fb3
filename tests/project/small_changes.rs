//! What is easily changed by a sign or a word, and seen by nobody: pages, scrolling, what a reload keeps, the slide that
//! is meant, and what is told beside a figure.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::action::PageStep;
use cppcc::app::{Action, Pane, Row, Screen, State};
use cppcc::deck::{DeckEdit, Library, SlideIndex};
use cppcc::domain::FigureChoice;
use cppcc::domain::{Key, Measure, Request, YearChoice, compare};
use cppcc::text::{CharSet, Lang};
use cppcc::view::Appearance;
use cppcc::view::slides::{SIZES, overflows};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use std::collections::BTreeSet;
use std::rc::Rc;
use support::keys::press;
use support::library::{shipped, with_slides};
use support::screen::{LOOK, draw, lines_in, lines_of, opened, opened_on, select_indicator};
use support::slides::{list_cursor, reload, slide_index, take_edit};

const MIDDLE: (u16, u16) = (120, 36);
const SMALL: (u16, u16) = (80, 24);

/// Where the cursor is, and which row is drawn first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rows {
    cursor: usize,
    first: usize,
}

fn compare_rows(state: &State) -> Rows {
    Rows { cursor: state.compare().position(), first: state.compare().top() }
}

fn list_rows(state: &State) -> Rows {
    let list = state.list().unwrap();
    Rows { cursor: list.cursor(), first: list.top() }
}

/// Whether each row of Compare is a theme.
fn themes(state: &State) -> Vec<bool> {
    state.compare().rows().iter().map(|row| matches!(row, Row::Theme(_))).collect()
}

fn drawn(state: &State) -> Buffer {
    draw(state, LOOK)
}

/// Presses a key a number of times.
fn press_times(state: &mut State, code: KeyCode, times: usize) {
    for _ in 0..times {
        press(state, code);
    }
}

/// Starts the presentation of the user's deck at a slide, with the list of all slides shown and its cursor there.
fn listed(library: Rc<Library>, slide: usize) -> State {
    let mut state = opened_on(library, Lang::Zh, SMALL);
    press(&mut state, KeyCode::F(5));
    press(&mut state, KeyCode::Enter);
    press_times(&mut state, KeyCode::Right, slide);
    press(&mut state, KeyCode::Char('o'));
    state
}

/// The indices of the slide that is shown and of the one that the cursor of the list is on.
fn shown_and_cursor(state: &State) -> (usize, usize) {
    (slide_index(state), list_cursor(state).unwrap())
}

#[test]
fn a_page_is_the_height_of_the_pane_less_two() {
    let mut state = opened(Lang::Zh, MIDDLE);
    state.apply(Action::FoldAll);
    press(&mut state, KeyCode::Home);
    let height = usize::from(state.layout().pane(Pane::Main).unwrap().height);
    assert!(state.compare().rows().len() > 2 * height);
    for (step, row) in [
        (PageStep::Down, height - 2),
        (PageStep::Down, 2 * (height - 2)),
        (PageStep::Up, height - 2),
        (PageStep::HalfDown, height - 2 + height / 2),
        (PageStep::HalfUp, height - 2),
    ] {
        state.apply(Action::Page(step));
        assert_eq!(compare_rows(&state).cursor, row, "{step:?}");
    }
}

#[test]
fn a_reload_keeps_the_focus_and_the_zoom() {
    for keys in [&[KeyCode::Tab][..], &[KeyCode::Tab, KeyCode::Tab], &[KeyCode::Tab, KeyCode::Char('z')]] {
        let mut state = opened(Lang::Zh, MIDDLE);
        let opening = drawn(&state);
        for code in keys {
            press(&mut state, *code);
        }
        let before = drawn(&state);
        assert_ne!(before, opening, "{keys:?}");
        reload(&mut state, shipped());
        assert_eq!(drawn(&state), before, "{keys:?}");
    }
}

const COVERAGE: &str = "kind = \"coverage\"\n";
const TIMELINE: &str = "kind = \"timeline\"\n";
const COMPARE: &str = "kind = \"compare\"\nindicators = [\"proposals-submitted\"]\n";
const FIGURE: &str = "kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n";

#[test]
fn of_twin_slides_a_reload_finds_the_nearest() {
    for (shown, found) in [(0, 1), (3, 4)] {
        let mut state = listed(with_slides(&[COVERAGE, TIMELINE, COMPARE, COVERAGE]), shown);
        assert_eq!(shown_and_cursor(&state), (shown, shown));
        reload(&mut state, with_slides(&[FIGURE, COVERAGE, TIMELINE, COMPARE, COVERAGE]));
        assert_eq!(shown_and_cursor(&state), (found, found));
    }
}

#[test]
fn the_slide_and_the_cursor_follow_a_slide_that_passes_them() {
    let slides = [COVERAGE, TIMELINE, COMPARE, FIGURE];
    let moved = |slide: usize, to: usize| {
        let mut slides = slides.to_vec();
        let taken = slides.remove(slide);
        slides.insert(to, taken);
        slides
    };
    let before = with_slides(&slides);
    for (slide, to) in [(0, 1), (0, 3), (1, 2), (2, 1), (3, 0), (3, 2)] {
        let after = moved(slide, to);
        let data = with_slides(&after);
        for (at, shown) in slides.iter().enumerate() {
            let mut state = listed(Rc::clone(&before), at);
            take_edit(
                &mut state,
                &DeckEdit::Move { slide: SlideIndex::new(slide), to: SlideIndex::new(to) },
                Rc::clone(&data),
            );
            let place = after.iter().position(|slide| slide == shown).unwrap();
            assert_eq!(shown_and_cursor(&state), (place, place), "on {at}, and {slide} moved to {to}");
        }
    }
}

#[test]
fn a_slide_that_goes_before_them_moves_the_slide_and_the_cursor() {
    for (removed, at, found) in [(0, 1, 0), (0, 2, 1), (2, 0, 0), (1, 1, 1), (2, 2, 1)] {
        let slides = [COVERAGE, TIMELINE, COMPARE];
        let mut after = slides.to_vec();
        after.remove(removed);
        let mut state = listed(with_slides(&slides), at);
        take_edit(&mut state, &DeckEdit::Remove(SlideIndex::new(removed)), with_slides(&after));
        assert_eq!(shown_and_cursor(&state), (found, found), "{removed} removed");
    }
}

/// Goes from the last row to the first: a row that is scrolled to brings the heading above it along.
fn headings_stay_in_view(state: &mut State, is_heading: &[bool], rows: impl Fn(&State) -> Rows) {
    press(state, KeyCode::End);
    let mut headings = 0;
    for _ in 0..is_heading.len() {
        let before = rows(state);
        press(state, KeyCode::Up);
        let Rows { cursor, first } = rows(state);
        if first < before.first && cursor > 0 && is_heading[cursor - 1] {
            assert!(first < cursor, "row {cursor} stands first, and its heading above the screen");
            headings += 1;
        }
    }
    assert_eq!(rows(state).first, 0);
    assert!(headings > 1, "{headings} headings");
}

#[test]
fn the_theme_above_the_first_row_of_the_table_is_kept_in_view() {
    let mut state = opened(Lang::Zh, SMALL);
    state.apply(Action::FoldAll);
    let themes = themes(&state);
    headings_stay_in_view(&mut state, &themes, compare_rows);
}

#[test]
fn the_heading_above_the_first_row_of_a_list_is_kept_in_view() {
    for screen in [Screen::CITY, Screen::TIMELINE, Screen::INITIATIVES] {
        let mut state = opened(Lang::Zh, SMALL);
        state.apply(Action::Show(screen));
        let headings: Vec<bool> = state.items().iter().map(|item| !item.is_selectable()).collect();
        headings_stay_in_view(&mut state, &headings, list_rows);
    }
}

#[test]
fn the_drilldown_scrolls_to_its_end_and_no_further() {
    let mut state = opened(Lang::Zh, SMALL);
    state.apply(Action::Focus(Pane::Drilldown));
    let top = lines_of(&state, Pane::Drilldown);
    let mut steps = Vec::new();
    for code in [KeyCode::End, KeyCode::Down, KeyCode::PageDown] {
        press_times(&mut state, code, 100);
        steps.push(lines_of(&state, Pane::Drilldown));
        press(&mut state, KeyCode::Up);
        assert_ne!(lines_of(&state, Pane::Drilldown), *steps.last().unwrap(), "one step back from the end shows");
    }
    let end = &steps[0];
    assert!(*end != top && steps.iter().all(|other| other == end), "{steps:?}");
    assert!(!end.last().unwrap().is_empty(), "the last line stands at the foot: {end:?}");
}

#[test]
fn an_inferred_period_is_told_beside_the_bars_though_all_are_of_one_period() {
    let dataset = shipped();
    let areas: Vec<_> = dataset.areas.keys().collect();
    let comparison = |indicator: Key<_>| {
        let request = Request {
            indicator,
            areas: areas.clone().into(),
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            figure_choice: FigureChoice::default(),
        };
        compare(&dataset, &request)
    };
    let mut tried = [0, 0];
    for indicator in dataset.indicators.keys() {
        let compared = comparison(indicator);
        if compared.reported() == 0 || compared.periods_differ(&dataset) {
            continue;
        }
        let is_inferred = compared.has_inferred_period(&dataset);
        let mut state = opened(Lang::Zh, MIDDLE);
        select_indicator(&mut state, indicator);
        let bars = lines_of(&state, Pane::Bars);
        let id = &dataset.indicators[indicator].id;
        assert_eq!(bars.iter().any(|line| line.ends_with('?')), is_inferred, "{id}: {bars:#?}");
        tried[usize::from(is_inferred)] += 1;
    }
    assert!(tried.iter().all(|count| *count > 0), "{tried:?}");
}

#[test]
fn words_on_slides_take_the_same_room_with_the_signs_of_every_terminal() {
    // The first of ever longer slides that is refused.
    let (mut fits, mut is_refused) = (1, 500);
    while is_refused - fits > 1 {
        let times = usize::midpoint(fits, is_refused);
        let side = if overflows(&words(times), |_| true).is_empty() { &mut fits } else { &mut is_refused };
        *side = times;
    }
    let mut without_room = 0;
    for size in SIZES {
        let has_room = |times, charset| {
            let mut state = opened_on(words(times), Lang::Zh, size);
            press(&mut state, KeyCode::F(5));
            press(&mut state, KeyCode::Enter);
            let buffer = draw(&state, Appearance { charset, ..LOOK });
            assert!(!lines_in(&buffer, buffer.area).concat().contains(['≥', '>']), "a bound is in words");
            !lines_in(&buffer, buffer.area).last().unwrap().contains("放不下")
        };
        let charsets = [CharSet::Unicode, CharSet::NoAmbiguous, CharSet::Ascii];
        assert_eq!(charsets.map(|charset| has_room(fits, charset)), [true; 3], "{size:?}: what is accepted has room");
        let refused = charsets.map(|charset| has_room(is_refused, charset));
        assert_eq!(refused, [refused[0]; 3], "{size:?}: the signs make no difference");
        without_room += usize::from(!refused[0]);
    }
    assert!(without_room > 0, "there is none where it is refused");
}

/// A slide of words that says so many figures that are printed as a bound.
fn words(times: usize) -> Rc<Library> {
    let figure = "{qingdao-2020-online-suggestions}";
    let many = format!("{figure}，").repeat(times);
    with_slides(&[&format!(
        "kind = \"text\"\ntitle = {{ zh = \"建议\", en = \"Ideas\" }}\nwords = {{ zh = \"{many}\", en = \"{figure}\" }}\n"
    )])
}

#[test]
fn esc_takes_the_zoom_back() {
    for focus in [Pane::Main, Pane::Bars, Pane::Drilldown] {
        let mut state = opened(Lang::Zh, MIDDLE);
        state.apply(Action::Focus(focus));
        let before = drawn(&state);
        press(&mut state, KeyCode::Char('z'));
        assert_ne!(drawn(&state), before);
        press(&mut state, KeyCode::Esc);
        assert_eq!(drawn(&state), before, "{focus:?}: the zoom goes, and the focus stays");
    }
}

#[test]
fn the_next_article_selects_its_city() {
    let mut state = opened(Lang::Zh, MIDDLE);
    state.apply(Action::Show(Screen::Reader));
    press_times(&mut state, KeyCode::Left, 99);
    let mut cities = BTreeSet::new();
    let count = state.dataset().articles.len();
    for code in [KeyCode::Right, KeyCode::Left] {
        for _ in 1..count {
            press(&mut state, code);
            let of_article = state.dataset().articles[state.reader().unwrap().article].area;
            assert_eq!((state.screen(), state.area()), (Screen::Reader, of_article));
            cities.insert(of_article);
        }
    }
    assert_eq!(cities.len(), state.dataset().areas.len());
}
