//! What keys do over slides, and on the way to the dashboard and back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Clock, Effect, Mode, Screen, SlideCommand, State};
use cppcc::deck::SlideIndex;
use cppcc::domain::Measure;
use cppcc::present::protocol::RemoteCommand;
use cppcc::text::Lang;
use crossterm::event::KeyCode;
use support::keys::{control, press, press_event, type_in};
use support::library::shipped;
use support::screen::{LOOK, draw, foot, lines, opened};
use support::slides::{
    dashboard, is_blank, list_cursor, presenting, presenting_user_deck, reload, slide_number, typed_number,
};

#[test]
fn find_comes_back_to_the_slide_or_goes_where_it_found() {
    let mut state = presenting();
    type_in(&mut state, "4⏎/lszs⎋");
    assert_eq!((state.is_presenting(), slide_number(&state)), (true, 4), "left without anything chosen");
    type_in(&mut state, "/bz");
    assert!(foot(&state).starts_with(" Esc 回到第 4 页"), "{}", foot(&state));
    type_in(&mut state, "⏎");
    assert_eq!((state.is_presenting(), state.screen()), (false, Screen::CITY), "went to what was found");
    press(&mut state, KeyCode::F(5));
    assert_eq!((state.is_presenting(), slide_number(&state)), (true, 4));
}

#[test]
fn esc_takes_one_thing_back_at_a_time() {
    let mut state = presenting();
    type_in(&mut state, "b⎋");
    assert!(state.is_presenting() && !is_blank(&state), "lifts the blank, and no more");
    type_in(&mut state, "b⏎");
    assert!(state.is_presenting(), "Enter does not open the dashboard from a blank screen");
    type_in(&mut state, "12⌫");
    assert_eq!((slide_number(&state), typed_number(&state)), (1, Some(1)), "takes a digit back");
    type_in(&mut state, "⌫");
    assert_eq!((slide_number(&state), typed_number(&state)), (1, None), "and the other");
    // No single Esc stops, whatever was before.
    let deck = state.default_deck().unwrap();
    state.begin(deck, SlideIndex::new(3), true);
    for way in ["", "o⎋", "b⎋", "?⎋", "1⎋", "/⎋"] {
        type_in(&mut state, way);
        assert_eq!(press(&mut state, KeyCode::Esc), Effect::None, "{way}");
        assert!(foot(&state).contains("再按一次结束放映"), "{way}: {}", foot(&state));
        press(&mut state, KeyCode::Right);
        press(&mut state, KeyCode::Left);
    }
    type_in(&mut state, "⏎⏎");
    let mut steps = 0;
    while !state.is_presenting() {
        type_in(&mut state, "⎋");
        steps += 1;
        assert!(steps < 6);
    }
    assert_eq!(press(&mut state, KeyCode::Esc), Effect::None);
    assert!(foot(&state).contains("再按一次结束放映"), "{}", foot(&state));
    assert_eq!(press(&mut state, KeyCode::Esc), Effect::Quit);
}

#[test]
fn a_presentation_asks_before_it_ends() {
    for ends_program in [true, false] {
        for stop in ["⎋", "q"] {
            let mut state = presenting();
            let deck = state.default_deck().unwrap();
            state.begin(deck, SlideIndex::new(3), ends_program);
            let asks = |state: &State| foot(state).contains("再按一次结束放映");
            // Whatever comes between takes the question back, and what was asked before does not count.
            for between in ["l", "h", "x", "3⌫", "LL", "??", "bb", "oo", "/⎋"] {
                type_in(&mut state, stop);
                assert!(asks(&state), "{}", foot(&state));
                type_in(&mut state, between);
                assert!(state.is_presenting() && !asks(&state), "{between}: {}", foot(&state));
            }
            type_in(&mut state, stop);
            state.forget_stop();
            assert!(!asks(&state), "a key that does nothing");
            type_in(&mut state, stop);
            state.apply(Action::Present(SlideCommand::Tick(Clock { hour: 1, minute: 2, seconds: 3 })));
            assert!(asks(&state), "the clock is no answer");
            let effect = press(&mut state, if stop == "q" { KeyCode::Char('q') } else { KeyCode::Esc });
            assert_eq!(effect, if ends_program { Effect::Quit } else { Effect::None });
            assert!(state.presentation().is_none());
        }
    }
    assert_eq!(press_event(&mut presenting(), &control('c')), Effect::Quit, "Ctrl-C asks nothing");
}

#[test]
fn the_foot_tells_the_key_that_leads_back() {
    let mut state = presenting();
    type_in(&mut state, "9⏎⏎");
    assert!(foot(&state).starts_with(" Esc 回到第 9 页"), "{}", foot(&state));
    // From further down Esc first goes up; F5 leads back at once.
    type_in(&mut state, "⏎");
    assert!(foot(&state).starts_with(" F5 回到第 9 页"), "{}", foot(&state));
    assert!(!foot(&state).contains("退出"), "{}", foot(&state));
    assert_eq!(press(&mut state, KeyCode::Char('q')), Effect::None);
    assert_eq!(
        (state.is_presenting(), slide_number(&state)),
        (true, 9),
        "q leaves the dashboard, and not the presentation"
    );
}

#[test]
fn stopping_leads_back_to_where_one_was() {
    let way_in = ["1", "2", "3", "4", "5", "6", "1jjjx", "1s", "2jjj", "5jj", "4jjz", "1j⏎", "3j⇥", "1m"];
    for keys in way_in {
        let mut state = dashboard();
        type_in(&mut state, keys);
        let before = lines(&state);
        press(&mut state, KeyCode::F(5));
        for question in ["4⏎⏎", "10⏎⏎", "12⏎⏎"] {
            type_in(&mut state, question);
            type_in(&mut state, "jjmt2");
            press(&mut state, KeyCode::F(5));
        }
        type_in(&mut state, "⎋⎋");
        assert!(state.presentation().is_none());
        assert_eq!(lines(&state), before, "{keys}");
    }
    let mut state = dashboard();
    type_in(&mut state, "j⏎");
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "⎋⎋⎋");
    assert_eq!(state.screen(), Screen::Compare, "Esc still leads back from the article");
}

#[test]
fn the_clock_changes_its_own_cells_alone() {
    let mut state = presenting();
    let at = |hour, minute, seconds| Action::Present(SlideCommand::Tick(Clock { hour, minute, seconds }));
    for number in 1..=state.slides().len() {
        state.apply(at(9, 59, 1000));
        let before = draw(&state, LOOK);
        state.apply(at(9, 59, 1059));
        assert_eq!(draw(&state, LOOK), before, "{number}: no second moves it");
        state.apply(at(10, 0, 1060));
        let after = draw(&state, LOOK);
        let moved: Vec<u16> = before
            .diff(&after)
            .iter()
            .map(|(x, y, _)| {
                assert_eq!(*y, 23);
                *x
            })
            .collect();
        // 09:59 has become 10:00, five cells before the margin of four.
        assert_eq!(moved, [71, 72, 74, 75], "{number}");
        press(&mut state, KeyCode::Right);
    }
}

#[test]
fn reading_the_data_again_keeps_what_is_being_shown() {
    let mut state = presenting();
    state.apply(Action::Present(SlideCommand::Tick(Clock { hour: 9, minute: 0, seconds: 50 })));
    type_in(&mut state, "9⏎⏎2");
    reload(&mut state, shipped());
    assert_eq!((state.is_presenting(), state.screen(), slide_number(&state)), (false, Screen::CITY, 9));
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "o");
    reload(&mut state, shipped());
    assert_eq!(list_cursor(&state), Some(8));
    state.apply(Action::Present(SlideCommand::Tick(Clock { hour: 9, minute: 1, seconds: 90 })));
    assert_eq!(state.presentation().unwrap().began(), 50, "the clock goes on from where it began");
    // The deck is gone: a presentation that is all there is goes on with another; any other ends.
    let mut own = presenting_user_deck();
    reload(&mut own, shipped());
    assert!(own.presentation().is_none());
    let mut all = presenting_user_deck();
    let deck = all.user_deck().unwrap();
    all.begin(deck, SlideIndex::new(2), true);
    reload(&mut all, shipped());
    assert_eq!((slide_number(&all), all.slides().len()), (1, 14));
}

#[test]
fn the_speaker_leads_without_surprise() {
    let mut state = presenting();
    type_in(&mut state, "5⏎⏎/x");
    RemoteCommand::Next.apply(&mut state);
    assert_eq!(
        (state.is_presenting(), slide_number(&state)),
        (true, 5),
        "first back to the slide that nobody has seen"
    );
    RemoteCommand::Next.apply(&mut state);
    RemoteCommand::To(12).apply(&mut state);
    assert_eq!(slide_number(&state), 12);
    RemoteCommand::To(99).apply(&mut state);
    assert_eq!(slide_number(&state), 12);
    type_in(&mut state, "b");
    RemoteCommand::To(3).apply(&mut state);
    assert_eq!((slide_number(&state), is_blank(&state)), (3, false));
}

#[test]
fn the_help_scrolls_over_slides_as_elsewhere() {
    let mut state = presenting();
    type_in(&mut state, "?");
    let first = lines(&state);
    press(&mut state, KeyCode::End);
    let last = lines(&state);
    assert_ne!(first, last);
    press(&mut state, KeyCode::Up);
    assert_ne!(lines(&state), last);
    press(&mut state, KeyCode::Home);
    assert_eq!(lines(&state), first);
    type_in(&mut state, "q");
    assert!(state.is_presenting() && matches!(state.mode(), Mode::Browse));
    // Over the dashboard F5 leads back from the help at once, as its foot says.
    type_in(&mut state, "⏎?");
    assert!(foot(&state).starts_with(" F5 回到"), "{}", foot(&state));
    press(&mut state, KeyCode::F(5));
    assert!(state.is_presenting() && matches!(state.mode(), Mode::Browse));
}

/// The screens behind slides can't be seen, and what their keys do there says nothing here.
#[test]
fn the_help_over_slides_tells_of_slides_alone() {
    for (screen, lang) in [(Screen::Compare, Lang::Zh), (Screen::CITY, Lang::Zh), (Screen::Reader, Lang::En)] {
        let mut state = opened(lang, (120, 50));
        state.apply(Action::Show(screen));
        type_in(&mut state, "?");
        let of_dashboard = lines(&state).join("\n");
        assert!(of_dashboard.contains("现在可用") || of_dashboard.contains(", now"), "{of_dashboard}");
        press(&mut state, KeyCode::Esc);
        for slides in ["", "o"] {
            let deck = state.decks().keys().next().unwrap();
            state.begin(deck, SlideIndex::new(0), true);
            type_in(&mut state, slides);
            type_in(&mut state, "?");
            let help = lines(&state).join("\n");
            let own = if lang == Lang::Zh { "改幻灯片与设置" } else { "Changing slides, and settings" };
            assert!(help.contains(own), "{help}");
            for other in ["现在可用", ", now", "折算", "measure", "展开", "Fold"] {
                assert!(!help.contains(other), "{other} in {help}");
            }
            press(&mut state, KeyCode::Esc);
        }
    }
}

#[test]
fn a_slide_that_does_not_fit_says_so() {
    let mut state = presenting();
    state.apply(Action::Resize(60, 14));
    type_in(&mut state, "14⏎");
    assert!(foot(&state).contains("窗口放不下整页"), "{}", foot(&state));
    // A list shows what it can, and says how much it leaves out.
    type_in(&mut state, "13⏎");
    assert!(!foot(&state).contains("放不下"), "{}", foot(&state));
    assert!(lines(&state).iter().any(|line| line.contains("个主题未列")), "{:#?}", lines(&state));
    type_in(&mut state, "14⏎");
    state.apply(Action::Resize(80, 24));
    assert!(!foot(&state).contains("放不下"));
}

#[test]
fn a_rate_tells_the_source_of_what_it_is_divided_by() {
    let mut state = presenting();
    type_in(&mut state, "5⏎");
    assert_eq!(state.measure(), Measure::Raw);
    let sources = foot(&state);
    // Three figures and the numbers of members of three cities; nothing of the two that have no rate.
    assert!(sources.starts_with("    来源 ") && !sources.contains("全文"), "{sources}");
}
