//! One language is enough: what a person writes in Chinese alone is read, checked, compared and shown in both languages. The
//! built-in packs keep both.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::app::{Action, Screen, SlideCommand, State};
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, check};
use cppcc::deck::Library;
use cppcc::domain::{Area, Dataset, FigureChoice, Key, Measure, Reason, Request, YearChoice, compare};
use cppcc::text::Lang;
use itertools::Itertools;
use std::rc::Rc;
use support::library::shipped;
use support::screen::{lines, opened_on};
use toml_edit::{DocumentMut, Item, Table, Value};

/// Keys whose strings are no text of ours: names, titles and phrases as they are printed, and what a program reads.
const AS_PRINTED: [&str; 6] = ["title", "printed", "design", "authors", "page", "value"];

/// Calls `look` with every string of a table and its key, and with the keys of every table.
fn walk(table: &toml::Table, look: &mut impl FnMut(&str, &toml::Value)) {
    for (key, value) in table {
        walk_value(key, value, look);
    }
}

fn walk_value(key: &str, value: &toml::Value, look: &mut impl FnMut(&str, &toml::Value)) {
    look(key, value);
    match value {
        toml::Value::Table(table) => walk(table, look),
        toml::Value::Array(values) => values.iter().for_each(|value| walk_value(key, value, look)),
        _ => {}
    }
}

fn text(file: &SourceFile) -> &str {
    let Some(bytes) = file.bytes() else { panic!("{}", file.path.display()) };
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_built_in_packs_are_in_both_languages() {
    let mut texts = 0;
    for file in builtin(Builtin::All) {
        let table: toml::Table = text(&file).parse().unwrap();
        walk(&table, &mut |key, value| {
            let place = format!("{}: {key} = {value}", file.path.display());
            match value {
                toml::Value::Table(table) if table.contains_key("zh") || table.contains_key("en") => {
                    assert!(table.contains_key("zh") && table.contains_key("en"), "{place}");
                    texts += 1;
                }
                toml::Value::String(words) if !["zh", "en"].contains(&key) && !AS_PRINTED.contains(&key) => {
                    let is_code = words.is_ascii() && !words.contains(' ');
                    assert!(is_code || key == "address", "a text in one language: {place}");
                }
                _ => {}
            }
        });
    }
    assert!(texts > 1000, "{texts}");
}

/// Leaves of every text the Chinese alone, as plain strings; a section of a digest has its `zh`.
fn chinese_alone(table: &mut Table) {
    if table.contains_key("zh") {
        table.remove("en");
    }
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => chinese_alone(inner),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(chinese_alone),
            Item::Value(value) => plain(value),
            Item::None => {}
        }
    }
}

fn plain(value: &mut Value) {
    if let Value::InlineTable(table) = value {
        if let Some(zh) = table.get("zh").and_then(Value::as_str).map(str::to_owned) {
            *value = zh.into();
            return;
        }
        table.iter_mut().for_each(|(_, value)| plain(value));
    } else if let Value::Array(values) = value {
        values.iter_mut().for_each(plain);
    }
}

/// The built-in files, with those that `is_plain` names in Chinese alone.
fn in_chinese(is_plain: impl Fn(&str) -> bool) -> Rc<Library> {
    let rewrite = |file: SourceFile| {
        let path = file.path.display().to_string();
        if !is_plain(&path) {
            return file;
        }
        let mut document: DocumentMut = text(&file).parse().unwrap();
        chinese_alone(document.as_table_mut());
        SourceFile::new("mine", path, document.to_string().into_bytes())
    };
    let checked = check(builtin(Builtin::All).into_iter().map(rewrite).collect());
    let shipped = check(builtin(Builtin::All));
    assert_eq!(checked.warnings.len(), shipped.warnings.len());
    Rc::new(checked.library.unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En))))
}

/// What a comparison answers, by the ids of areas: the figures with their standing, the verdicts and the reasons.
fn answer(dataset: &Dataset, indicator: &str) -> Vec<String> {
    let request = Request {
        indicator: dataset.indicators.find(indicator).unwrap(),
        areas: dataset.areas.keys().collect(),
        measure: Measure::Raw,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    };
    let comparison = compare(dataset, &request);
    let id = |area: Key<Area>| &dataset.areas[area].id;
    let cells = comparison.cells.iter().map(|cell| format!("{} {:?}", id(cell.area), cell.standing));
    let pairs = comparison.pairs(dataset).map(|pair| {
        let reasons = pair.reasons.iter().map(Reason::id).sorted().join(" ");
        let areas = [pair.first, pair.second].map(|index| id(comparison[index].area));
        format!("{areas:?} {:?} {reasons}", pair.verdict)
    });
    cells.chain(pairs).collect()
}

/// Asserts that every indicator is compared as in the shipped data.
fn assert_compared_alike(library: &Library) {
    let shipped = shipped();
    for (_, indicator) in shipped.indicators.iter() {
        assert_eq!(answer(&shipped, &indicator.id), answer(library, &indicator.id), "{}", indicator.id);
    }
}

#[test]
fn a_pack_in_chinese_alone_is_compared_as_in_both_languages() {
    assert_compared_alike(&in_chinese(|_| true));
}

#[test]
fn what_is_counted_is_known_by_its_chinese_alone() {
    for city in ["binzhou", "qingdao", "xianyang"] {
        assert_compared_alike(&in_chinese(|path| path.ends_with(&format!("areas/{city}.toml"))));
    }
    assert_compared_alike(&in_chinese(|path| path.ends_with("deck.toml")));
}

fn screens_of(library: &Rc<Library>, lang: Lang, size: (u16, u16)) -> Vec<(String, State)> {
    let mut opened = opened_on(Rc::clone(library), lang, size);
    let mut states = Vec::new();
    for screen in Screen::ALL {
        opened.apply(Action::Show(screen));
        states.push((format!("{screen:?}"), opened.clone()));
    }
    opened.apply(Action::Present(SlideCommand::Begin));
    for slide in 0..opened.slides().len() {
        states.push((format!("slide {slide}"), opened.clone()));
        opened.apply(Action::Present(SlideCommand::Next));
    }
    states
}

#[test]
fn a_pack_in_chinese_alone_is_shown_on_every_screen_in_both_languages() {
    let library = in_chinese(|_| true);
    let names = library.areas.iter().map(|(_, area)| area.name.zh.clone()).collect_vec();
    for (lang, size) in [Lang::Zh, Lang::En].into_iter().cartesian_product([(80, 24), (120, 36), (200, 50)]) {
        for (screen, state) in screens_of(&library, lang, size) {
            let shown = lines(&state).join("\n");
            assert!(!shown.contains("too much on this slide"), "{screen} {lang:?} {size:?}\n{shown}");
            if !screen.starts_with("slide") {
                assert!(names.iter().any(|name| shown.contains(name)), "{screen} {lang:?} {size:?}\n{shown}");
            }
            for (_, area) in shipped().areas.iter() {
                assert!(!shown.contains(&area.name.en), "{screen} {lang:?} {size:?}\n{shown}");
            }
        }
    }
}
