//! What the form suggests while a name is typed: whoever only presses Enter must not take another thing than was typed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::figure_form::Suggestions;
use cppcc::domain::observation::Scope;
use cppcc::entry::{FigureDraft, FigureField, Named, read};
use cppcc::printed::candidates;
use cppcc::search::SearchIndex;
use cppcc::text::{CharSet, Lang};
use support::library::shipped;

#[test]
fn a_title_that_none_has_is_a_new_one() {
    let library = shipped();
    let index = SearchIndex::new(&library, Lang::Zh, CharSet::Unicode);
    let chosen = |field, typed: &str| Suggestions::of(field, typed, &index, &library).selected().unwrap().named.clone();
    for title in ["市政协常委会工作报告", "市政协十三届一次会议举行"] {
        assert_eq!(chosen(FigureField::Article, title), Named::New(title.to_owned()));
    }
    for (_, article) in library.articles.iter() {
        // Two cities may have used the same title.
        let Named::Held(id) = chosen(FigureField::Article, &article.title) else { panic!("{}", article.title) };
        let held = library.articles.find(&id).unwrap();
        assert_eq!(library.articles[held].title, article.title);
    }
    for (_, area) in library.areas.iter() {
        assert_eq!(chosen(FigureField::Area, &area.id), Named::Held(area.id.clone()));
    }
}

/// Whoever has chosen a number and then names an indicator gets that number, or is told; never another one.
#[test]
fn a_number_that_was_chosen_stays_the_same_under_every_indicator() {
    let library = shipped();
    let sentence = "一年来，共收到提案486件，立案412件，办复率100%；编报社情民意信息近300篇，其中28篇获省政协采用。";
    let numbers = candidates(sentence, None, None);
    assert_eq!(numbers.len(), 5);
    let mut told = 0;
    for (_, indicator) in library.indicators.iter() {
        for number in &numbers {
            let draft = FigureDraft {
                sentence: sentence.to_owned(),
                taken: Some(number.place.start),
                indicator: Named::Held(indicator.id.clone()),
                ..FigureDraft::default()
            };
            let reading = read(&draft, &library);
            if let Some(at) = reading.taken {
                assert_eq!(reading.candidates[at].place, number.place, "{}", indicator.id);
            } else {
                assert!(reading.faults.iter().any(|fault| fault.field == FigureField::Taken), "{}", indicator.id);
                told += 1;
            }
        }
    }
    assert!(told > 0, "shares are not counted by every indicator");
}

#[test]
fn the_level_of_those_who_took_a_report_up_is_not_the_one_that_counts() {
    let library = shipped();
    let scope = |sentence: &str| {
        let draft = FigureDraft { sentence: sentence.to_owned(), ..FigureDraft::default() };
        read(&draft, &library).as_read.scope
    };
    assert_eq!(scope("共收到提案486件，其中28篇获省政协采用"), Some(Scope::NotStated));
    assert_eq!(scope("市政协共收到提案486件，28篇获全国政协采用"), Some(Scope::City));
}
