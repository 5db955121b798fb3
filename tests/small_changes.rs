//! What is easily changed by a sign or a word, and seen by nobody: pages, scrolling, what a reload keeps, the slide that
//! is meant, and what is told beside a figure.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "small_changes/seen.rs"]
mod seen;
mod support;

use cppcc::app::action::PageStep;
use cppcc::app::{Action, Pane, Screen, State};
use cppcc::deck::{DeckEdit, Library, SlideIndex};
use cppcc::domain::{Key, Measure, Request, YearChoice, compare};
use cppcc::text::CharSet;
use cppcc::text::Lang;
use cppcc::view::slides::{SIZES, misfits};
use crossterm::event::KeyCode;
use seen::{Rows, act, drawn, foot, lines_of, opened, press, shipped};
use std::collections::BTreeSet;
use std::rc::Rc;

const MIDDLE: (u16, u16) = (120, 36);
const SMALL: (u16, u16) = (80, 24);

#[test]
fn a_page_is_the_height_of_the_pane_less_two() {
    let mut state = opened(shipped(), Lang::Zh, MIDDLE);
    act(&mut state, Action::FoldAll);
    press(&mut state, KeyCode::Home);
    let height = seen::height_of(&state, Pane::Main);
    assert!(seen::themes_of_compare(&state).len() > 2 * height);
    for (step, row) in [
        (PageStep::Down, height - 2),
        (PageStep::Down, 2 * (height - 2)),
        (PageStep::Up, height - 2),
        (PageStep::HalfDown, height - 2 + height / 2),
        (PageStep::HalfUp, height - 2),
    ] {
        act(&mut state, Action::Page(step));
        assert_eq!(seen::rows_of_compare(&state).cursor, row, "{step:?}");
    }
}

#[test]
fn a_reload_keeps_the_focus_and_the_zoom() {
    for keys in [&[KeyCode::Tab][..], &[KeyCode::Tab, KeyCode::Tab], &[KeyCode::Tab, KeyCode::Char('z')]] {
        let mut state = opened(shipped(), Lang::Zh, MIDDLE);
        let opening = drawn(&state);
        for code in keys {
            press(&mut state, *code);
        }
        let before = drawn(&state);
        assert_ne!(before, opening, "{keys:?}");
        seen::reload(&mut state, shipped());
        assert_eq!(drawn(&state), before, "{keys:?}");
    }
}

const COVERAGE: &str = "kind = \"coverage\"\n";
const TIMELINE: &str = "kind = \"timeline\"\n";
const COMPARE: &str = "kind = \"compare\"\nindicators = [\"proposals-submitted\"]\n";
const FIGURE: &str = "kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n";

fn deck(slides: &[&str]) -> Rc<Library> {
    seen::with_deck(&slides.iter().map(|slide| (*slide).to_owned()).collect::<Vec<_>>())
}

#[test]
fn of_twin_slides_a_reload_finds_the_nearest() {
    for (shown, found) in [(0, 1), (3, 4)] {
        let mut state = opened(deck(&[COVERAGE, TIMELINE, COMPARE, COVERAGE]), Lang::Zh, SMALL);
        press(&mut state, KeyCode::F(5));
        (0..shown).for_each(|_| press(&mut state, KeyCode::Right));
        press(&mut state, KeyCode::Char('o'));
        assert_eq!((seen::slide(&state), seen::slide_in_list(&state)), (shown, shown));
        seen::reload(&mut state, deck(&[FIGURE, COVERAGE, TIMELINE, COMPARE, COVERAGE]));
        assert_eq!((seen::slide(&state), seen::slide_in_list(&state)), (found, found));
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
    let before = deck(&slides);
    for (slide, to) in [(0, 1), (0, 3), (1, 2), (2, 1), (3, 0), (3, 2)] {
        let after = moved(slide, to);
        let data = deck(&after);
        for (at, shown) in slides.iter().enumerate() {
            let mut state = opened(Rc::clone(&before), Lang::Zh, SMALL);
            press(&mut state, KeyCode::F(5));
            (0..at).for_each(|_| press(&mut state, KeyCode::Right));
            press(&mut state, KeyCode::Char('o'));
            seen::take_edit(
                &mut state,
                &DeckEdit::Move { slide: SlideIndex::new(slide), to: SlideIndex::new(to) },
                Rc::clone(&data),
            );
            let place = after.iter().position(|slide| slide == shown).unwrap();
            let found = (seen::slide(&state), seen::slide_in_list(&state));
            assert_eq!(found, (place, place), "on {at}, and {slide} moved to {to}");
        }
    }
}

#[test]
fn a_slide_that_goes_before_them_moves_the_slide_and_the_cursor() {
    for (removed, at, found) in [(0, 1, 0), (0, 2, 1), (2, 0, 0), (1, 1, 1), (2, 2, 1)] {
        let slides = [COVERAGE, TIMELINE, COMPARE];
        let mut after = slides.to_vec();
        after.remove(removed);
        let mut state = opened(deck(&slides), Lang::Zh, SMALL);
        press(&mut state, KeyCode::F(5));
        (0..at).for_each(|_| press(&mut state, KeyCode::Right));
        press(&mut state, KeyCode::Char('o'));
        seen::take_edit(&mut state, &DeckEdit::Remove(SlideIndex::new(removed)), deck(&after));
        assert_eq!((seen::slide(&state), seen::slide_in_list(&state)), (found, found), "{removed} removed");
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
    let mut state = opened(shipped(), Lang::Zh, SMALL);
    act(&mut state, Action::FoldAll);
    let themes = seen::themes_of_compare(&state);
    headings_stay_in_view(&mut state, &themes, seen::rows_of_compare);
}

#[test]
fn the_heading_above_the_first_row_of_a_list_is_kept_in_view() {
    for screen in [Screen::CITY, Screen::TIMELINE, Screen::INITIATIVES] {
        let mut state = opened(shipped(), Lang::Zh, SMALL);
        act(&mut state, Action::Show(screen));
        let headings = seen::headings_of_list(&state);
        headings_stay_in_view(&mut state, &headings, seen::rows_of_list);
    }
}

#[test]
fn the_drilldown_scrolls_to_its_end_and_no_further() {
    let mut state = opened(shipped(), Lang::Zh, SMALL);
    act(&mut state, Action::Focus(Pane::Drilldown));
    let top = lines_of(&state, Pane::Drilldown);
    let mut steps = Vec::new();
    for code in [KeyCode::End, KeyCode::Down, KeyCode::PageDown] {
        (0..100).for_each(|_| press(&mut state, code));
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
        let request = Request { indicator, areas: areas.clone(), measure: Measure::Raw, moment: YearChoice::Latest };
        compare(&dataset, &request)
    };
    let mut tried = [0, 0];
    for indicator in dataset.indicators.keys() {
        let compared = comparison(indicator);
        if compared.reported() == 0 || compared.periods_differ(&dataset) {
            continue;
        }
        let is_inferred = compared.has_inferred_period(&dataset);
        let mut state = opened(Rc::clone(&dataset), Lang::Zh, MIDDLE);
        seen::select_indicator(&mut state, indicator);
        let bars = lines_of(&state, Pane::Bars);
        let id = &dataset.indicators[indicator].id;
        assert_eq!(bars.iter().any(|line| line.ends_with('?')), is_inferred, "{id}: {bars:#?}");
        tried[usize::from(is_inferred)] += 1;
    }
    assert!(tried.iter().all(|count| *count > 0), "{tried:?}");
}

#[test]
fn slides_have_room_with_the_longer_signs_of_ascii_too() {
    // The first of ever longer slides that is refused.
    let (mut fits, mut is_refused) = (1, 500);
    while is_refused - fits > 1 {
        let times = usize::midpoint(fits, is_refused);
        let side = if misfits(&words(times), |_| true).is_empty() { &mut fits } else { &mut is_refused };
        *side = times;
    }
    let mut without_room = 0;
    for size in SIZES {
        let mut state = opened(words(is_refused), Lang::Zh, size);
        press(&mut state, KeyCode::F(5));
        let has_room = |glyphs| !foot(&seen::drawn_with(&state, glyphs)).contains("放不下");
        assert!(has_room(CharSet::Unicode), "{size:?}: there is room where ≥ takes one cell");
        assert_eq!(has_room(CharSet::NoAmbiguous), has_room(CharSet::Ascii));
        without_room += usize::from(!has_room(CharSet::Ascii));
    }
    assert!(without_room > 0, "there is none where it is >=");
}

/// A slide of words that says so many figures that are printed as a bound.
fn words(times: usize) -> Rc<Library> {
    let figure = "{qingdao-2020-online-suggestions}";
    let many = format!("{figure}，").repeat(times);
    deck(&[&format!(
        "kind = \"text\"\ntitle = {{ zh = \"建议\", en = \"Ideas\" }}\nwords = {{ zh = \"{many}\", en = \"{figure}\" }}\n"
    )])
}

#[test]
fn esc_takes_the_zoom_back() {
    for focus in [Pane::Main, Pane::Bars, Pane::Drilldown] {
        let mut state = opened(shipped(), Lang::Zh, MIDDLE);
        act(&mut state, Action::Focus(focus));
        let before = drawn(&state);
        press(&mut state, KeyCode::Char('z'));
        assert_ne!(drawn(&state), before);
        press(&mut state, KeyCode::Esc);
        assert_eq!(drawn(&state), before, "{focus:?}: the zoom goes, and the focus stays");
    }
}

#[test]
fn the_next_article_selects_its_city() {
    let mut state = opened(shipped(), Lang::Zh, MIDDLE);
    act(&mut state, Action::Show(Screen::Reader));
    (0..99).for_each(|_| press(&mut state, KeyCode::Left));
    let mut cities = BTreeSet::new();
    let count = seen::dataset(&state).articles.len();
    for code in [KeyCode::Right, KeyCode::Left] {
        for _ in 1..count {
            press(&mut state, code);
            let of_article = seen::dataset(&state).articles[seen::article(&state)].area;
            assert_eq!((seen::screen(&state), seen::area(&state)), (Screen::Reader, of_article));
            cities.insert(of_article);
        }
    }
    assert_eq!(cities.len(), seen::dataset(&state).areas.len());
}
