//! Every figure as a sentence, in both languages, under every measure.
//!
//! The sentences stand in `tests/sentences/`. After a change that is meant, `UPDATE_SENTENCES=1 cargo test --test
//! sentences` writes them anew; read what has changed before it is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::{
    Actor, Cell, Comparison, Dataset, FigureChoice, Indicator, Key, Measure, Request, YearChoice, compare,
};
use cppcc::text::Lang;
use cppcc::wording::{cell_sentence, committee_in_short, figure_sentence, initiative_sentence};
use itertools::Itertools;
use std::path::Path;
use support::library::shipped;
use support::pack::{self, Figure, exact};

const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];
const MEASURES: [Measure; 4] =
    [Measure::Raw, Measure::PerMonth, Measure::PerHundredMembers, Measure::PerMillionResidents];

fn compared(dataset: &Dataset, indicator: Key<Indicator>, measure: Measure, year_choice: YearChoice) -> Comparison {
    let (areas, figure_choice) = (dataset.areas.keys().collect(), FigureChoice::default());
    compare(dataset, &Request { indicator, areas, measure, year_choice, figure_choice })
}

/// Returns the sentences of all cells, with the cells.
fn of_cells(dataset: &Dataset, measure: Measure, lang: Lang) -> Vec<(Cell, String)> {
    let comparisons = dataset.indicators.keys().map(|key| compared(dataset, key, measure, YearChoice::Latest));
    let told = |comparison: Comparison| {
        let told = |cell: &Cell| (cell.clone(), cell_sentence(dataset, &comparison, cell, lang));
        comparison.cells.iter().map(told).collect_vec()
    };
    comparisons.flat_map(told).collect()
}

/// Returns a sentence with the titles of articles named and not told: they are the articles' own words.
fn without_titles(dataset: &Dataset, words: &str) -> String {
    let titles = dataset.articles.iter().map(|(_, article)| (&article.title, &article.id));
    let longest_first = titles.sorted_by_key(|(title, _)| std::cmp::Reverse(title.len()));
    longest_first.fold(words.to_owned(), |words, (title, id)| words.replace(title, &format!("title of {id}")))
}

#[test]
fn every_shipped_sentence_is_the_one_that_was_read() {
    let dataset = shipped();
    for (lang, code) in LANGS {
        let figures = dataset.observations.iter();
        let figures = figures.map(|(key, figure)| (&figure.id, figure_sentence(&dataset, key, lang)));
        let initiatives = dataset.initiatives.iter();
        let initiatives = initiatives.map(|(key, each)| (&each.id, initiative_sentence(&dataset, key, lang)));
        let told = figures.chain(initiatives);
        let told = told.map(|(id, words)| format!("{id}\t{}\n", without_titles(&dataset, &words))).join("");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/sentences/{code}.txt"));
        if std::env::var_os("UPDATE_SENTENCES").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        for (is, should) in told.lines().zip(expected.lines()) {
            assert_eq!(is, should);
        }
        assert_eq!(told, expected);
    }
}

#[test]
fn every_indicator_of_performance_has_words_of_its_own() {
    let dataset = shipped();
    for (_, indicator) in dataset.indicators.iter() {
        let is_context = dataset.themes[indicator.theme].is_context;
        assert!(indicator.sentence.is_some() || is_context, "{}", indicator.id);
    }
    for (_, figure) in dataset.observations.iter() {
        let needs_own = figure.variant.is_some() || figure.actor != Actor::Committee;
        assert!(figure.sentence.is_some() || !needs_own, "{}", figure.id);
    }
}

/// Returns how deep brackets stand in brackets.
fn depth(words: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for character in words.chars() {
        match character {
            '(' | '（' => open += 1,
            ')' | '）' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[test]
fn a_sentence_has_no_signs_and_ends_with_its_source() {
    let dataset = shipped();
    let signs = ['≥', '<', '>', '~', '–', '{', '}', '/'];
    for ((lang, _), measure) in LANGS.into_iter().cartesian_product(MEASURES) {
        for (cell, words) in of_cells(&dataset, measure, lang) {
            let end = if lang == Lang::Zh { '。' } else { '.' };
            assert!(words.ends_with(end) && !words.contains("  ") && !words.contains('\n'), "{words}");
            let Some(figure) = cell.figure() else { continue };
            let observation = &dataset.observations[figure.observation()];
            let article = &dataset.articles[observation.source.article];
            let outlet = article.outlet.as_ref().map_or(article.title.as_str(), |outlet| outlet.get(lang));
            let bracket = if lang == Lang::Zh { '（' } else { '(' };
            let (_, source) = words.rsplit_once(bracket).unwrap();
            assert!(source.contains(outlet), "{words}");
            assert!(depth(&words) == 1, "{words}");
            let free = words.replace(outlet, "").replace(&article.title, "");
            assert!(!free.contains(signs), "{words}");
            assert!(!free.contains("中国人民政治协商会议"), "{words}");
            let has_date = free
                .as_bytes()
                .windows(3)
                .any(|three| three[1] == b'-' && three[0].is_ascii_digit() && three[2].is_ascii_digit());
            assert!(!has_date, "{words}");
        }
    }
}

#[test]
fn a_received_instruction_never_reads_as_if_the_committee_had_written_it() {
    let dataset = shipped();
    for id in ["leader-instructions", "opinion-reports-with-instructions", "endorsed-outputs"] {
        let indicator = dataset.indicators.find(id).unwrap();
        let of = |(_, figure): &(_, &cppcc::domain::Observation)| figure.indicator == indicator;
        for (key, figure) in dataset.observations.iter().filter(of) {
            let zh = figure_sentence(&dataset, key, Lang::Zh);
            assert!(zh.contains('获') && (zh.contains("批示") || zh.contains("签批")), "{zh}");
            let en = figure_sentence(&dataset, key, Lang::En);
            let who = committee_in_short(&dataset, figure.area).en;
            let (before, _) = en.split_once(who.as_str()).unwrap();
            assert!(["wrote", "commended", "endorsed"].iter().any(|verb| before.contains(verb)), "{en}");
        }
    }
    let key = dataset.observations.find("binzhou-2024-leader-instructions").unwrap();
    let zh = figure_sentence(&dataset, key, Lang::Zh);
    assert!(zh.contains("滨州市政协的工作获省、市领导批示肯定20次"), "{zh}");
}

#[test]
fn a_sentence_tells_the_measure_in_force_and_what_was_divided_by() {
    let dataset = shipped();
    let filed = dataset.indicators.find("proposals-filed").unwrap();
    let told = |measure, lang| {
        let comparison = compared(&dataset, filed, measure, YearChoice::Latest);
        let area = dataset.areas.find("binzhou").unwrap();
        let cell = comparison.cells.iter().find(|cell| cell.area == area).unwrap();
        cell_sentence(&dataset, &comparison, cell, lang)
    };
    for (measure, zh, en) in [
        (
            Measure::PerHundredMembers,
            "512件，按2026年1月19日354名委员计算，合每百名委员145件",
            "145 proposals per 100 members",
        ),
        (Measure::PerMonth, "个月计算，合每月40.5至44.4件", "40.5 to 44.4 proposals a month"),
        (
            Measure::PerMillionResidents,
            "常住人口3928568人计算，合每百万人口130件",
            "130 proposals per million residents",
        ),
    ] {
        assert!(told(measure, Lang::Zh).contains(zh), "{}", told(measure, Lang::Zh));
        assert!(told(measure, Lang::En).contains(en), "{}", told(measure, Lang::En));
    }
    // Of the same number, the sentence is as the table has it, or says why there is none.
    for ((lang, _), measure) in LANGS.into_iter().cartesian_product(MEASURES) {
        for (cell, words) in of_cells(&dataset, measure, lang) {
            let Some(figure) = cell.figure().filter(|_| measure != Measure::Raw) else { continue };
            match &figure.extent {
                Ok(_) => assert!(words.contains(if lang == Lang::Zh { "，合每" } else { ", or " }), "{words}"),
                Err(_) => assert!(words.contains(if lang == Lang::Zh { "；" } else { "; " }), "{words}"),
            }
        }
    }
}

#[test]
fn a_figure_that_is_not_there_reads_as_silence_and_never_as_nothing_done() {
    let dataset = shipped();
    for ((lang, _), year) in LANGS.into_iter().cartesian_product([YearChoice::Latest, YearChoice::Year(2020)]) {
        for indicator in dataset.indicators.keys() {
            let comparison = compared(&dataset, indicator, Measure::Raw, year);
            for cell in comparison.cells.iter().filter(|cell| cell.figure().is_none()) {
                let words = cell_sentence(&dataset, &comparison, cell, lang);
                let who = committee_in_short(&dataset, cell.area);
                assert!(words.to_lowercase().contains(&who.get(lang).to_lowercase()), "{words}");
                assert!(words.contains(dataset.indicators[indicator].name.get(lang)), "{words}");
                assert!(depth(dataset.indicators[indicator].name.get(lang)) == depth(&words), "{words}");
            }
        }
    }
}

/// Tells the figures of a made-up pack in both languages.
fn told(indicator: &str, keys: &str, more: &str) -> [Vec<String>; 2] {
    let text = pack::text(indicator, &[Figure { city: "甲市", keys }]) + more;
    let library = pack::alone(&text);
    LANGS.map(|(lang, _)| library.observations.keys().map(|key| figure_sentence(&library, key, lang)).collect())
}

fn only(sentences: [Vec<String>; 2]) -> [String; 2] {
    sentences.map(|sentences| sentences.into_iter().exactly_one().unwrap())
}

#[test]
fn other_data_are_told_by_their_nature_or_by_a_pattern_of_their_own() {
    let keys = exact(0, 5.0, 2024, "");
    assert_eq!(
        only(told("nature = \"flow\"", &keys, "")),
        ["2024年，甲市“Made”为5u（甲市，2025年）。", "In 2024, the figure for “Made” of 甲市 was 5 u (甲市, 2025)."]
    );
    let pattern = "sentence = { zh = \"{committee}做了{value}\", en = \"{committee} did {number} things\" }";
    assert_eq!(
        only(told(&format!("nature = \"flow\"\n{pattern}"), &keys, "")),
        ["2024年，甲市做了5u（甲市，2025年）。", "In 2024, 甲市 did 5 things (甲市, 2025)."]
    );
    // What the indicator's pattern does not say stands behind; what the figure's own says is not said again.
    let variant = exact(0, 5.0, 2024, "variant = { zh = \"口径（一）\", en = \"kind (one)\" }\n");
    assert_eq!(
        only(told("nature = \"flow\"", &variant, "")),
        [
            "2024年，甲市“Made”为5u（口径，一；甲市，2025年）。",
            "In 2024, the figure for “Made” of 甲市 was 5 u (kind, one; 甲市, 2025)."
        ]
    );
    let own = "sentence = { zh = \"{period}，{committee}有{value}\", en = \"{committee} had {value} {period}\" }\n";
    assert_eq!(
        only(told("nature = \"flow\"", &format!("{variant}{own}"), "")),
        ["2024年，甲市有5u（甲市，2025年）。", "甲市 had 5 u in 2024 (甲市, 2025)."]
    );
}

#[test]
fn a_designed_number_is_told_as_a_name() {
    let keys = exact(0, 5.0, 2024, "").replace("value = 5.0", "value = \"1+10\"").replace("5u", "1+10u");
    let [zh, en] = only(told("nature = \"structure\"", &keys, ""));
    assert!(zh.contains("“Made”为“1+10”（"), "{zh}");
    assert!(en.contains("was “1+10” ("), "{en}");
}

#[test]
fn a_mean_is_told_as_one() {
    let keys = "value = 5\nqualifier = \"exact\"\neach = \"year\"\nperiod = \"2024\"\nsource = { article = \"a0\", printed = \"年均5次\" }";
    let [zh, en] = only(told("nature = \"flow\"", keys, ""));
    assert!(zh.contains("为平均每年5u（") && en.contains("was 5 u a year on average ("), "{zh}{en}");
}

#[test]
fn figures_that_contradict_each_other_are_both_told() {
    let keys = exact(0, 5.0, 2024, "");
    let both = "{ zh = \"乙报\", en = \"B\" }";
    let more = format!(
        "[[article]]\nid = \"b0\"\narea = \"c0\"\ntitle = \"t\"\noutlet = {both}\npublished = {{ date = \"2025-02\", certainty \
         = \"stated\" }}\ngenre = \"news\"\ngrade = \"excerpt\"\ncaveats = []\n[[observation]]\nid = \"c0-other\"\narea = \
         \"c0\"\nindicator = \"made\"\nscope = \"city\"\nstatus = \"achieved\"\nvalue = 6\nqualifier = \"exact\"\nperiod = \
         \"2024\"\nsource = {{ article = \"b0\", printed = \"6u\" }}\nreading = {both}\n"
    );
    let library = pack::alone(&(pack::text("nature = \"flow\"", &[Figure { city: "甲市", keys: &keys }]) + &more));
    let comparison = compared(&library, library.indicators.keys().next().unwrap(), Measure::Raw, YearChoice::Latest);
    let [zh, en] = LANGS.map(|(lang, _)| cell_sentence(&library, &comparison, &comparison.cells[0], lang));
    for words in ["为5u（甲市，2025年）", "另有报道记为6u（乙报，2025年2月）"] {
        assert!(zh.contains(words), "{zh}");
    }
    assert!(en.contains("was 5 u (") && en.contains("Another report has 6 u (B, February 2025)."), "{en}");
}
