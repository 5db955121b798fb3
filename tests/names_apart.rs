//! Names of indicators in the tables of the dashboard: whole where there is room, and never two that read the same.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::app::screens::list::Item;
use cppcc::app::{Action, Pane, Screen, State};
use cppcc::domain::{Indicator, Key, Observation};
use cppcc::text::Lang;
use cppcc::wording::figure_name;
use itertools::Itertools;
use ratatui::layout::Rect;
use std::collections::HashMap;
use support::library::shipped;
use support::screen::{LOOK, draw, opened, row_of};

/// Widths of terminals, each with a height at which all rows of the table are drawn at once.
const WIDTHS: [u16; 5] = [80, 100, 120, 168, 200];
const TALL: u16 = 900;

/// What stands in the column with names for each indicator, everything unfolded.
fn names_in_table(lang: Lang, width: u16) -> Vec<(Key<Indicator>, String)> {
    let mut state = opened(lang, (width, TALL));
    state.apply(Action::FoldAll);
    let pane = state.layout().pane(Pane::Main).unwrap();
    let column = state.table_columns(pane.width).name;
    let buffer = draw(&state, LOOK);
    let rows = state.compare().rows().iter().enumerate().filter_map(|(at, row)| Some((at, row.indicator()?)));
    let text = |at: usize| row_of(&buffer, Rect { width: column, ..pane }, u16::try_from(at).unwrap() + 1);
    rows.map(|(at, indicator)| (indicator, text(at).trim_matches(['▌', ' ']).to_owned())).collect()
}

#[test]
fn no_two_rows_of_the_table_read_the_same() {
    for (lang, width) in [Lang::Zh, Lang::En].into_iter().cartesian_product(WIDTHS) {
        let (names, library) = (names_in_table(lang, width), shipped());
        assert_eq!(names.len(), library.indicators.len(), "every indicator has a row");
        let mut seen = HashMap::new();
        for (indicator, name) in names {
            let id = &library.indicators[indicator].id;
            if let Some(other) = seen.insert(name.clone(), id) {
                panic!("{other} and {id} both read “{name}” at {width}, {lang:?}");
            }
        }
    }
}

/// What tells a session's count from a cycle's stands in the bracket at the end of its name.
#[test]
fn a_bracket_at_the_end_of_a_name_stays_whole() {
    for (lang, width) in [Lang::Zh, Lang::En].into_iter().cartesian_product([80, 100, 120, 200]) {
        let library = shipped();
        for (indicator, shown) in names_in_table(lang, width) {
            let name = library.indicators[indicator].name.get(lang);
            if let Some(at) = name.rfind(['（', '(']) {
                assert!(shown.contains(name.get(at..).unwrap()), "{name}: “{shown}” at {width}");
            }
        }
    }
}

/// With five cities the names take the room before the space between columns does.
#[test]
fn at_usual_sizes_few_names_are_cut() {
    for (lang, width) in [Lang::Zh, Lang::En].into_iter().cartesian_product([80, 100, 120, 168, 200]) {
        let names = names_in_table(lang, width);
        let cut: Vec<&String> = names.iter().map(|(_, name)| name).filter(|name| name.contains('…')).collect();
        let most = if lang == Lang::Zh { 0 } else { names.len() / 7 };
        assert!(cut.len() <= most, "{} of {} are cut at {width}: {cut:?}", cut.len(), names.len());
    }
}

/// In a list a name stands beside its value, in less room than in the table.
#[test]
fn no_two_rows_of_a_list_read_the_same() {
    for (lang, width) in [Lang::Zh, Lang::En].into_iter().cartesian_product(WIDTHS) {
        let library = shipped();
        let screens = |area| [Screen::CITY, Screen::TIMELINE].map(|screen| (screen, area));
        for (screen, area) in library.areas.keys().flat_map(screens) {
            let mut state = opened(lang, (width, TALL));
            state.apply(Action::Show(screen));
            state.apply(Action::PickArea(Pane::Main, area));
            let shown = names_in_list(&state);
            assert!(shown.len() > 10, "{} at {width}: {shown:?}", screen.id());
            for (figure, name) in &shown {
                let whole = figure_name(&library, &library.observations[*figure]);
                let whole = whole.get(lang);
                assert!(name.chars().take(3).eq(whole.chars().take(3)), "{name} for {whole}");
            }
            for ((one, name), (other, as_well)) in shown.iter().tuple_combinations() {
                let [one, other] = [one, other].map(|figure| library.observations[*figure].indicator);
                assert!(one == other || name != as_well, "{name} on {} at {width}, {lang:?}", screen.id());
            }
        }
    }
}

/// Each figure in the list, with its name as drawn.
fn names_in_list(state: &State) -> Vec<(Key<Observation>, String)> {
    let pane = state.layout().pane(Pane::Main).unwrap();
    let buffer = draw(state, LOOK);
    let items = state.items();
    let figures = items.iter().enumerate().filter_map(|(at, item)| match item {
        Item::Figure(figure) => Some((at, *figure)),
        _ => None,
    });
    // The last rows may be hidden behind how many there are below.
    let shown = figures.filter(|(at, _)| *at + 2 < usize::from(pane.height));
    let line = |at: usize| row_of(&buffer, pane, u16::try_from(at).unwrap() + 1);
    let name = |line: String| line.trim_matches(['▌', ' ']).split("  ").next().unwrap_or_default().to_owned();
    shown.map(|(at, figure)| (figure, name(line(at)))).collect()
}
