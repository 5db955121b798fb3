//! The figures that a sentence offers: of every printed form the right value, of a whole sentence a phrase that proves it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use cppcc::domain::date::PartialDate;
use cppcc::domain::indicator::Nature;
use cppcc::printed::numeral::numerals;
use cppcc::printed::phrase_reading::readings;
use cppcc::printed::{CandidateValue, FigureCandidate, PhraseProof, candidates, longest, set_aside};
use cppcc::text::Word;
use proptest::prelude::*;

/// What a candidate says, as the table of forms writes it.
fn told(candidate: &FigureCandidate) -> (String, Vec<&'static str>) {
    match &candidate.value {
        CandidateValue::Number(reading) => {
            let value = reading.to.map_or(reading.value.to_string(), |to| format!("{}..{to}", reading.value));
            (value, reading.qualifiers.iter().map(|qualifier| qualifier.id()).collect())
        }
        CandidateValue::Designed(value) => (format!("\"{value}\""), vec!["exact"]),
    }
}

/// One row of the table of printed forms.
struct Row<'a> {
    phrase: &'a str,
    nature: Nature,
    value: &'a str,
    qualifiers: Vec<&'a str>,
}

fn rows() -> Vec<Row<'static>> {
    let rows = include_str!("../data/printed_forms.tsv").lines().skip(1);
    rows.map(|row| {
        let [phrase, nature, value, qualifier, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        // A fall is no share, and neither is a growth beyond it.
        let nature = if value.starts_with('-') { Nature::Change } else { Nature::from_word(nature).unwrap() };
        Row { phrase, nature, value, qualifiers: qualifier.split('/').collect() }
    })
    .collect()
}

/// Returns whether one of the candidates of a text is what a row names.
fn is_offered(row: &Row, text: &str) -> bool {
    let offered = candidates(text, Some(row.nature), None);
    offered.iter().map(told).any(|(value, qualifiers)| {
        value == row.value && row.qualifiers.iter().all(|qualifier| qualifiers.contains(qualifier))
    })
}

#[test]
fn every_printed_form_is_offered_as_what_it_means() {
    let rows = rows();
    assert_eq!(rows.len(), 112);
    for row in rows {
        if row.value.is_empty() {
            assert_eq!(candidates(row.phrase, Some(row.nature), None), [], "{}", row.phrase);
            continue;
        }
        assert!(is_offered(&row, row.phrase), "{}: {:#?}", row.phrase, candidates(row.phrase, Some(row.nature), None));
    }
}

#[test]
fn the_phrase_of_a_candidate_proves_it() {
    for row in rows().iter().filter(|row| !row.value.is_empty() && row.nature != Nature::Structure) {
        let sentence = format!("一年来，市政协围绕中心、服务大局，{}，受到各方面的好评。", row.phrase);
        assert!(is_offered(row, &sentence), "{sentence}: {:#?}", candidates(&sentence, Some(row.nature), None));
        for candidate in candidates(&sentence, Some(row.nature), None) {
            assert_proved(&candidate, &sentence);
        }
    }
}

#[track_caller]
fn assert_proved(candidate: &FigureCandidate, sentence: &str) {
    assert!(candidate.printed.chars().count() <= longest(&candidate.printed), "{candidate:#?}");
    assert!(sentence.contains(&candidate.printed), "{candidate:#?}");
    if let (CandidateValue::Number(reading), PhraseProof::Complete) = (&candidate.value, candidate.proof) {
        assert!(readings(&numerals(&candidate.printed), candidate.nature).contains(reading), "{candidate:#?}");
    }
}

#[test]
fn a_sentence_offers_its_figures_with_unit_and_time() {
    let sentence = "2024年上半年，市政协召开协商会议12场，立案提案512件，办复率达99.6%，较去年增长3%，提出意见建议200余条；\
                    十四届三次会议以来报送社情民意信息约1.2万篇。";
    let offered = candidates(sentence, None, PartialDate::parse("2024-08"));
    let seen: Vec<_> = offered
        .iter()
        .map(|candidate| {
            let (value, qualifiers) = told(candidate);
            let period = candidate.period.as_ref().map_or("", |hint| hint.period.as_str());
            let unit = candidate.unit.clone().unwrap_or_default();
            format!("{} {value} {} {unit} {period} {}", candidate.nature.id(), qualifiers[0], candidate.printed)
        })
        .collect();
    assert_eq!(
        seen,
        [
            "flow 12 exact 场 2024-H1 市政协召开协商会议12场",
            "flow 512 exact 件 2024-H1 立案提案512件",
            "rate 99.6 exact  2024-H1 办复率达99.6%",
            "change 3 exact  2024-H1 较去年增长3%",
            "flow 200 at-least 条 2024-H1 提出意见建议200余条",
            "flow 12000 about 篇 2024-H1 报送社情民意信息约1.2万篇",
        ]
    );
}

#[test]
fn what_is_no_figure_is_set_aside() {
    let aside = set_aside("2024年8月21日，“1+10”体系下立案512件");
    assert_eq!(aside.iter().map(|aside| aside.printed.as_str()).collect::<Vec<_>>(), ["2024", "8", "21", "1", "10"]);
    let designed = candidates("构建“1＋10”工作体系", Some(Nature::Structure), None);
    assert_eq!(designed.len(), 1);
    assert_eq!((told(&designed[0]).0.as_str(), designed[0].printed.as_str()), ("\"1+10\"", "“1＋10”工作体系"));
}

#[test]
fn a_hedge_that_is_too_far_away_is_told() {
    let sentence = "年均接待来自全市各个县区和开发区的基层群众代表人士120人次";
    let offered = candidates(sentence, Some(Nature::Flow), None);
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].proof, PhraseProof::Incomplete);
    assert!(offered[0].printed.ends_with("120人次"));
}

proptest! {
    #[test]
    fn any_text_offers_phrases_of_its_own(text in "[0-9０-９一二三十百千万亿年月日余近约超%+，。、次件a-c ]{0,60}") {
        for candidate in candidates(&text, None, PartialDate::parse("2025")) {
            assert_proved(&candidate, &text);
        }
        prop_assert!(set_aside(&text).iter().all(|aside| text.contains(&aside.printed)));
    }
}

/// 一年来 is when, and no figure of proposals: whoever only presses Enter must not be offered it.
#[test]
fn a_span_of_time_is_no_figure_but_of_a_duration() {
    let sentence = "一年来，共收到提案486件，立案412件，办复率100%；编报社情民意信息近300篇，三年间其中28篇获采用。";
    let values = |nature| candidates(sentence, nature, None).iter().map(|one| told(one).0).collect::<Vec<_>>();
    assert_eq!(values(None), ["486", "412", "100", "300", "28"]);
    assert_eq!(values(Some(Nature::Flow)), ["486", "412", "300", "28"]);
    let durations = candidates("平均办理用时3天", Some(Nature::Duration), None);
    assert_eq!(durations.iter().map(|one| told(one).0).collect::<Vec<_>>(), ["3"]);
}

/// A file of the data has no room for it, and a candidate of it could not be pasted there.
#[test]
fn a_number_that_no_file_can_hold_is_no_figure() {
    let text = format!("编号{}，办理{}件，办复12件。", "1".repeat(24), "9".repeat(19));
    for nature in Nature::WORDS.iter().map(|(_, nature)| Some(*nature)).chain([None]) {
        for candidate in candidates(&text, nature, None) {
            if let CandidateValue::Number(reading) = &candidate.value {
                let keys = format!("figure = {{ {} }}", reading.keys());
                assert!(keys.parse::<toml::Table>().is_ok(), "{keys}");
            }
        }
    }
    let offered: Vec<String> = candidates(&text, None, None).iter().map(|candidate| told(candidate).0).collect();
    assert_eq!(offered, ["12"]);
    let most = candidates("办理9223372036854775807件", None, None);
    assert_eq!(most.iter().map(|candidate| told(candidate).0).collect::<Vec<_>>(), ["9223372036854775807"]);
}
