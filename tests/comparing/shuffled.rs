//! The order of files, and of entries in files, changes no answer: not what is chosen, not a verdict, not a rank.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use cppcc::checked::{Content, SourceFile};
use cppcc::data::{Builtin, builtin, load, read_folder};
use cppcc::domain::{Area, Comparison, Dataset, FigureChoice, Key, Measure, Reason, Request, YearChoice, compare};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::collections::BTreeMap;
use std::path::Path;

/// Splits a text before the head of each table that is no part of the table before.
fn entries(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        let starts = line.starts_with('[') && !line.contains('.');
        match entries.last_mut() {
            Some(entry) if !starts => entry.push_str(line),
            _ => entries.push(line.to_owned()),
        }
    }
    entries
}

fn shuffled<T>(things: &mut [T], random: &mut TestRng) {
    for last in (1..things.len()).rev() {
        let other = usize::try_from(random.next_u32()).unwrap() % (last + 1);
        things.swap(last, other);
    }
}

fn shuffle(mut files: Vec<SourceFile>, random: &mut TestRng) -> Vec<SourceFile> {
    for file in &mut files {
        if let Content::Bytes(bytes) = &file.content {
            let mut entries = entries(std::str::from_utf8(bytes).unwrap());
            shuffled(&mut entries, random);
            file.content = Content::Bytes(entries.join("\n").into_bytes().into());
        }
    }
    shuffled(&mut files, random);
    files
}

/// Everything that a comparison answers, by the ids of areas and figures.
fn answer(dataset: &Dataset, comparison: &Comparison) -> BTreeMap<String, String> {
    let id = |area: Key<Area>| dataset.areas[area].id.clone();
    let mut answer = BTreeMap::new();
    for cell in &comparison.cells {
        let figures = cell.figure().map(|figure| {
            let ids: Vec<&str> = figure.observations.iter().map(|key| dataset.observations[*key].id.as_str()).collect();
            (ids, format!("{:?}", figure.extent))
        });
        let held: Vec<&str> =
            comparison.held_by(dataset, cell.area).iter().map(|key| dataset.observations[*key].id.as_str()).collect();
        answer.insert(id(cell.area), format!("{figures:?} {:?} {held:?}", cell.standing));
    }
    for pair in comparison.pairs(dataset) {
        let mut areas = [id(comparison[pair.first].area), id(comparison[pair.second].area)];
        areas.sort_unstable();
        let mut reasons: Vec<&str> = pair.reasons.iter().map(Reason::id).collect();
        reasons.sort_unstable();
        answer.insert(areas.join(" "), format!("{:?} {reasons:?}", pair.verdict));
    }
    for exclusion in comparison.exclusions(dataset) {
        let mut areas: Vec<String> = exclusion.areas.iter().map(|area| id(*area)).collect();
        areas.sort_unstable();
        let reasons: Vec<&str> = exclusion.reasons.iter().map(Reason::id).collect();
        answer.insert(format!("excluded {areas:?}"), format!("{reasons:?}"));
    }
    answer.insert("order".to_owned(), format!("{:?} {:?}", comparison.no_order, comparison.refused));
    answer
}

fn answers(files: Vec<SourceFile>) -> BTreeMap<String, BTreeMap<String, String>> {
    let library = load(files).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En)));
    let dataset = &library.dataset;
    let mut answers = BTreeMap::new();
    for indicator in dataset.indicators.keys() {
        for measure in [Measure::Raw, Measure::PerMonth, Measure::PerHundredMembers, Measure::PerMillionResidents] {
            for year_choice in [YearChoice::Latest, YearChoice::Closest, YearChoice::Year(2024)] {
                let areas = dataset.areas.keys().collect();
                let figure_choice = FigureChoice::default();
                let request = Request { indicator, areas, measure, year_choice, figure_choice };
                let what = format!("{} {} {}", dataset.indicators[indicator].id, measure.id(), year_choice.id());
                answers.insert(what, answer(dataset, &compare(dataset, &request)));
            }
        }
    }
    answers
}

fn random(seed: [u8; 32]) -> TestRng {
    TestRng::from_seed(RngAlgorithm::ChaCha, &seed)
}

#[track_caller]
fn are_equal(one: &BTreeMap<String, BTreeMap<String, String>>, other: &BTreeMap<String, BTreeMap<String, String>>) {
    for (what, answer) in one {
        assert_eq!(Some(answer), other.get(what), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_built_in_data_answer_alike_in_any_order(seed in any::<[u8; 32]>()) {
        let files = builtin(Builtin::All);
        are_equal(&answers(files.clone()), &answers(shuffle(files, &mut random(seed))));
    }

    #[test]
    fn a_pack_with_variants_and_scopes_answers_alike_in_any_order(seed in any::<[u8; 32]>()) {
        let files = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/several-figures"));
        are_equal(&answers(files.clone()), &answers(shuffle(files, &mut random(seed))));
    }
}
