//! What is copied from the screens: rows and tables, and what is said of where they went.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::app::{Action, Clipboard, CopyForm, Effect, Row, Screen, State, TableForm};
use cppcc::domain::Dataset;
use cppcc::text::{CharSet, Lang};
use cppcc::wording::{measured_value, period, reference};
use itertools::Itertools;
use std::rc::Rc;
use support::library::shipped;
use support::screen::{opened, select_indicator};

const FORMS: [TableForm; 2] = [TableForm::Markdown, TableForm::Tabs];
const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn copied(state: &mut State, form: CopyForm) -> Option<String> {
    match state.apply(Action::Copy(form)) {
        Effect::Copy(words) => Some(words),
        _ => None,
    }
}

/// Returns the cells of a Markdown table: its headings, and its rows.
fn cells(markdown: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let lines = markdown.lines().filter(|line| line.starts_with("| "));
    let split = |line: &str| {
        let inner = line.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap();
        inner.replace("\\|", "\u{1}").split(" | ").map(|cell| cell.replace('\u{1}', "|")).collect_vec()
    };
    let mut lines = lines.map(split);
    let headings = lines.next().unwrap();
    assert!(lines.next().unwrap().iter().all(|cell| cell == "---"));
    let rows = lines.collect_vec();
    assert!(rows.iter().all(|row| row.len() == headings.len()), "{markdown}");
    (headings, rows)
}

/// Checks that each mark of a footnote leads to one, and each footnote is marked; returns how many there are.
fn check_footnotes(dataset: &Dataset, markdown: &str, lang: Lang) -> usize {
    let (notes, table): (Vec<&str>, Vec<&str>) = markdown.lines().partition(|line| line.starts_with("[^"));
    let table = table.join("\n");
    for note in &notes {
        let (mark, words) = note.split_once(": ").unwrap();
        assert!(table.contains(mark), "{mark}");
        let id = mark.strip_prefix("[^").unwrap().strip_suffix(']').unwrap();
        let key = dataset.articles.find(id).unwrap();
        assert_eq!(words.replace(['\\', '<', '>'], ""), reference(dataset, key, lang).replace('\\', ""));
    }
    for mark in table.split("[^").skip(1) {
        let id = mark.split(']').next().unwrap();
        assert!(notes.iter().any(|note| note.starts_with(&format!("[^{id}]: "))), "{id}");
    }
    notes.len()
}

#[test]
fn the_row_has_the_values_of_the_screen_with_their_periods_and_sources() {
    let dataset = shipped();
    for lang in LANGS {
        for _ in 0..4 {
            let mut state = opened(lang, (120, 36));
            for indicator in dataset.indicators.keys() {
                select_indicator(&mut state, indicator);
                let words = copied(&mut state, CopyForm::Row(TableForm::Markdown)).unwrap();
                let (headings, rows) = cells(&words);
                let [row] = rows.as_slice() else { panic!("{words}") };
                assert!(row[0].starts_with(dataset.indicators[indicator].name.get(lang)), "{words}");
                let comparison = state.comparison(indicator).clone();
                for (at, cell) in comparison.cells.iter().enumerate() {
                    assert_eq!(headings[at + 1], dataset.areas[cell.area].name.get(lang));
                    let Some(figure) = cell.figure() else {
                        assert!(!row[at + 1].contains("[^") && !row[at + 1].is_empty(), "{words}");
                        continue;
                    };
                    let observation = &dataset.observations[figure.observation()];
                    let value = measured_value(&dataset, figure, state.measure(), lang, CharSet::Unicode);
                    let value = value.unwrap_or_default().replace('<', "\\<");
                    assert!(row[at + 1].starts_with(&value), "{value} in {words}");
                    assert!(row[at + 1].contains(&period(&observation.period, lang)), "{words}");
                    let article = &dataset.articles[observation.source.article].id;
                    assert!(row[at + 1].contains(&format!("[^{article}]")), "{words}");
                }
                check_footnotes(&dataset, &words, lang);
            }
            state.apply(Action::NextMeasure);
        }
    }
}

#[test]
fn every_screen_copies_its_row_and_its_table_in_both_forms() {
    let dataset = shipped();
    for (lang, screen) in LANGS.into_iter().cartesian_product(Screen::ALL) {
        let mut state = opened(lang, (120, 36));
        state.apply(Action::Show(screen));
        let markdown = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
        let (headings, rows) = cells(&markdown);
        check_footnotes(&dataset, &markdown, lang);
        let tabs = copied(&mut state, CopyForm::Table(TableForm::Tabs)).unwrap();
        let width = tabs.lines().next().unwrap().split('\t').count();
        assert!(width >= headings.len(), "{tabs}");
        assert_eq!(tabs.lines().count(), rows.len() + 1, "{tabs}");
        assert!(tabs.lines().all(|line| line.split('\t').count() == width), "{tabs}");
        for form in FORMS {
            let row = copied(&mut state, CopyForm::Row(form)).unwrap();
            assert!(row.lines().count() < tabs.lines().count().max(9) + 9, "{row}");
        }
    }
}

#[test]
fn a_table_has_every_row_that_is_not_folded_away() {
    let mut state = opened(Lang::Zh, (120, 36));
    state.apply(Action::FoldAll);
    let words = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
    let (_, rows) = cells(&words);
    let shown = state.compare().rows().iter().filter(|row| !matches!(row, Row::Singles(_))).count();
    assert_eq!(rows.len(), shown);
    assert!(words.starts_with("原值 · 最近\n\n"), "{words}");
}

#[test]
fn the_notice_says_where_the_words_went_and_how_far_over_the_limit_they_are() {
    let mut state = opened(Lang::Zh, (120, 36));
    let mut notice = |clipboard: Clipboard, form| {
        state.configure(Rc::default(), true, clipboard);
        let words = copied(&mut state, form).unwrap();
        let notice = state.notice().unwrap().clone();
        (words, notice.zh, notice.en)
    };
    let row = CopyForm::Row(TableForm::Tabs);
    assert_eq!(notice(Clipboard::Terminal, row).1, "已送往终端剪贴板（OSC 52），共 2 行");
    assert!(notice(Clipboard::Tmux, row).2.contains("tmux needs set -g set-clipboard on"));
    assert!(notice(Clipboard::Screen, row).1.starts_with("未能复制：GNU screen 不转发剪贴板"));
    assert!(notice(Clipboard::File("表.md".to_owned()), row).2.starts_with("Written to 表.md"));
}

#[test]
fn more_than_a_terminal_takes_is_said_with_its_size() {
    let library = support::many::with_cities(400, "");
    let mut state = support::screen::opened_on(library, Lang::En, (120, 36));
    state.apply(Action::Show(Screen::TIMELINE));
    let words = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
    assert!(words.len() > 74_994, "{}", words.len());
    let notice = state.notice().unwrap();
    assert!(notice.en.contains(&format!("{} bytes", words.len())) && notice.en.contains("74994"), "{}", notice.en);
    state.configure(Rc::default(), true, Clipboard::File("t".to_owned()));
    copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
    assert!(!state.notice().unwrap().en.contains("bytes"));
}

#[test]
fn in_coverage_the_cell_is_told_in_words() {
    for (lang, part) in
        [(Lang::Zh, "报道没有写，不等于没有做。"), (Lang::En, "silence does not mean that nothing was done.")]
    {
        let mut state = opened(lang, (120, 36));
        state.apply(Action::Show(Screen::Coverage));
        let row = copied(&mut state, CopyForm::Row(TableForm::Tabs)).unwrap();
        let fields = row.lines().nth(1).unwrap().split('\t').collect_vec();
        let areas = shipped().areas.keys().collect_vec();
        let at = areas.iter().position(|area| *area == state.area()).unwrap();
        let (reported, all) = fields[at + 1].split_once('/').unwrap();
        let words = copied(&mut state, CopyForm::Sentence).unwrap();
        for known in [fields[0], reported, all, part] {
            assert!(words.contains(known), "{known} in {words}");
        }
    }
}
