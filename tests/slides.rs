//! Presenting: the deck that is compiled in, the keys of the room, and slides on screens of all sizes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use cppcc::app::{Effect, Screen, StartOptions, State, keymap};
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::{Library, Shows};
use cppcc::text::{Background, CharSet, ColorDepth, Lang, width as cells};
use cppcc::view::slides::{SIZES, misfits};
use cppcc::view::{Look, draw};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

const LOOK: Look = Look { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

fn shipped() -> Rc<Library> {
    Rc::new(load(builtin(Builtin::All)).unwrap())
}

fn started(lang: Lang, size: (u16, u16)) -> State {
    let mut state = State::new(shipped(), StartOptions { lang, size, charset: CharSet::Unicode }).unwrap();
    press(&mut state, KeyCode::F(5));
    assert!(state.is_presenting());
    state
}

fn press(state: &mut State, code: KeyCode) -> Effect {
    press_with(state, code, KeyModifiers::NONE)
}

fn press_with(state: &mut State, code: KeyCode, modifiers: KeyModifiers) -> Effect {
    match keymap::action(state, &KeyEvent::new(code, modifiers)) {
        Some(action) => state.apply(action),
        None => Effect::None,
    }
}

fn slide(state: &State) -> usize {
    state.presentation().unwrap().slide().get()
}

fn screen(state: &State, look: Look) -> Vec<String> {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    draw(state, look, &mut buffer);
    let mut again = Buffer::empty(buffer.area);
    draw(state, look, &mut again);
    assert_eq!(buffer, again, "drawing twice gives the same");
    let line = |y| {
        let mut line = String::new();
        while cells(&line) < usize::from(width) {
            line.push_str(buffer[(u16::try_from(cells(&line)).unwrap(), y)].symbol());
        }
        line.trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

#[test]
fn the_deck_that_is_compiled_in_has_room_everywhere() {
    let dataset = shipped();
    assert_eq!(misfits(&dataset, |_| true), []);
    let [deck] = dataset.decks.keys().collect::<Vec<_>>()[..] else { panic!("one deck") };
    let slides = &dataset.decks[deck].slides;
    assert!((10..=14).contains(&slides.len()));
    assert!(slides.iter().all(|slide| slide.notes.is_some()));
}

/// A deck with a slide that has room, and then one with this.
fn deck_with(slide: &str) -> Vec<SourceFile> {
    let text = format!(
        "[[deck]]\nid = \"long\"\nname = {{ zh = \"长\", en = \"Long\" }}\n\n[[deck.slide]]\nkind = \"coverage\"\n\n\
         [[deck.slide]]\n{slide}\n"
    );
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new("mine", "mine/deck.toml", text.into_bytes()));
    files
}

#[test]
fn a_slide_of_any_kind_without_room_is_a_misfit_at_its_place() {
    let dataset = shipped();
    let long = |times| "督导的次数与成果，".repeat(times);
    let words = |times| format!("words = {{ zh = \"{}\", en = \"Short\" }}", long(times));
    let title = |times| format!("title = {{ zh = \"{}\", en = \"Short\" }}", long(times));
    let ids = |all: Vec<&String>| all.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let initiatives = ids(dataset.initiatives.iter().map(|(_, held)| &held.id).take(12).collect());
    let binzhou = dataset.areas.find("binzhou").unwrap();
    let of_binzhou = dataset.observations.iter().filter(|(_, held)| held.area == binzhou);
    let figures = ids(of_binzhou.map(|(_, held)| &held.id).take(16).collect());
    let indicators = ids(dataset.indicators.iter().map(|(_, held)| &held.id).take(9).collect());
    for slide in [
        format!("kind = \"title\"\n{}", title(70)),
        format!("kind = \"title\"\ntitle = {{ zh = \"短\", en = \"Short\" }}\n{}", words(60)),
        format!("kind = \"text\"\n{}\n{}", title(1), words(90)),
        format!("kind = \"compare\"\nindicators = [{indicators}]"),
        format!("kind = \"compare\"\nindicators = [\"proposals-filed\"]\n{}", words(60)),
        format!("kind = \"city\"\narea = \"binzhou\"\nfigures = [{figures}]"),
        format!("kind = \"initiatives\"\ninitiatives = [{initiatives}]"),
        format!("kind = \"timeline\"\n{}", words(60)),
        format!("kind = \"coverage\"\n{}", words(60)),
        format!("kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n{}", words(60)),
        format!("kind = \"figure\"\nfigure = \"binzhou-2024-supervision-visits\"\n{}", title(20)),
    ] {
        let library = load(deck_with(&slide)).unwrap();
        let found = misfits(&library, |_| true);
        let [misfit] = found.as_slice() else { panic!("{slide}: {found:?}") };
        let origin = &misfit.slide.origin;
        let place = (origin.path.to_str().unwrap(), origin.line, origin.column);
        assert_eq!(place, ("mine/deck.toml", 8, 1), "{slide}");
        let message = &misfit.message.en;
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
        assert_eq!(slide(&state), count + 1, "{code:?}");
    }
    for (count, code) in
        [KeyCode::Left, KeyCode::PageUp, KeyCode::Backspace, KeyCode::Char('h')].into_iter().enumerate()
    {
        press(&mut state, code);
        assert_eq!(slide(&state), 4 - count, "{code:?}");
    }
    press(&mut state, KeyCode::End);
    assert_eq!(slide(&state), state.slides().len() - 1);
    press(&mut state, KeyCode::PageDown);
    assert_eq!(slide(&state), state.slides().len() - 1);
    press(&mut state, KeyCode::Home);
    press(&mut state, KeyCode::PageUp);
    assert_eq!(slide(&state), 0);
}

#[test]
fn a_number_and_enter_jump() {
    let mut state = started(Lang::En, (80, 24));
    press(&mut state, KeyCode::Char('1'));
    press(&mut state, KeyCode::Char('１'));
    assert!(screen(&state, LOOK).last().unwrap().contains("→ 11"));
    press(&mut state, KeyCode::Enter);
    assert_eq!((slide(&state), state.is_presenting()), (10, true));
    press(&mut state, KeyCode::Char('9'));
    press(&mut state, KeyCode::Char('9'));
    press(&mut state, KeyCode::Enter);
    assert_eq!(slide(&state), 10);
    assert!(screen(&state, LOOK).last().unwrap().contains("no such slide"));
    press(&mut state, KeyCode::Char('3'));
    press(&mut state, KeyCode::Esc);
    assert!(state.presentation().unwrap().view().typed().is_none());
}

#[test]
fn a_blank_screen_is_empty() {
    for code in [KeyCode::Char('b'), KeyCode::Char('.'), KeyCode::F(6)] {
        let mut state = started(Lang::Zh, (80, 24));
        press(&mut state, code);
        assert!(screen(&state, LOOK).iter().all(String::is_empty));
        press(&mut state, code);
        assert!(!screen(&state, LOOK).iter().all(String::is_empty));
    }
}

#[test]
fn all_slides_are_listed_and_can_be_chosen() {
    let mut state = started(Lang::Zh, (80, 24));
    press(&mut state, KeyCode::Char('o'));
    assert!(screen(&state, LOOK).iter().any(|line| line.contains("哪些不能比")));
    press(&mut state, KeyCode::End);
    press(&mut state, KeyCode::Up);
    press(&mut state, KeyCode::Enter);
    assert_eq!(slide(&state), state.slides().len() - 2);
    press(&mut state, KeyCode::F(7));
    press(&mut state, KeyCode::Esc);
    assert!(state.is_presenting() && state.presentation().unwrap().view().list_cursor().is_none());
}

#[test]
fn enter_opens_the_dashboard_at_what_the_slide_shows() {
    let mut state = started(Lang::Zh, (80, 24));
    for index in 0..state.slides().len() {
        assert_eq!(slide(&state), index);
        let shows = state.slide().unwrap().shows.clone();
        press(&mut state, KeyCode::Enter);
        assert!(!state.is_presenting());
        assert!(screen(&state, LOOK).last().unwrap().contains("Esc"));
        match shows {
            Shows::Compare { indicators, measure, moment, .. } => {
                assert_eq!(state.selected_comparison().unwrap().request.indicator, indicators[0]);
                assert_eq!((state.measure(), state.year_choice()), (measure, moment));
            }
            Shows::City { area, .. } => assert_eq!((state.screen(), state.area()), (Screen::CITY, area)),
            Shows::Figure(figure) => {
                let held = &state.dataset().observations[figure];
                assert_eq!(state.selected_comparison().unwrap().request.indicator, held.indicator);
                assert_eq!(state.area(), held.area);
            }
            Shows::Initiatives(_) => assert_eq!(state.screen(), Screen::INITIATIVES),
            Shows::Timeline(_) => assert_eq!(state.screen(), Screen::TIMELINE),
            Shows::Coverage(_) => assert_eq!(state.screen(), Screen::Coverage),
            Shows::Title | Shows::Text => assert_eq!(state.screen(), Screen::Compare),
        }
        // A question is answered further down, and Esc leads back all the way.
        press(&mut state, KeyCode::Enter);
        let mut steps = 0;
        while !state.is_presenting() {
            press(&mut state, KeyCode::Esc);
            steps += 1;
            assert!(steps < 10);
        }
        assert_eq!(slide(&state), index);
        press(&mut state, KeyCode::Right);
    }
}

#[test]
fn shift_f5_starts_at_the_slide_that_shows_the_same() {
    let mut state =
        State::new(shipped(), StartOptions { lang: Lang::Zh, size: (80, 24), charset: CharSet::Unicode }).unwrap();
    press(&mut state, KeyCode::Char('3'));
    press_with(&mut state, KeyCode::F(5), KeyModifiers::SHIFT);
    assert!(matches!(state.slide().unwrap().shows, Shows::Coverage(_)));
    press(&mut state, KeyCode::Esc);
    press(&mut state, KeyCode::Char('1'));
    press(&mut state, KeyCode::F(17));
    assert!(matches!(&state.slide().unwrap().shows, Shows::Compare { .. }));
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
                let lines = screen(&state, Look { depth, background: Background::Light, charset });
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
