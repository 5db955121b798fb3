//! The speaker's view: what its keys ask for, and what it shows of the presentation and the time.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::Clock;
use cppcc::app::keymap::{Chord, KeyCode, KeyEvent, Keys};
use cppcc::deck::Library;
use cppcc::deck::SlideNumber;
use cppcc::present::protocol::{RemoteCommand, SpeakerStatus};
use cppcc::present::speaker::{SpeakerAction, SpeakerEffect, SpeakerView, SpeakingTime};
use cppcc::text::Lang;
use std::rc::Rc;
use support::keys::{codes, control, key};
use support::library::with_deck;

const DECK: &str = r#"
[[deck]]
id = "short"
name = { zh = "短", en = "Short" }

[[deck.slide]]
kind = "coverage"

[[deck.slide]]
kind = "timeline"
"#;

/// How far the notes can be scrolled.
const LAST_SCROLL: usize = 2;

fn view() -> SpeakerView {
    SpeakerView::new(Rc::new(Library::default()), Lang::Zh, Rc::default(), None)
}

/// The status of a presentation of this deck, which began at the second 100.
fn status(dataset: &Library, slide: usize) -> SpeakerStatus {
    let edition = dataset.decks.find("short").map_or(0, |deck| dataset.decks[deck].edition(dataset));
    let deck = "short".to_owned();
    SpeakerStatus {
        deck,
        edition,
        slide,
        blank: false,
        live: false,
        wall: None,
        began: 100,
        minutes: None,
        audience: None,
    }
}

fn press(view: &mut SpeakerView, event: &KeyEvent) -> SpeakerEffect {
    let action = view.action(event).unwrap();
    view.apply(action, |_| LAST_SCROLL)
}

/// Presses keys, and returns what the last leaves to do.
fn type_in(view: &mut SpeakerView, text: &str) -> SpeakerEffect {
    codes(text).map(|code| press(view, &key(code))).last().unwrap()
}

#[test]
fn every_key_asks_for_what_it_asks_for_over_slides() {
    let view = view();
    let send = SpeakerAction::Send;
    let cases = [
        (key(KeyCode::Right), send(RemoteCommand::Next)),
        (key(KeyCode::PageDown), send(RemoteCommand::Next)),
        (key(KeyCode::Char('j')), send(RemoteCommand::Next)),
        (key(KeyCode::Char('ｊ')), send(RemoteCommand::Next)),
        (key(KeyCode::Left), send(RemoteCommand::Previous)),
        (key(KeyCode::Backspace), send(RemoteCommand::Previous)),
        (key(KeyCode::Home), send(RemoteCommand::First)),
        (key(KeyCode::End), send(RemoteCommand::Last)),
        (key(KeyCode::Char('.')), send(RemoteCommand::Blank)),
        (key(KeyCode::Char('a')), send(RemoteCommand::Answer(1))),
        (key(KeyCode::F(11)), send(RemoteCommand::Answer(1))),
        (key(KeyCode::Char('7')), SpeakerAction::Digit(7)),
        (key(KeyCode::Enter), SpeakerAction::GoToNumber),
        (key(KeyCode::Char('L')), SpeakerAction::SwitchLanguage),
        (key(KeyCode::F(3)), SpeakerAction::Reload),
        (control('z'), SpeakerAction::Suspend),
        (control('c'), SpeakerAction::Quit),
        (key(KeyCode::Char('q')), SpeakerAction::Quit),
        // These have a meaning of their own here.
        (key(KeyCode::Up), SpeakerAction::ScrollUp),
        (key(KeyCode::Down), SpeakerAction::ScrollDown),
        (key(KeyCode::Esc), SpeakerAction::ClearNumber),
        // And these have one only where the slides are shown, or none at all.
        (key(KeyCode::Char('o')), SpeakerAction::ClearNumber),
        (key(KeyCode::Char('/')), SpeakerAction::ClearNumber),
        (key(KeyCode::Char('?')), SpeakerAction::ClearNumber),
        (key(KeyCode::Char('Z')), SpeakerAction::ClearNumber),
        (key(KeyCode::Tab), SpeakerAction::ClearNumber),
    ];
    for (event, action) in cases {
        assert_eq!(view.action(&event), Some(action), "{event:?}");
    }
}

#[test]
fn keys_that_a_person_has_bound_anew_hold_here_too() {
    let mut keys = Keys::default();
    keys.presentation.bind("blank", vec![Chord::parse("v").unwrap()]);
    keys.presentation.bind("next", vec![Chord::parse("n").unwrap()]);
    let view = SpeakerView::new(Rc::new(Library::default()), Lang::Zh, Rc::new(keys), None);
    let action = |letter| view.action(&key(KeyCode::Char(letter)));
    assert_eq!(action('v'), Some(SpeakerAction::Send(RemoteCommand::Blank)));
    assert_eq!(action('b'), Some(SpeakerAction::ClearNumber));
    assert_eq!(action('n'), Some(SpeakerAction::Send(RemoteCommand::Next)));
    assert_eq!(view.action(&key(KeyCode::Down)), Some(SpeakerAction::ClearNumber), "Down was a key of the next slide");
}

#[test]
fn a_number_is_typed_taken_back_and_sent() {
    let mut view = view();
    assert_eq!(type_in(&mut view, "12⏎"), SpeakerEffect::Send(RemoteCommand::To(12)));
    assert_eq!(view.typed(), None);
    assert_eq!(type_in(&mut view, "⏎"), SpeakerEffect::None, "there is no dashboard to open here");
    type_in(&mut view, "12⌫");
    assert_eq!(view.typed(), Some(SlideNumber::new(1)));
    assert_eq!(type_in(&mut view, "⌫"), SpeakerEffect::None);
    assert_eq!(view.typed(), None);
    assert_eq!(type_in(&mut view, "⌫"), SpeakerEffect::Send(RemoteCommand::Previous));
    type_in(&mut view, "99999");
    assert_eq!(view.typed(), Some(SlideNumber::new(999)));
    // The previous slide takes it back and stays; what has no meaning takes it back; all else is done without it.
    for (keys, effect) in [
        ("3h", SpeakerEffect::None),
        ("3⎋", SpeakerEffect::None),
        ("3o", SpeakerEffect::None),
        ("3l", SpeakerEffect::Send(RemoteCommand::Next)),
        ("3b", SpeakerEffect::Send(RemoteCommand::Blank)),
        ("3a", SpeakerEffect::Send(RemoteCommand::Answer(3))),
        ("3q", SpeakerEffect::Quit),
    ] {
        assert_eq!(type_in(&mut view, keys), effect, "{keys}");
        assert_eq!(view.typed(), None, "{keys}");
    }
}

#[test]
fn what_is_left_to_the_program_is_said() {
    let mut view = view();
    assert_eq!(press(&mut view, &control('z')), SpeakerEffect::Suspend);
    assert_eq!(press(&mut view, &control('r')), SpeakerEffect::Reload);
    assert_eq!(press(&mut view, &control('c')), SpeakerEffect::Quit);
    assert_eq!(type_in(&mut view, "⎋⎋⎋"), SpeakerEffect::None, "no Esc ends the view");
    assert_eq!(type_in(&mut view, "L"), SpeakerEffect::None);
    assert_eq!(view.lang(), Lang::En);
}

#[test]
fn the_notes_scroll_to_their_end_and_begin_anew_at_another_slide() {
    let dataset = with_deck(DECK);
    let mut view = view();
    view.set_status(Some(status(&dataset, 1)));
    type_in(&mut view, "↓↓↓↓");
    assert_eq!(view.scroll(), LAST_SCROLL);
    type_in(&mut view, "↑");
    assert_eq!(view.scroll(), LAST_SCROLL - 1);
    view.set_status(Some(SpeakerStatus { blank: true, ..status(&dataset, 1) }));
    assert_eq!(view.scroll(), LAST_SCROLL - 1, "the same slide");
    view.set_status(Some(status(&dataset, 2)));
    assert_eq!(view.scroll(), 0);
    type_in(&mut view, "↑");
    assert_eq!(view.scroll(), 0);
}

#[test]
fn only_the_deck_that_is_presented_gives_notes() {
    let held = with_deck(DECK);
    let mut view = SpeakerView::new(Rc::clone(&held), Lang::Zh, Rc::default(), None);
    assert!(view.has_presented_deck() && view.slides().is_none(), "nothing is presented");
    view.set_status(Some(status(&held, 1)));
    assert!(view.has_presented_deck());
    let (slide, next) = view.slides().unwrap();
    assert!(next.is_some_and(|next| next != slide));
    view.set_status(Some(status(&held, 2)));
    assert!(view.slides().unwrap().1.is_none(), "the last slide");
    for outside in [0, 3] {
        view.set_status(Some(status(&held, outside)));
        assert_eq!(view.current_slide(), None);
    }
    // Somebody has changed the deck.
    let changed = with_deck(&DECK.replace("kind = \"timeline\"", "kind = \"coverage\"\nareas = [\"jinan\"]"));
    view.set_status(Some(status(&changed, 1)));
    assert!(!view.has_presented_deck() && view.slides().is_none());
    view.replace_data(changed);
    assert!(view.has_presented_deck() && view.slides().is_some());
}

#[test]
fn the_time_is_what_is_planned_on_this_side_or_the_other() {
    let dataset = with_deck(DECK);
    let at = |seconds| Clock { hour: 9, minute: 0, seconds };
    let mut view = SpeakerView::new(Rc::clone(&dataset), Lang::Zh, Rc::default(), None);
    view.set_now(at(160));
    assert_eq!(view.time(), None, "nothing is presented");
    view.set_status(Some(status(&dataset, 1)));
    assert_eq!(view.time(), Some(SpeakingTime { elapsed: 60, left: None, is_short: false }));
    view.set_status(Some(SpeakerStatus { minutes: Some(20), ..status(&dataset, 1) }));
    assert_eq!(view.time(), Some(SpeakingTime { elapsed: 60, left: Some(1140), is_short: false }));
    view.set_now(at(40));
    assert_eq!(view.time().map(|time| time.elapsed), Some(0), "a clock that is behind");
    let mut own = SpeakerView::new(Rc::clone(&dataset), Lang::Zh, Rc::default(), Some(1));
    own.set_status(Some(SpeakerStatus { minutes: Some(20), ..status(&dataset, 1) }));
    own.set_now(at(170));
    assert_eq!(own.time(), Some(SpeakingTime { elapsed: 70, left: Some(-10), is_short: true }));
}

#[test]
fn the_warning_comes_at_a_tenth_a_minute_or_a_quarter() {
    let dataset = with_deck(DECK);
    // Twenty minutes: a tenth. Five: a minute. Two: a quarter.
    for (minutes, warned_at) in [(20, 120), (5, 60), (2, 30)] {
        let mut view = SpeakerView::new(Rc::clone(&dataset), Lang::Zh, Rc::default(), Some(minutes));
        view.set_status(Some(status(&dataset, 1)));
        let mut is_short = |left: u64| {
            view.set_now(Clock { hour: 9, minute: 0, seconds: 100 + u64::from(minutes) * 60 - left });
            view.time().unwrap().is_short
        };
        assert!(!is_short(warned_at + 1) && is_short(warned_at), "{minutes}");
    }
}
