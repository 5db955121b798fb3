//! What is copied from the screens: rows and tables, and what is said of where they went.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Clipboard, CopyForm, Effect, Screen, State, TableForm};
use cppcc::domain::{Dataset, Refusal, Verdict};
use cppcc::text::{CharSet, Lang};
use cppcc::wording::{measured_value, period, reference};
use itertools::Itertools;
use std::rc::Rc;
use support::library::shipped;
use support::screen::{opened, select_indicator};

const FORMS: [TableForm; 2] = [TableForm::Markdown, TableForm::Tabs];
const VERDICTS: [Verdict; 3] = [Verdict::Comparable, Verdict::WithCaution, Verdict::NotComparable];
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
        // Beneath the table stands how many indicators are folded away.
        let notes = usize::from(screen == Screen::Compare);
        assert_eq!(tabs.lines().count(), rows.len() + 1 + notes, "{tabs}");
        assert!(tabs.lines().all(|line| line.split('\t').count() == width), "{tabs}");
        for form in FORMS {
            let row = copied(&mut state, CopyForm::Row(form)).unwrap();
            assert!(row.lines().count() < tabs.lines().count().max(9) + 9, "{row}");
        }
    }
}

#[test]
fn a_table_has_every_row_that_is_not_folded_away_and_says_how_many_are() {
    let dataset = shipped();
    for (lang, before, behind) in
        [(Lang::Zh, "另有 ", " 项指标已折叠，未复制。"), (Lang::En, "Indicators folded away, not copied: ", ".")]
    {
        let mut state = opened(lang, (120, 36));
        let all = dataset.indicators.keys().filter(|key| dataset.observations.reporters(*key) > 0).count();
        for _ in 0..2 {
            let words = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
            let (_, rows) = cells(&words);
            let is_heading = |row: &[String]| row.iter().skip(1).all(String::is_empty);
            assert!(rows.iter().tuple_windows().all(|(row, next)| !is_heading(row) || !is_heading(next)), "{words}");
            assert!(!is_heading(rows.last().unwrap()), "{words}");
            let copied_rows = rows.iter().filter(|row| !is_heading(row)).count();
            let shown = state.compare().rows().iter().filter(|row| row.indicator().is_some()).count();
            assert_eq!(copied_rows, shown);
            let note = format!("{before}{}{behind}", all - shown);
            let tabs = copied(&mut state, CopyForm::Table(TableForm::Tabs)).unwrap();
            assert_eq!(words.lines().any(|line| line == note), all > shown, "{note} in {words}");
            assert_eq!(tabs.lines().last().unwrap().trim_end() == note, all > shown, "{note} in {tabs}");
            state.apply(Action::FoldAll);
        }
        let words = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
        assert!(lang == Lang::En || words.starts_with("各市最近一期\n\n"), "{words}");
    }
}

#[test]
fn every_row_says_whether_its_figures_can_be_compared_and_why_not() {
    let dataset = shipped();
    for lang in LANGS {
        let (verdict_heading, difference_heading) = match lang {
            Lang::Zh => ("可比与否", "差额"),
            Lang::En => ("verdict", "difference"),
        };
        let mut refused = 0;
        for (one, other) in dataset.areas.keys().collect_vec().into_iter().tuple_combinations() {
            let mut state = opened(lang, (120, 36));
            state.show_areas(&[one, other]);
            state.apply(Action::FoldAll);
            let words = copied(&mut state, CopyForm::Table(TableForm::Markdown)).unwrap();
            let (headings, rows) = cells(&words);
            let names = [one, other].map(|area| dataset.areas[area].name.get(lang).to_owned());
            assert_eq!(headings[1..], [&names[0], &names[1], difference_heading, verdict_heading]);
            let rows = rows.iter().filter(|row| !row[1].is_empty()).collect_vec();
            let shown = state.compare().rows().iter().filter_map(|row| row.indicator()).collect_vec();
            assert_eq!(rows.len(), shown.len());
            for (indicator, row) in shown.into_iter().zip(rows) {
                assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
                let Some(pair) = state.comparison(indicator).pairs(&dataset).next() else {
                    assert!(VERDICTS.iter().all(|verdict| row[4] != verdict.name().get(lang)), "{row:?}");
                    continue;
                };
                let said = row[4].replace('\\', "");
                assert!(said.starts_with(pair.verdict.name().get(lang)), "{row:?}");
                if let Some(reason) = pair.reasons.first() {
                    assert!(said.contains(&reason.text(&dataset).get(lang).replace('\\', "")), "{row:?}");
                }
                refused += usize::from(pair.verdict == Verdict::NotComparable);
            }
        }
        assert!(refused > 10, "{refused}");
        let mut state = opened(lang, (120, 36));
        for indicator in dataset.indicators.keys() {
            select_indicator(&mut state, indicator);
            let words = copied(&mut state, CopyForm::Row(TableForm::Tabs)).unwrap();
            let (headings, row) = words.lines().map(|line| line.split('\t').collect_vec()).collect_tuple().unwrap();
            assert_eq!(headings.last(), Some(&verdict_heading));
            match state.row_verdict(indicator) {
                Some(verdict) => {
                    // That some have ranks says nothing of each pair: nothing is called comparable that never is.
                    let counts = state.comparison(indicator).verdict_counts(&dataset);
                    let name = match (verdict, lang) {
                        (Verdict::Comparable, Lang::Zh) => "可排位次",
                        (Verdict::Comparable, Lang::En) => "can be ranked",
                        _ if counts.of(Verdict::Comparable) > 0 => Verdict::Comparable.name().get(lang),
                        _ => verdict.name().get(lang),
                    };
                    assert!(row.last().unwrap().starts_with(name), "{words}");
                }
                None => assert!(!row.last().unwrap().is_empty(), "{words}"),
            }
            if state.row_verdict(indicator) == Some(Verdict::NotComparable) {
                let comparison = state.comparison(indicator);
                let reasons = comparison.pairs(&dataset).flat_map(|pair| pair.reasons).collect_vec();
                let known = reasons.iter().map(|reason| reason.name().get(lang)).collect_vec();
                let refusal = comparison.refused.map(|refusal| refusal.text().get(lang).to_owned());
                let said = row.last().unwrap();
                let is_said = known.iter().any(|reason| said.contains(reason));
                assert!(is_said || refusal.is_some_and(|refusal| said.contains(&refusal)), "{words}");
                let not_alone = Refusal::NothingComparable.text();
                assert!(!said.contains(not_alone.get(lang)), "{words}");
            }
        }
    }
}

#[test]
fn where_everything_is_folded_away_it_is_said_why_nothing_is_copied() {
    let mut state = opened(Lang::Zh, (120, 36));
    let areas = [state.areas()[0]];
    state.show_areas(&areas);
    assert!(state.compare().rows().iter().all(|row| row.indicator().is_none()));
    assert_eq!(copied(&mut state, CopyForm::Table(TableForm::Tabs)), None);
    assert_eq!(state.notice().unwrap().zh, "各主题均已折叠，展开后才能复制");
}

#[test]
fn only_the_cities_that_are_shown_are_copied() {
    let dataset = shipped();
    for (lang, form) in LANGS.into_iter().cartesian_product(FORMS) {
        let mut state = opened(lang, (120, 36));
        let areas = dataset.areas.keys().collect_vec();
        state.show_areas(&[areas[1], areas[3], areas[4]]);
        let hidden = [areas[0], areas[2]].map(|area| dataset.areas[area].name.get(lang).to_owned());
        for screen in [Screen::Compare, Screen::Coverage] {
            state.apply(Action::Show(screen));
            for copy in [CopyForm::Row(form), CopyForm::Table(form)] {
                let words = copied(&mut state, copy).unwrap();
                let headings = words.lines().find(|line| line.contains(['|', '\t'])).unwrap();
                for area in state.areas() {
                    assert!(headings.contains(dataset.areas[*area].name.get(lang)), "{headings}");
                }
                assert!(hidden.iter().all(|name| !headings.contains(name)), "{headings}");
            }
        }
    }
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
