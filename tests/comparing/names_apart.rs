//! Names of indicators in the tables of the dashboard: whole where there is room, and never two that read the same.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::screens::list::Item;
use cppcc::app::{Action, Pane, Screen, State};
use cppcc::domain::{Indicator, Key, Measure, Observation};
use cppcc::text::{Lang, Text};
use cppcc::wording::figure_name;
use itertools::Itertools;
use ratatui::layout::Rect;
use std::collections::HashMap;
use support::library::shipped;
use support::screen::{LOOK, draw, opened, row_of};

/// Widths of terminals, each with a height at which all rows of the table are drawn at once.
const WIDTHS: [u16; 5] = [80, 100, 120, 168, 200];
const TALL: u16 = 900;
const MEASURES: [Measure; 4] =
    [Measure::Raw, Measure::PerMonth, Measure::PerHundredMembers, Measure::PerMillionResidents];

/// Both languages, at every width, in every measure.
fn everywhere() -> impl Iterator<Item = (Lang, u16, Measure)> {
    let places = [Lang::Zh, Lang::En].into_iter().cartesian_product(WIDTHS).cartesian_product(MEASURES);
    places.map(|((lang, width), measure)| (lang, width, measure))
}

/// What stands in the column with names for each indicator, everything unfolded.
fn names_in_table(lang: Lang, width: u16, measure: Measure) -> Vec<(Key<Indicator>, String)> {
    let mut state = opened(lang, (width, TALL));
    state.apply(Action::FoldAll);
    while state.measure() != measure {
        state.apply(Action::NextMeasure);
    }
    let pane = state.layout().pane(Pane::Main).unwrap();
    let column = state.table_columns(pane.width).name;
    let buffer = draw(&state, LOOK);
    let rows = state.compare().rows().iter().enumerate().filter_map(|(at, row)| Some((at, row.indicator()?)));
    let text = |at: usize| row_of(&buffer, Rect { width: column, ..pane }, u16::try_from(at).unwrap() + 1);
    rows.map(|(at, indicator)| (indicator, text(at).trim_matches(['▌', ' ', '=', '~', '×']).to_owned())).collect()
}

#[test]
fn no_two_rows_of_the_table_read_the_same() {
    // As narrow as with a sixth city on eighty columns.
    let narrow = [Lang::Zh, Lang::En].map(|lang| (lang, 70, Measure::Raw));
    for (lang, width, measure) in everywhere().chain(narrow) {
        let (names, library) = (names_in_table(lang, width, measure), shipped());
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

/// What tells a session's count from a cycle's stands in the bracket at the end of its name, also of its short one.
#[test]
fn a_bracket_at_the_end_of_a_name_stays_whole() {
    for (lang, width, measure) in everywhere() {
        let library = shipped();
        for (indicator, shown) in names_in_table(lang, width, measure) {
            let indicator = &library.indicators[indicator];
            let bracket = |name: &str| name.rfind(['（', '(']).map(|at| name.get(at..).unwrap().to_owned());
            let names = [Some(&indicator.name), indicator.short.as_ref()].into_iter().flatten();
            let ends: Vec<_> = names.filter_map(|name| bracket(name.get(lang))).collect();
            let is_told = ends.iter().any(|end| shown.contains(end));
            assert!(ends.is_empty() || is_told, "{}: “{shown}” at {width}", indicator.id);
        }
    }
}

/// With five cities every name is whole, or its short name is.
#[test]
fn at_usual_sizes_no_name_is_cut() {
    for (lang, width, measure) in everywhere() {
        let names = names_in_table(lang, width, measure);
        let cut: Vec<&String> = names.iter().map(|(_, name)| name).filter(|name| name.contains('…')).collect();
        assert!(cut.is_empty(), "{} are cut at {width}, {measure:?}: {cut:?}", cut.len());
    }
}

/// The columns are as wide on terminals of a usual height.
#[test]
fn the_height_of_a_terminal_takes_nothing_from_names() {
    for ((width, height), lang) in [(80, 24), (120, 36), (200, 50)].into_iter().cartesian_product([Lang::Zh, Lang::En])
    {
        let [usual, tall] = [height, TALL].map(|height| {
            let state = opened(lang, (width, height));
            state.table_columns(state.layout().pane(Pane::Main).unwrap().width)
        });
        assert_eq!(usual, tall, "{width}x{height}");
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
                let observation = &library.observations[*figure];
                let whole = figure_name(&library, observation);
                let short = library.indicators[observation.indicator].short.as_ref();
                let begins = |whole: &str| name.chars().take(3).eq(whole.chars().take(3));
                let with = |short: &Text| {
                    whole.get(lang).replace(library.indicators[observation.indicator].name.get(lang), short.get(lang))
                };
                let is_named = begins(whole.get(lang)) || short.is_some_and(|short| begins(&with(short)));
                assert!(is_named, "{name} for {}", whole.get(lang));
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

/// “Membership members” tells nothing more than “Membership”.
#[test]
fn no_english_row_says_its_unit_twice() {
    let library = shipped();
    for width in WIDTHS {
        for (indicator, said) in names_in_table(Lang::En, width, Measure::Raw) {
            let unit = library.indicators[indicator].unit.en.to_lowercase();
            let one = unit.strip_suffix("ies").or(unit.strip_suffix('s')).unwrap_or(&unit);
            let words = said.to_lowercase();
            let times = words.split([' ', '-']).filter(|word| !one.is_empty() && word.starts_with(one)).count();
            assert!(times < 2 || library.indicators[indicator].name.en.to_lowercase() == words, "{said} at {width}");
        }
    }
}

/// At usual sizes the themes of Coverage stand whole beside the cities.
#[test]
fn no_theme_of_coverage_is_cut() {
    for (lang, width) in [Lang::Zh, Lang::En].into_iter().cartesian_product(WIDTHS) {
        let mut state = opened(lang, (width, 50));
        state.apply(Action::Show(Screen::Coverage));
        let pane = state.layout().pane(Pane::Main).unwrap();
        let buffer = draw(&state, LOOK);
        let shown: Vec<String> = (0..pane.height).map(|row| row_of(&buffer, pane, row)).collect();
        for (_, theme) in shipped().themes.iter() {
            let name = theme.name.get(lang);
            assert!(shown.iter().any(|row| row.contains(name)), "{name} at {width}: {shown:#?}");
        }
    }
}
