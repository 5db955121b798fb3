//! What is worked out and drawn before it is asked for is what would have been drawn then.

use crate::generated::{PackSize, pack};
use crate::support::keys::{codes, key, press};
use crate::support::random::RandomNumbers;
use crate::support::screen::{LOOK, draw, opened_on, text};
use cppcc::app::{Action, Effect, State, keymap};
use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::text::Lang;
use cppcc::view::FramesAhead;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use std::rc::Rc;

/// What is pressed: rows, areas, measures, years, orders and screens, and lists of cities that grow and shrink.
const KEYS: [&str; 22] =
    ["↓", "↓", "↓", "↑", "l", "l", "h", "m", "m", "M", "t", "t", "T", "s", "s", "1", "2", "4", "f", "z", "c↓↓ ⏎", "v"];

fn opened(areas: usize) -> State {
    let size = PackSize { areas, indicators: 20, years: 4 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    let library = load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    opened_on(Rc::new(library), Lang::Zh, (120, 36))
}

/// The dashboard as the program runs it, with frames drawn ahead.
struct Prepared {
    state: State,
    frames: FramesAhead,
}

impl Prepared {
    /// Prepares as the program does while no key comes, but not always to the end.
    fn prepare(&mut self, most: usize) -> usize {
        (0..most).take_while(|step| self.frames.prepare(&self.state, LOOK, *step)).count()
    }

    /// Presses a key, and returns what the screen shows and whether that was drawn before.
    fn press(&mut self, code: KeyCode) -> (Buffer, bool) {
        self.frames.begin_event();
        if let Some(action) = keymap::action(&self.state, &key(code)) {
            self.frames.apply(&mut self.state, action);
        }
        self.frames.end_event();
        let drawn = self.frames.take_frame();
        let is_drawn = drawn.is_some();
        (drawn.unwrap_or_else(|| draw(&self.state, LOOK)), is_drawn)
    }
}

fn prepared(areas: usize) -> Prepared {
    Prepared { state: opened(areas), frames: FramesAhead::default() }
}

#[test]
fn screens_are_the_same_whether_or_not_they_were_prepared() {
    for areas in [5, 16, 60] {
        let mut plain = opened(areas);
        let mut ahead = prepared(areas);
        let mut random = RandomNumbers::new(u64::try_from(areas).unwrap());
        let mut pressed = String::new();
        let mut drawn_before = 0;
        for _ in 0..150 {
            let keys = random.pick(&KEYS);
            pressed.push_str(keys);
            for code in codes(keys) {
                // Now and then a key comes at once.
                ahead.prepare(random.below(40) * random.below(2));
                press(&mut plain, code);
                let (shown, is_drawn) = ahead.press(code);
                drawn_before += usize::from(is_drawn);
                let wanted = draw(&plain, LOOK);
                assert!(shown == wanted, "{pressed} with {areas} areas\n{}\n{}", text(&shown), text(&wanted));
            }
        }
        assert!(drawn_before >= if areas < 12 { 5 } else { 20 }, "{drawn_before} with {areas} areas");
    }
}

#[test]
fn what_is_pressed_once_more_was_drawn_before() {
    for areas in [5, 60] {
        for again in ["↓", "l", "m", "t", "s", "⇥"] {
            let mut ahead = prepared(areas);
            let code = codes(again).next().unwrap();
            ahead.press(KeyCode::Down);
            ahead.prepare(100);
            ahead.press(code);
            ahead.prepare(100);
            assert!(ahead.press(code).1, "{again} with {areas} areas");
        }
    }
}

#[test]
fn only_with_many_areas_more_than_the_same_key_is_prepared() {
    let steps = |areas: usize| {
        let mut ahead = prepared(areas);
        ahead.press(KeyCode::Down);
        ahead.prepare(100)
    };
    assert_eq!(steps(5), 1);
    assert!((20..60).contains(&steps(60)), "{}", steps(60));
}

#[test]
fn a_frame_serves_the_next_event_alone() {
    let mut ahead = prepared(60);
    ahead.press(KeyCode::Down);
    ahead.prepare(100);
    // A click, or data that were read again.
    ahead.frames.begin_event();
    ahead.state.apply(Action::Last);
    ahead.frames.end_event();
    let (shown, is_drawn) = ahead.press(KeyCode::Down);
    assert!(!is_drawn && shown == draw(&ahead.state, LOOK));
}

#[test]
fn a_key_that_asks_for_more_than_a_screen_is_never_taken_ahead() {
    let mut ahead = prepared(60);
    ahead.press(KeyCode::Down);
    let users = Rc::strong_count(ahead.state.library());
    ahead.prepare(100);
    assert!(Rc::strong_count(ahead.state.library()) > users);
    ahead.frames.begin_event();
    let effect = ahead.frames.apply(&mut ahead.state, Action::Reload);
    assert_eq!(effect, Effect::Reload);
    assert!(ahead.frames.take_frame().is_none());
    // Data that are changed now are nobody else's, so that they need not be copied.
    assert_eq!(Rc::strong_count(ahead.state.library()), users);
}
