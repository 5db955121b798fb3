//! What a terminal that is too small for the dashboard shows.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, keymap};
use cppcc::text::Lang;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
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

#[test]
fn nothing_is_done_that_cannot_be_seen() {
    let mut state = opened(Lang::Zh, (80, 24));
    for key in
        ['a', '/', 'x', '+', 'm', '2', 'A', 'D'].map(KeyCode::Char).into_iter().chain([KeyCode::Enter, KeyCode::Down])
    {
        state.apply(Action::Resize(80, 24));
        let event = KeyEvent::new(key, KeyModifiers::NONE);
        let seen = keymap::action(&state, &event).is_some();
        state.apply(Action::Resize(20, 5));
        assert_eq!(keymap::action(&state, &event), None, "{key:?}, which does something where it is seen: {seen}");
    }
    let quit = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert_eq!(keymap::action(&state, &quit), Some(Action::Quit));
}
