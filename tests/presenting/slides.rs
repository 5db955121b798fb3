//! Presenting: the deck that is compiled in, the keys of slides, and slides on screens of all sizes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::app::{Screen, State};
use cppcc::deck::{Library, SlideKind, SlideTarget};
use cppcc::text::{Background, CharSet, ColorDepth, Lang};
use cppcc::view::Appearance;
use cppcc::view::slides::{SIZES, overflows};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::rc::Rc;
use support::keys::{press, press_event};
use support::library::{shipped, with_deck};
use support::screen::{draw, foot, lines, lines_in, opened};
use support::slides::{list_cursor, slide_index, typed_number};

fn started(lang: Lang, size: (u16, u16)) -> State {
    let mut state = opened(lang, size);
    press(&mut state, KeyCode::F(5));
    assert!(state.is_presenting());
    state
}

#[test]
fn the_deck_that_is_compiled_in_has_room_everywhere() {
    let dataset = shipped();
    assert_eq!(overflows(&dataset, |_| true), []);
    let [deck] = dataset.decks.keys().collect::<Vec<_>>()[..] else { panic!("one deck") };
    let slides = &dataset.decks[deck].slides;
    assert!((10..=14).contains(&slides.len()));
    assert!(slides.iter().all(|slide| slide.notes.is_some()));
}

/// The built-in data, and a deck with a slide that fits, and then this one.
fn with_second(slide: &str) -> Rc<Library> {
    with_deck(&format!(
        "[[deck]]\nid = \"long\"\nname = {{ zh = \"长\", en = \"Long\" }}\n\n[[deck.slide]]\nkind = \"coverage\"\n\n\
         [[deck.slide]]\n{slide}\n"
    ))
}

#[test]
fn a_slide_of_any_kind_with_too_many_words_is_a_misfit_at_its_place() {
    let long = |times| "督导的次数与成果，".repeat(times);
    let words = |times| format!("words = {{ zh = \"{}\", en = \"Short\" }}", long(times));
    let title = |times| format!("title = {{ zh = \"{}\", en = \"Short\" }}", long(times));
    for slide in [
        format!("kind = \"title\"\n{}", title(70)),
        format!("kind = \"title\"\ntitle = {{ zh = \"短\", en = \"Short\" }}\n{}", words(60)),
        format!("kind = \"text\"\n{}\n{}", title(1), words(90)),
        format!("kind = \"compare\"\nindicators = [\"proposals-filed\"]\n{}", words(60)),
        format!("kind = \"city\"\narea = \"binzhou\"\nfigures = [\"binzhou-2024-supervision-visits\"]\n{}", words(90)),
        format!("kind = \"initiatives\"\ninitiatives = [\"binzhou-wise-counsel\"]\n{}", words(90)),
        format!("kind = \"timeline\"\n{}", words(60)),
        format!("kind = \"coverage\"\n{}", words(60)),
        format!("kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n{}", words(60)),
        format!("kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n{}", title(20)),
    ] {
        let library = with_second(&slide);
        let found = overflows(&library, |_| true);
        let [overflow] = found.as_slice() else { panic!("{slide}: {found:?}") };
        let origin = &overflow.slide.origin;
        let place = (origin.path.to_str().unwrap(), origin.line, origin.column);
        assert_eq!(place, ("mine/deck.toml", 8, 1), "{slide}");
        let message = &overflow.message.en;
        assert!(message.starts_with("this slide has no room: 80×24"), "{slide}: {message}");
        assert!(message.contains("in Chinese"), "{slide}: {message}");
    }
}

#[test]
fn clickers_and_keyboards_turn_slides() {
    let mut state = started(Lang::Zh, (80, 24));
    let next = [KeyCode::Right, KeyCode::Char(' '), KeyCode::PageDown, KeyCode::Char('l'), KeyCode::Char('ｌ')];
    for (count, code) in next.into_iter().enumerate() {
        press(&mut state, code);
        assert_eq!(slide_index(&state), count + 1, "{code:?}");
    }
    for (count, code) in
        [KeyCode::Left, KeyCode::PageUp, KeyCode::Backspace, KeyCode::Char('h')].into_iter().enumerate()
    {
        press(&mut state, code);
        assert_eq!(slide_index(&state), 4 - count, "{code:?}");
    }
    press(&mut state, KeyCode::End);
    assert_eq!(slide_index(&state), state.slides().len() - 1);
    press(&mut state, KeyCode::PageDown);
    assert_eq!(slide_index(&state), state.slides().len() - 1);
    press(&mut state, KeyCode::Home);
    press(&mut state, KeyCode::PageUp);
    assert_eq!(slide_index(&state), 0);
}

#[test]
fn a_number_and_enter_jump() {
    let mut state = started(Lang::En, (80, 24));
    press(&mut state, KeyCode::Char('1'));
    press(&mut state, KeyCode::Char('１'));
    assert!(foot(&state).contains("→ 11"));
    press(&mut state, KeyCode::Enter);
    assert_eq!((slide_index(&state), state.is_presenting()), (10, true));
    press(&mut state, KeyCode::Char('9'));
    press(&mut state, KeyCode::Char('9'));
    press(&mut state, KeyCode::Enter);
    assert_eq!(slide_index(&state), 10);
    assert!(foot(&state).contains("no such slide"));
    press(&mut state, KeyCode::Char('3'));
    press(&mut state, KeyCode::Esc);
    assert!(typed_number(&state).is_none());
}

#[test]
fn a_blank_screen_is_empty() {
    for code in [KeyCode::Char('b'), KeyCode::Char('.'), KeyCode::F(6)] {
        let mut state = started(Lang::Zh, (80, 24));
        press(&mut state, code);
        assert!(lines(&state).iter().all(String::is_empty));
        press(&mut state, code);
        assert!(!lines(&state).iter().all(String::is_empty));
    }
}

#[test]
fn all_slides_are_listed_and_can_be_chosen() {
    let mut state = started(Lang::Zh, (80, 24));
    press(&mut state, KeyCode::Char('o'));
    assert!(lines(&state).iter().any(|line| line.contains("哪些不能比")));
    press(&mut state, KeyCode::End);
    press(&mut state, KeyCode::Up);
    press(&mut state, KeyCode::Enter);
    assert_eq!(slide_index(&state), state.slides().len() - 2);
    press(&mut state, KeyCode::F(7));
    press(&mut state, KeyCode::Esc);
    assert!(state.is_presenting() && list_cursor(&state).is_none());
}

#[test]
fn enter_opens_the_dashboard_at_what_the_slide_shows() {
    let mut state = started(Lang::Zh, (80, 24));
    for index in 0..state.slides().len() {
        assert_eq!(slide_index(&state), index);
        let content = state.slide().unwrap().content.clone();
        press(&mut state, KeyCode::Enter);
        assert!(!state.is_presenting());
        assert!(foot(&state).contains("Esc"));
        match content.target() {
            SlideTarget::Comparison { indicators, measure, year_choice, .. } => {
                assert_eq!(state.selected_comparison().unwrap().request.indicator, indicators[0]);
                assert_eq!((state.measure(), state.year_choice()), (measure, year_choice));
            }
            SlideTarget::AreaFigures { area, .. } => {
                assert_eq!((state.screen(), state.area()), (Screen::CITY, area));
            }
            SlideTarget::Figure(figure) => {
                let held = &state.dataset().observations[figure];
                assert_eq!(state.selected_comparison().unwrap().request.indicator, held.indicator);
                assert_eq!(state.area(), held.area);
            }
            SlideTarget::Initiatives(_) => assert_eq!(state.screen(), Screen::INITIATIVES),
            SlideTarget::Timeline(_) => assert_eq!(state.screen(), Screen::TIMELINE),
            SlideTarget::Coverage(_) => assert_eq!(state.screen(), Screen::Coverage),
            SlideTarget::Words => assert_eq!(state.screen(), Screen::Compare),
        }
        // A question is answered further down, and Esc leads back all the way.
        press(&mut state, KeyCode::Enter);
        let mut steps = 0;
        while !state.is_presenting() {
            press(&mut state, KeyCode::Esc);
            steps += 1;
            assert!(steps < 10);
        }
        assert_eq!(slide_index(&state), index);
        press(&mut state, KeyCode::Right);
    }
}

#[test]
fn shift_f5_starts_at_the_slide_that_shows_the_same() {
    let mut state = opened(Lang::Zh, (80, 24));
    press(&mut state, KeyCode::Char('3'));
    press_event(&mut state, &KeyEvent::new(KeyCode::F(5), KeyModifiers::SHIFT));
    assert_eq!(state.slide().unwrap().content.kind(), SlideKind::Coverage);
    press(&mut state, KeyCode::Esc);
    press(&mut state, KeyCode::Esc);
    press(&mut state, KeyCode::Char('1'));
    press(&mut state, KeyCode::F(17));
    assert_eq!(state.slide().unwrap().content.kind(), SlideKind::Compare);
}

#[test]
fn every_slide_is_drawn_on_every_screen() {
    for (width, height) in SIZES.into_iter().chain([(40, 12), (41, 13), (100, 30), (200, 60), (300, 20)]) {
        for (lang, charset, depth) in [
            (Lang::Zh, CharSet::Unicode, ColorDepth::True),
            (Lang::En, CharSet::Unicode, ColorDepth::Sixteen),
            (Lang::Zh, CharSet::Ascii, ColorDepth::None),
            (Lang::En, CharSet::Ascii, ColorDepth::None),
        ] {
            let mut state = started(lang, (width, height));
            for number in 1..=state.slides().len() {
                let look = Appearance { depth, background: Background::Light, charset };
                let buffer = draw(&state, look);
                assert!(charset == CharSet::Ascii || draw(&state, look) == buffer, "drawing twice gives the same");
                let lines = lines_in(&buffer, buffer.area);
                let foot = lines.last().unwrap();
                let has_room = SIZES.iter().any(|(least, lines)| width >= *least && height >= *lines);
                assert!(foot.contains(&format!("{number}/14")) || !has_room, "{width}×{height} {number}: {foot}");
                if charset == CharSet::Ascii {
                    let other = |c: char| ('\u{2500}'..'\u{2700}').contains(&c);
                    assert!(!lines.iter().any(|line| line.contains(other)), "{width}×{height} {number}: {lines:#?}");
                }
                press(&mut state, KeyCode::Right);
            }
        }
    }
}
