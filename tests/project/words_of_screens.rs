//! Words that no screen uses: what nobody says so, and second names of one thing. And reasons are told before they are cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::screens::list::Item;
use cppcc::app::{Action, Pane, Screen, State, details};
use cppcc::domain::Measure;
use cppcc::domain::indicator::OrderDirection;
use cppcc::domain::trend::Trend;
use cppcc::text::{Lang, Phrase};
use cppcc::wording::{observation_value, printed_unit, unit_behind};
use support::library::shipped;
use support::screen::{lines, lines_of, opened, select_area, select_indicator};

const SIZES: [(u16, u16); 6] = [(40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (200, 50)];
const CHINESE: [&str; 8] = ["没有印", "自身", "编号", "缺人数", "一并核录", "平台机制", "不足两市公布", "仅一市公布9"];
const ENGLISH: [&str; 12] = [
    "in two or more",
    "report this",
    "This figure",
    "Against ",
    "  others: ",
    "tied ",
    "like ways",
    "unlike times",
    "had its reply",
    "of that time not held",
    "no base",
    "who does it",
];

fn assert_none(lang: Lang, text: &str, place: &str) {
    let words = match lang {
        Lang::Zh => CHINESE.as_slice(),
        Lang::En => ENGLISH.as_slice(),
    };
    for word in words {
        assert!(!text.contains(word), "{word} on {place}:\n{text}");
    }
}

#[test]
fn no_screen_uses_words_that_nobody_says() {
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            for screen in Screen::ALL {
                let mut state = opened(lang, size);
                state.apply(Action::Show(screen));
                for _ in 0..4 {
                    let shown = lines(&state);
                    // The footer and its keys have tests of their own.
                    assert_none(lang, &shown[..shown.len() - 1].join("\n"), &format!("{} at {size:?}", screen.id()));
                    state.apply(Action::NextMeasure);
                }
            }
        }
    }
}

#[test]
fn no_detail_uses_words_that_nobody_says() {
    let dataset = shipped();
    for lang in [Lang::Zh, Lang::En] {
        let mut state = opened(lang, (200, 60));
        state.apply(Action::FoldAll);
        for measure in [Measure::Raw, Measure::PerHundredMembers] {
            state.put(measure, state.year_choice());
            for row in state.compare().rows().to_vec() {
                let Some(indicator) = row.indicator() else { continue };
                select_indicator(&mut state, indicator);
                for area in dataset.areas.keys() {
                    select_area(&mut state, area);
                    let lines = details::lines(&state, 160);
                    let text: Vec<String> =
                        lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
                    assert_none(lang, &text.join("\n"), &dataset.indicators[indicator].id);
                }
            }
        }
    }
}

#[test]
fn the_packs_use_no_such_words_either() {
    let files =
        ["reports", "published"].map(|pack| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(pack));
    let mut read = 0;
    for entry in files.into_iter().flat_map(walkdir) {
        let text = std::fs::read_to_string(&entry).unwrap();
        // Numbers of web pages and documents are called so.
        for word in ["没有印", "一并核录", "like ways", "unlike times", "had its reply"] {
            assert!(!text.contains(word), "{word} in {}", entry.display());
        }
        read += 1;
    }
    assert!(read > 10, "{read}");
}

/// One apostrophe everywhere: the straight one. The other is a quotation mark.
#[test]
fn there_is_one_apostrophe() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["src", "data"].map(|folder| root.join(folder)).into_iter().flat_map(walkdir);
    for file in files.filter(|file| !file.ends_with("literal_numbers/tests.rs")) {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        for line in text.lines() {
            let mixed = line.match_indices('’').any(|(at, _)| {
                let before =
                    line[..at].chars().next_back().is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '}');
                before && !line[..at].contains('‘')
            });
            assert!(!mixed, "{}: {line}", file.display());
        }
    }
}

fn walkdir(folder: std::path::PathBuf) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.into_iter().flat_map(walkdir)).collect()
}

/// Under the bars stands why there is no order, and no part of a reason.
#[test]
fn no_reason_is_cut() {
    let dataset = shipped();
    let order = [OrderDirection::Descending, OrderDirection::BySize].map(OrderDirection::order_name);
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            let mut state = opened(lang, size);
            state.apply(Action::FoldAll);
            let measures = std::iter::successors(Some(Measure::Raw), |measure| Some(measure.next())).take(4);
            for measure in measures {
                state.put(measure, state.year_choice());
                state.apply(Action::Focus(Pane::Main));
                for row in state.compare().rows().to_vec() {
                    let Some(indicator) = row.indicator() else { continue };
                    select_indicator(&mut state, indicator);
                    state.apply(Action::Focus(Pane::Bars));
                    let shown = lines_of(&state, Pane::Bars);
                    // Ranks of many cities may go on; a long name may be cut in its middle.
                    let is_trend = |line: &str| line.starts_with(Trend::TITLE.get(lang));
                    let is_cut = |line: &&String| line.ends_with('…') && !is_trend(line);
                    let cut = shown.iter().skip(2).find(is_cut);
                    let is_order = |line: &str| order.iter().any(|name: &Phrase| line.starts_with(name.get(lang)));
                    let id = &dataset.indicators[indicator].id;
                    assert!(cut.is_none_or(|line| is_order(line)), "{id} at {size:?} {}: {shown:#?}", measure.id());
                }
            }
        }
    }
}

/// A row of City has the value, the unit and the period of its figure; one of Initiatives names what it counts.
#[test]
fn numbers_in_lists_have_their_unit_and_name() {
    let dataset = shipped();
    for lang in [Lang::Zh, Lang::En] {
        for size in [(60, 300), (80, 300), (120, 300), (200, 300)] {
            for area in dataset.areas.keys() {
                let mut state = opened(lang, size);
                select_area(&mut state, area);
                for screen in [Screen::CITY, Screen::TIMELINE, Screen::INITIATIVES] {
                    state.apply(Action::Show(screen));
                    let shown = lines_of(&state, Pane::Main);
                    let head = usize::from(screen != Screen::INITIATIVES);
                    let top = state.list().unwrap().top();
                    for (item, line) in state.items().iter().skip(top).zip(&shown[head..shown.len() - 1]) {
                        check_row(&state, *item, line, lang);
                    }
                }
            }
        }
    }
}

fn check_row(state: &State, item: Item, line: &str, lang: Lang) {
    let dataset = state.dataset();
    let told = |key| {
        let observation = &dataset.observations[key];
        let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
        let value = observation_value(observation, lang, state.charset());
        (value, unit_behind(&unit, lang))
    };
    match item {
        Item::Figure(key) => {
            let (value, unit) = told(key);
            // On the Timeline many an English name says the unit, as it is written there.
            let name = line.split_once(&value).map_or("", |(name, _)| name).to_lowercase();
            let is_in_time = state.screen() == Screen::TIMELINE && lang == Lang::En;
            let is_in_name = is_in_time && name.contains(&unit.trim().to_lowercase());
            let behind = line.split_once(&value).map_or_else(|| panic!("{value} in {line}"), |(_, behind)| behind);
            let is_begun = is_in_time && behind.chars().zip(unit.chars()).take_while(|(a, b)| a == b).count() > 2;
            assert!(is_in_name || line.contains(&format!("{value}{unit}")) || is_begun, "{value}{unit} in {line:?}");
        }
        Item::Initiative(key) if state.screen() == Screen::INITIATIVES => {
            let figures = &dataset.initiatives[key].figures;
            let count = format!("{} {}", figures.len(), if lang == Lang::Zh { "个数字" } else { "figure" });
            let is_named = figures.first().is_some_and(|first| {
                let (value, unit) = told(*first);
                let name = dataset.indicators[dataset.observations[*first].indicator].name.get(lang);
                line.contains(&format!("{name} {value}{unit} "))
            });
            assert!(figures.is_empty() || is_named || line.contains(&count), "{count} in {line:?}");
        }
        _ => {}
    }
}
