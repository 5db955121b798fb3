//! What the form suggests while a name is typed: whoever only presses Enter must not take another thing than was typed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::app::figure_form::Suggestions;
use cppcc::entry::{FigureField, Named};
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
