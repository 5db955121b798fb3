//! What the form says before a figure is written that nothing is wrong with, and that is another's or held already.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::library::shipped;
use cppcc::deck::Library;
use cppcc::domain::observation::Status;
use cppcc::domain::{Key, Observation};
use cppcc::entry::{FigureDraft, Named, doubts, draft_of, read};
use cppcc::text::Text;

/// Returns what is said of a figure that is held as if it were typed anew, or nothing where more would have to be typed.
fn said_of(library: &Library, draft: &FigureDraft) -> Option<Vec<Text>> {
    let reading = read(draft, library);
    reading.entries.as_ref()?;
    Some(doubts(draft, &reading, library))
}

fn typed_again(library: &Library, key: Key<Observation>) -> FigureDraft {
    FigureDraft { corrects: String::new(), id: String::new(), ..draft_of(library, key) }
}

fn of_another(said: &[Text]) -> Option<&Text> {
    said.iter().find(|doubt| doubt.zh.contains("请核对指标"))
}

fn held(said: &[Text]) -> Option<&Text> {
    said.iter().find(|doubt| doubt.zh.ends_with("若是同一个数，不必再录"))
}

#[test]
fn a_figure_that_is_held_is_told_when_it_is_typed_again() {
    let library = shipped();
    let (mut read, mut told) = (0, 0);
    for (key, observation) in library.observations.iter() {
        let Some(said) = said_of(&library, &typed_again(&library, key)) else { continue };
        read += 1;
        told += usize::from(held(&said).is_some());
        let outlet = library.articles[observation.source.article].outlet_name();
        if let Some(doubt) = held(&said).filter(|doubt| doubt.zh.contains(&outlet.zh)) {
            assert!(doubt.en.contains(&outlet.en), "{doubt:?}");
        }
    }
    assert!(read > 150 && told * 100 >= read * 98, "{told} of {read}");
}

#[test]
fn a_figure_under_its_own_indicator_is_no_others() {
    let library = shipped();
    for (key, observation) in library.observations.iter() {
        let said = said_of(&library, &typed_again(&library, key)).unwrap_or_default();
        assert_eq!(of_another(&said), None, "{}", observation.id);
    }
}

/// Every figure that is held, filed under every other indicator that counts the same.
#[test]
fn words_of_another_indicator_are_told() {
    let library = shipped();
    let (mut filed, mut told) = (0, 0);
    for (key, observation) in library.observations.iter() {
        let unit = &library.indicators[observation.indicator].unit;
        for (other, indicator) in library.indicators.iter() {
            if other == observation.indicator || indicator.unit != *unit {
                continue;
            }
            let draft = FigureDraft { indicator: Named::Held(indicator.id.clone()), ..typed_again(&library, key) };
            let Some(said) = said_of(&library, &draft) else { continue };
            filed += 1;
            told += usize::from(of_another(&said).is_some());
        }
    }
    // Names that share a word, such as 提案 in 立案提案, say too little.
    assert!(filed > 1000 && told * 2 > filed, "{told} of {filed}");
}

#[test]
fn the_words_and_both_indicators_are_named() {
    let library = shipped();
    let (key, _) = library.observations.iter().find(|(_, one)| one.id == "jinan-2025-proposals-filed").unwrap();
    let sentence = "全年征集提案468件，立案412件，其中集体提案98件。".to_owned();
    let indicator = Named::Held("proposals-submitted".to_owned());
    let taken = Some(sentence.chars().position(|sign| sign == '4').unwrap() + "468件，立案".chars().count());
    let draft = FigureDraft { sentence, taken, indicator, ..typed_again(&library, key) };
    let said = said_of(&library, &draft).unwrap();
    let doubt = of_another(&said).unwrap();
    assert!(doubt.zh.starts_with("“立案”在已录的数字里是“立案提案"), "{}", doubt.zh);
    assert!(doubt.en.starts_with("“立案” is “Proposals filed"), "{}", doubt.en);
}

#[test]
fn a_figure_of_another_year_is_not_held_already() {
    let library = shipped();
    let (key, _) = library.observations.iter().find(|(_, one)| one.id == "jinan-2025-proposals-filed").unwrap();
    let said = |sentence: &str, period: &str| {
        let (sentence, period) = (sentence.to_owned(), period.to_owned());
        let draft = FigureDraft { sentence, period, taken: None, ..typed_again(&library, key) };
        held(&said_of(&library, &draft).unwrap()).map(|doubt| doubt.zh.clone())
    };
    assert_eq!(said("立案481件", "2019"), None);
    assert!(said("立案481件", "2025").unwrap().starts_with("同期已录：579 件"));
    assert!(said("立案579件", "2019").unwrap().starts_with("这篇文章的这个数已录：579 件"));
}

/// Returns a draft of a sentence for the readings of Liaocheng, in an article of February 2026.
fn of_february(sentence: &str) -> FigureDraft {
    FigureDraft {
        sentence: sentence.to_owned(),
        area: Named::Held("liaocheng".to_owned()),
        indicator: Named::Held("reading-activities".to_owned()),
        article: Named::New("政协工作报告".to_owned()),
        outlet: "聊城日报".to_owned(),
        published: "2026-02-03".to_owned(),
        ..FigureDraft::default()
    }
}

#[test]
fn what_is_expected_is_not_read_as_done() {
    let library = shipped();
    for (sentence, status) in [
        ("预计2026年全年举办读书活动80场。", Status::Forecast),
        ("2026年计划开展读书活动80场。", Status::Planned),
        ("力争2026年开展读书活动80场。", Status::Planned),
        ("2025年，全年举办读书活动80场。", Status::Achieved),
    ] {
        let reading = read(&of_february(sentence), &library);
        let figure = &reading.entries.unwrap_or_else(|| panic!("{:?}", reading.faults)).figures[0];
        assert_eq!(figure.status, status, "{sentence}");
        let set = FigureDraft { status: Some(Status::Achieved), ..of_february(sentence) };
        assert_eq!(read(&set, &library).entries.unwrap().figures[0].status, Status::Achieved, "what is set is kept");
    }
}

#[test]
fn a_figure_of_a_time_that_is_not_over_is_doubted() {
    let library = shipped();
    let not_over = |sentence: &str| {
        let said = said_of(&library, &of_february(sentence)).unwrap();
        said.iter().any(|doubt| doubt.zh.contains("若是计划、预计"))
    };
    assert!(not_over("2026年，全年举办读书活动80场。"));
    assert!(!not_over("2025年，全年举办读书活动80场。"));
    assert!(!not_over("预计2026年全年举办读书活动80场。"));
}

/// Words that stand before two indicators name both: to follow one of them may be wrong.
#[test]
fn all_indicators_of_the_words_are_named() {
    let library = shipped();
    let said = said_of(&library, &of_february("2025年，其中委员提案80件。"));
    let doubt = said.as_deref().and_then(of_another).cloned().unwrap_or_else(|| panic!("{said:?}"));
    let named = library.indicators.iter().filter(|(_, one)| doubt.zh.contains(&format!("“{}”", one.name.zh))).count();
    assert!(named > 2, "{}", doubt.zh);
}
