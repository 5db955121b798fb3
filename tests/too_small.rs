//! What a terminal that is too small for the dashboard shows.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::app::Action;
use cppcc::text::Lang;
use support::screen::{lines, opened};

#[test]
fn the_key_that_quits_and_what_it_does_stay_together() {
    for (lang, quits) in [(Lang::Zh, "q 退出"), (Lang::En, "q quits")] {
        let mut state = opened(lang, (80, 24));
        for width in 7..40 {
            state.apply(Action::Resize(width, 12));
            let shown = lines(&state);
            assert!(shown.iter().any(|line| line.contains(quits)), "{width}: {shown:#?}");
        }
    }
}
