//! The key that lists only what has ranks: it counts what the shell counts.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use crossterm::event::KeyCode;
use support::keys::press;
use support::program::{ends, err, run};
use support::screen::{lines, opened};

/// Returns the number that stands before these words.
fn number_before(text: &str, words: &str) -> usize {
    let (before, _) = text.split_once(words).unwrap_or_else(|| panic!("{words} in {text}"));
    let digits = before.trim_end().chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>();
    digits.into_iter().rev().collect::<String>().parse().unwrap()
}

#[test]
fn what_is_listed_as_ranked_is_what_the_shell_counts_as_ranked() {
    for (areas, of_shell) in [(None, vec!["compare"]), (Some(2), vec!["compare", "--area", "binzhou,liaocheng"])] {
        let counted = run(Lang::En, &of_shell);
        ends(&counted, 0);
        let mut state = opened(Lang::En, (120, 36));
        let shown = state.areas()[..areas.unwrap_or(state.areas().len())].to_vec();
        state.show_areas(&shown);
        press(&mut state, KeyCode::Char('f'));
        let screen = lines(&state).join("\n");
        assert_eq!(number_before(&screen, "that can be ranked"), number_before(err(&counted), "ranked,"), "{screen}");
    }
}
