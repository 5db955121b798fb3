//! What a follower's dashboard does: it looks around and comes back, and it can never lead or write.

use cppcc::app::keymap::{self, KeyEvent, KeyModifiers};
use cppcc::app::{Action, Effect, FollowerSeat, LiveView, QuestionsTaken, Screen, SlideCommand, SpeakerScreen, State};
use cppcc::deck::SlideIndex;
use cppcc::text::Lang;
use crossterm::event::{KeyCode, MouseButton, MouseEvent, MouseEventKind};

use crate::support::keys::{codes, key, press, type_in};
use crate::support::screen::{LOOK, draw, opened};

fn live(state: &State, slide: usize, screen: SpeakerScreen) -> LiveView {
    let deck = state.decks().keys().next().unwrap();
    LiveView { deck, slide: SlideIndex::new(slide - 1), screen, questions: QuestionsTaken::Yes }
}

/// A follower who sees the fourth slide.
fn follower(lang: Lang, size: (u16, u16), seat: FollowerSeat) -> State {
    let mut state = opened(lang, size);
    state.become_follower(seat);
    show(&mut state, 4, SpeakerScreen::Slide);
    state
}

fn show(state: &mut State, slide: usize, screen: SpeakerScreen) {
    let view = live(state, slide, screen);
    state.show_live(view);
}

fn number(state: &State) -> usize {
    state.presentation().unwrap().slide().number().get()
}

fn text(state: &State) -> String {
    let buffer = draw(state, LOOK);
    let rows = buffer.content.chunks(usize::from(buffer.area.width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n")
        .collect::<String>()
        .replace(' ', "")
}

/// Whether an effect is one that a follower may have: nothing that leads, writes or reads files.
fn is_harmless(effect: &Effect, seat: FollowerSeat) -> bool {
    match effect {
        Effect::None | Effect::Ask(_) | Effect::Quit => true,
        Effect::Suspend | Effect::Copy(_) => seat == FollowerSeat::OwnAccount,
        _ => false,
    }
}

/// All keys of a keyboard: letters and signs, with Control, function keys with Shift, and those that type nothing.
fn all_keys() -> Vec<KeyEvent> {
    let signs = (' '..='~').map(|sign| (KeyCode::Char(sign), KeyModifiers::NONE));
    let controls = ('a'..='z').map(|letter| (KeyCode::Char(letter), KeyModifiers::CONTROL));
    let functions = (1..=20).flat_map(|n| [KeyModifiers::NONE, KeyModifiers::SHIFT].map(|with| (KeyCode::F(n), with)));
    let others = [
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
    ];
    let others = others.map(|code| (code, KeyModifiers::NONE));
    let all = signs.chain(controls).chain(functions).chain(others);
    all.map(|(code, modifiers)| KeyEvent::new(code, modifiers)).collect()
}

#[test]
fn no_key_leads_or_writes() {
    for seat in [FollowerSeat::OwnAccount, FollowerSeat::Kiosk] {
        for look_around in [false, true] {
            let mut state = follower(Lang::Zh, (120, 36), seat);
            if look_around {
                press(&mut state, KeyCode::Enter);
            }
            for event in all_keys() {
                let mut tried = state.clone();
                // What is typed may open a line or a list; the second time it is typed into that.
                for _ in 0..2 {
                    let action = keymap::action(&tried, &event);
                    let effect = action.map_or(Effect::None, |action| tried.apply(action));
                    assert!(is_harmless(&effect, seat), "{event:?} {effect:?}");
                    assert_eq!(number(&tried), 4, "{event:?}");
                }
            }
        }
    }
}

/// A cheap sequence of numbers that look random.
fn shuffled(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 40).unwrap()
}

#[test]
fn no_life_of_keys_and_clicks_leads() {
    let keys = all_keys();
    let mut seed = 7;
    let mut state = follower(Lang::En, (80, 24), FollowerSeat::Kiosk);
    let (mut at, mut has_looked_around) = (4, 0);
    for step in 0..4000 {
        let effect = match shuffled(&mut seed) % 8 {
            0 => {
                at = shuffled(&mut seed) % 14 + 1;
                let all = [SpeakerScreen::Slide, SpeakerScreen::Blank, SpeakerScreen::Dashboard];
                show(&mut state, at, all[shuffled(&mut seed) % 3]);
                Effect::None
            }
            1 => {
                let kinds =
                    [MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
                let (column, row) = (shuffled(&mut seed) % 80, shuffled(&mut seed) % 24);
                let (column, row) = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
                let kind = kinds[shuffled(&mut seed) % 3];
                let mouse = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
                keymap::mouse_action(&state, &mouse).map_or(Effect::None, |action| state.apply(action))
            }
            _ => {
                let event = keys[shuffled(&mut seed) % keys.len()];
                keymap::action(&state, &event).map_or(Effect::None, |action| state.apply(action))
            }
        };
        assert!(is_harmless(&effect, FollowerSeat::Kiosk), "step {step}: {effect:?}");
        assert_eq!(number(&state), at, "step {step}");
        has_looked_around += usize::from(!state.is_presenting());
    }
    assert!(has_looked_around > 500, "{has_looked_around}");
}

#[test]
fn one_key_comes_back_and_a_sign_says_that_the_speaker_went_on() {
    for (lang, here, on, ended) in
        [(Lang::Zh, "回到第4页", "演讲者已到第7页", "放映已结束"), (Lang::En, "slide4", "speakerisat7", "ithasended")]
    {
        for back in ["\u{f5}", "q"] {
            let mut state = follower(lang, (80, 24), FollowerSeat::Kiosk);
            press(&mut state, KeyCode::Enter);
            assert!(text(&state).contains(here), "{}", text(&state));
            // Deep into it: another screen, a search, an article.
            type_in(&mut state, "2");
            press(&mut state, KeyCode::Down);
            press(&mut state, KeyCode::Enter);
            show(&mut state, 7, SpeakerScreen::Slide);
            assert!(!state.is_presenting(), "the dashboard stays");
            assert!(text(&state).contains(on), "{}", text(&state));
            let mut over = state.clone();
            over.note_end_of_followed();
            assert!(text(&over).contains(ended), "{}", text(&over));
            let code = if back == "q" { KeyCode::Char('q') } else { KeyCode::F(5) };
            press(&mut state, code);
            assert!(state.is_presenting() && number(&state) == 7);
            press(&mut state, KeyCode::Enter);
            assert!(!text(&state).contains(on));
        }
    }
}

#[test]
fn finding_and_the_article_are_open_to_followers() {
    let mut state = follower(Lang::Zh, (80, 24), FollowerSeat::Kiosk);
    press(&mut state, KeyCode::Char('/'));
    type_in(&mut state, "sqmy⏎");
    assert!(!state.is_presenting());
    show(&mut state, 8, SpeakerScreen::Slide);
    press(&mut state, KeyCode::Enter);
    press(&mut state, KeyCode::Char('6'));
    assert_eq!(state.screen(), Screen::Reader);
    press(&mut state, KeyCode::F(5));
    assert!(state.is_presenting() && number(&state) == 8);
}

#[test]
fn the_screen_goes_blank_with_the_speakers() {
    let mut state = follower(Lang::Zh, (80, 24), FollowerSeat::OwnAccount);
    show(&mut state, 4, SpeakerScreen::Blank);
    assert_eq!(text(&state).trim(), "");
    // Even then one may look around, and finds on coming back what the speaker shows by then.
    press(&mut state, KeyCode::Enter);
    assert!(!state.is_presenting());
    show(&mut state, 5, SpeakerScreen::Slide);
    press(&mut state, KeyCode::F(5));
    assert!(text(&state).contains("5/14"));
    press(&mut state, KeyCode::Enter);
    show(&mut state, 6, SpeakerScreen::Blank);
    press(&mut state, KeyCode::F(5));
    assert_eq!(text(&state).trim(), "");
    show(&mut state, 5, SpeakerScreen::Slide);
    assert!(text(&state).contains("5/14"));
    show(&mut state, 5, SpeakerScreen::Dashboard);
    assert!(text(&state).contains("演讲者在看板中"), "{}", text(&state));
}

#[test]
fn help_and_footer_have_no_key_that_a_follower_does_not_have() {
    for lang in [Lang::Zh, Lang::En] {
        let mut state = follower(lang, (200, 50), FollowerSeat::Kiosk);
        for look_around in [false, true] {
            if look_around {
                press(&mut state, KeyCode::Enter);
                let footer = text(&state);
                let last = footer.trim_end().lines().last().unwrap();
                let words = ["录入", "导出", "复制", "add", "export", "copy"];
                assert!(words.iter().all(|word| !last.contains(word)), "{last}");
            }
            let mut helped = state.clone();
            press(&mut helped, KeyCode::F(1));
            let help = text(&helped);
            for (zh, en) in [
                ("录入一个数字", "Addafigure"),
                ("把当前画面加入", "Addthisview"),
                ("导出为文档", "Exportwhatisshown"),
                ("黑屏", "Blankthescreen"),
                ("重新读取数据", "Reloadthedata"),
                ("暂时回到命令行", "Suspendtotheshell"),
                ("出处复制", "Copythe"),
                ("上一页，", "Previousslide"),
            ] {
                let word = if lang == Lang::Zh { zh } else { en };
                assert!(!help.contains(word), "{word} in {help}");
            }
            assert!(help.contains(if lang == Lang::Zh { "标出" } else { "Markthe" }), "{help}");
        }
    }
}

#[test]
fn a_key_of_the_speakers_says_who_leads() {
    let mut state = follower(Lang::Zh, (80, 24), FollowerSeat::OwnAccount);
    let event = key(codes("l").next().unwrap());
    assert_eq!(keymap::action(&state, &event), None);
    state.say_why_not(&event);
    assert!(text(&state).contains("由演讲者翻页"), "{}", text(&state));
    press(&mut state, KeyCode::Enter);
    let event = key(KeyCode::F(12));
    assert_eq!(keymap::action(&state, &event), None);
    state.say_why_not(&event);
    assert!(text(&state).contains("跟看时"), "{}", text(&state));
    // And what the mouse or anything else asks for is not done either.
    for action in [Action::Present(SlideCommand::Next), Action::AddToDeck, Action::Export, Action::Reload] {
        assert_eq!(state.apply(action), Effect::None);
    }
    assert_eq!(number(&state), 4);
}
