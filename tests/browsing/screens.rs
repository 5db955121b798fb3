//! Every screen as literal text, at every size, and every cell against the observation that it shows.
//!
//! The texts stand in `tests/screens/`. After a change that is meant, `UPDATE_SCREENS=1 cargo test --test browsing screens` writes
//! them anew; read what has changed before it is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Pane, Row, Screen, State};
use cppcc::domain::{Key, Measure, YearChoice};
use cppcc::text::{CharSet, Lang};
use cppcc::wording::observation_value;
use ratatui::layout::Rect;
use std::path::Path;
use support::library::shipped;
use support::screen::{LOOK, assert_whole, draw, lines_of, opened, row_of, select_area, select_indicator, text};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

fn check(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_SCREENS").is_some() {
        std::fs::write(&path, shown).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (row, (is, should)) in shown.lines().zip(expected.lines()).enumerate() {
        assert_eq!(is, should, "{name}, row {row}");
    }
    assert_eq!(shown, expected, "{name}");
}

#[test]
fn every_screen_in_both_languages_at_three_sizes() {
    for screen in Screen::ALL {
        for (lang, code) in LANGS {
            for (width, height) in SIZES {
                let mut state = opened(lang, (width, height));
                state.apply(Action::Show(screen));
                check(&format!("{}-{width}x{height}-{code}", screen.id()), &text(&draw(&state, LOOK)));
            }
        }
    }
}

#[test]
fn a_missing_figure_a_rate_and_the_help_in_both_languages() {
    for (lang, code) in LANGS {
        let mut state = opened(lang, (120, 36));
        let dataset = shipped();
        let sessions = dataset.indicators.find("grassroots-sessions").unwrap();
        select_indicator(&mut state, sessions);
        select_area(&mut state, dataset.areas.find("binzhou").unwrap());
        check(&format!("missing-120x36-{code}"), &text(&draw(&state, LOOK)));
        select_area(&mut state, dataset.areas.find("xianyang").unwrap());
        state.apply(Action::NextMeasure);
        check(&format!("no-rate-120x36-{code}"), &text(&draw(&state, LOOK)));
        state.apply(Action::Help);
        check(&format!("help-120x36-{code}"), &text(&draw(&state, LOOK)));
    }
}

#[test]
fn every_size_is_drawn_without_a_cell_outside() {
    let mut states: Vec<State> = Screen::ALL
        .into_iter()
        .flat_map(|screen| LANGS.map(|(lang, _)| (screen, lang)))
        .map(|(screen, lang)| {
            let mut state = opened(lang, (80, 24));
            state.apply(Action::Show(screen));
            state
        })
        .collect();
    let mut next = 0;
    for width in 1..=200_u16 {
        for height in 1..=60_u16 {
            // Each size with one of the screens in turn; around the sizes where the layout changes, with all.
            let all = [39, 40, 79, 80, 109, 110, 167, 168].contains(&width) && [11, 12, 24, 28].contains(&height);
            let count = if all { states.len() } else { 1 };
            for _ in 0..count {
                next = (next + 1) % states.len();
                let state = &mut states[next];
                state.apply(Action::Resize(width, height));
                assert_whole(&draw(state, LOOK), format_args!("{width}×{height} {:?}", state.screen()));
            }
        }
    }
}

#[test]
fn every_cell_of_the_table_equals_its_observation() {
    for (lang, _) in LANGS {
        let dataset = shipped();
        let mut state = opened(lang, (200, 60));
        state.apply(Action::FoldAll);
        let mut walked = 0;
        let rows: Vec<Row> = state.compare().rows().to_vec();
        for indicator in rows.iter().filter_map(|row| row.indicator()) {
            select_indicator(&mut state, indicator);
            state.apply(Action::Resize(200, 60));
            let shown = row_texts(&state);
            for (area, cell) in dataset.areas.keys().zip(shown) {
                let latest = newest(indicator, area);
                let expected = latest.map_or("·".to_owned(), |value| value(lang));
                // The mark of other figures, and a unit of its own, are no part of the value.
                let cell = cell.split('＋').next().unwrap_or_default();
                let held = dataset.observations.of(area, indicator).iter().map(|key| &dataset.observations[*key]);
                let cell = held
                    .filter_map(|one| one.unit.as_ref())
                    .fold(cell.to_owned(), |cell, unit| cell.replace(unit.get(lang), " "));
                let value = cell.split_whitespace().next().unwrap_or_default().trim_end_matches(['*', '^']);
                // A sign stands for a year that has no room, and one for a unit.
                let whole = cell.trim().trim_end_matches(['*', '^']);
                assert!(
                    value == expected || whole == expected,
                    "{} of {}: shown {cell:?}, expected {expected:?}",
                    dataset.indicators[indicator].id,
                    dataset.areas[area].id
                );
                walked += 1;
            }
        }
        assert_eq!(walked, dataset.areas.len() * rows.iter().filter(|row| row.indicator().is_some()).count());
        assert!(walked > 300, "all rows were unfolded: {walked}");
    }
}

/// 45 documents are not 45 occasions: the unit that a figure has of its own stands behind it, in the table and beside the bars.
#[test]
fn a_unit_of_its_own_stands_behind_a_value() {
    let dataset = shipped();
    let indicator = dataset.indicators.find("leader-instructions").unwrap();
    for (lang, size, cell, bar) in [
        (Lang::Zh, (120, 36), Some("45件次'25"), "青岛 45件次 × 2025"),
        (Lang::Zh, (80, 24), None, "青岛 45件次 × 2025"),
        (Lang::En, (200, 60), None, "Qingdao   45 documents × 2025"),
    ] {
        let mut state = opened(lang, size);
        select_indicator(&mut state, indicator);
        if let Some(cell) = cell {
            assert!(row_texts(&state).iter().any(|shown| shown.trim() == cell), "{:?}", row_texts(&state));
        }
        let lines = lines_of(&state, Pane::Bars);
        assert!(lines.iter().any(|line| line.contains(bar)), "{lines:#?}");
    }
}

/// The cells of the row under the cursor, as drawn, cut by the columns of the table.
fn row_texts(state: &State) -> Vec<String> {
    let buffer = draw(state, LOOK);
    let pane = state.layout().pane(cppcc::app::Pane::Main).unwrap();
    let columns = state.table_columns(pane.width);
    let y = pane.y + 1 + u16::try_from(state.compare().position() - state.compare().top()).unwrap();
    let cell = |place| Rect { x: pane.x + columns.name + place * columns.area, y, width: columns.area, height: 1 };
    (0..u16::try_from(columns.count).unwrap()).map(|place| row_of(&buffer, cell(place), 0)).collect()
}

type Value = Box<dyn Fn(Lang) -> String>;

/// The figure that ought to stand in a cell, found without the comparison: of what has happened the one whose period
/// ends last, of those that end together the one that starts last, and of several parts of one time the plainest.
fn newest(indicator: Key<cppcc::domain::Indicator>, area: Key<cppcc::domain::Area>) -> Option<Value> {
    let dataset = shipped();
    let held: Vec<_> = dataset.observations_of(area, indicator).collect();
    let achieved = held.iter().any(|(_, one)| one.status == cppcc::domain::observation::Status::Achieved);
    let newest = held
        .iter()
        .filter(|(_, one)| !achieved || one.status == cppcc::domain::observation::Status::Achieved)
        .filter(|(_, one)| one.part_of.is_none_or(|whole| held.iter().all(|(key, _)| *key != whole)))
        .rev()
        .max_by_key(|(_, one)| {
            let reach = one.period.reach();
            let variant = one.variant.as_ref().map(|variant| variant.zh.clone());
            (reach.map(|(_, last)| last), reach.map(|(first, _)| first), std::cmp::Reverse(variant))
        })?;
    let observation = newest.1.clone();
    Some(Box::new(move |lang| observation_value(&observation, lang, CharSet::Unicode)))
}

#[test]
fn the_cursor_moves_table_bars_and_drilldown_together() {
    let mut state = opened(Lang::Zh, (120, 36));
    state.apply(Action::Move(cppcc::app::action::Direction::Down));
    let shown = text(&draw(&state, LOOK));
    let Some(indicator) = state.compare().cursor().indicator() else { panic!("on an indicator") };
    let dataset = shipped();
    let name = &dataset.indicators[indicator].name.zh;
    assert!(shown.matches(name.as_str()).count() >= 3, "{name} stands in table, bars and drilldown:\n{shown}");
    let found =
        state.comparison(indicator).cells.iter().find(|cell| cell.area == state.area()).unwrap().figure().unwrap();
    let source = &dataset.observations[found.observation()].source;
    assert!(shown.contains(&source.printed), "the printed phrase stands in the drilldown");
    assert_eq!((state.measure(), state.year_choice()), (Measure::Raw, YearChoice::Latest));
}

#[test]
fn headings_of_cities_stand_apart() {
    for (lang, size) in
        [Lang::Zh, Lang::En].into_iter().flat_map(|lang| [(80, 24), (120, 36), (200, 50)].map(|size| (lang, size)))
    {
        let mut state = opened(lang, size);
        for _ in 0..4 {
            state.apply(Action::NextMeasure);
            let head = lines_of(&state, Pane::Main)[0].clone();
            let marks: Vec<usize> = head.match_indices(['●', '◆', '▲', '■', '★']).map(|(at, _)| at).collect();
            assert_eq!(marks.len(), 5, "{size:?}: {head}");
            assert!(marks.iter().all(|at| head[..*at].ends_with(' ')), "{size:?}: {head}");
        }
    }
}
