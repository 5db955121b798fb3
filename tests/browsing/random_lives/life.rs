//! One life of the dashboard: a thousand steps, and the screens that they lead to.

use super::births::{Births, live_view};
use super::data::SAME_BUT_DECKS;
use super::deed::{Deed, every_key, next};
use super::sound::{assert_inside, assert_sound, drawn, place};
use super::support::library::user_deck;
use super::support::random::RandomNumbers;
use cppcc::app::layout::chrome;
use cppcc::app::{Action, AskedAbout, Clock, Effect, Mode, Show, SlideCommand, State, keymap};
use cppcc::deck::{DeckEdit, SlideNumber};
use cppcc::text::{Background, CharSet, ColorDepth, Text};
use cppcc::view::Appearance;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// How many steps a life has.
pub const STEPS: u64 = 1000;
/// The layout is looked at after each so many steps: it costs what a step costs.
const LAID_OUT_EVERY: u64 = 5;
/// A screen is drawn after each so many steps: drawing costs twenty times what a step costs.
const DRAWN_EVERY: u64 = 50;
/// The way home is gone after each so many steps.
const HOME_EVERY: u64 = 100;
/// How many keys lead home at the most: each step back is one, and each question is another.
const KEYS_HOME: usize = 300;
/// How many of the last steps are told where one of them fails.
const TOLD: usize = 40;

/// A dashboard, and who acts on it.
pub struct Life<'a> {
    seed: u64,
    numbers: RandomNumbers,
    data: &'a Births,
    keys: Vec<KeyEvent>,
    state: State,
    /// What has been begun, such as a word that is typed.
    to_do: VecDeque<Deed>,
    seconds: u64,
    told: VecDeque<String>,
    /// What all drawn screens held.
    screens: DefaultHasher,
}

/// Lives a life from its beginning to its end, and returns a hash of all its screens.
pub fn live(seed: u64, data: &Births) -> u64 {
    let mut numbers = RandomNumbers::new(seed);
    let state = data.born(&mut numbers);
    let (told, screens) = (VecDeque::new(), DefaultHasher::new());
    let keys = every_key();
    let mut life = Life { seed, numbers, data, keys, state, to_do: VecDeque::new(), seconds: 0, told, screens };
    for step in 1..=STEPS {
        life.step();
        assert_sound(&life.state);
        if step.is_multiple_of(LAID_OUT_EVERY) {
            assert_inside(&life.state);
        }
        if step.is_multiple_of(DRAWN_EVERY) {
            life.draw();
        }
        if step.is_multiple_of(HOME_EVERY) {
            life.go_home();
        }
    }
    life.screens.finish()
}

/// Presses a key, as the program around the dashboard does.
fn press(state: &mut State, event: &KeyEvent) -> Effect {
    let Some(action) = keymap::action(state, event) else {
        state.forget_stop();
        if state.following().is_some() {
            state.say_why_not(event);
        }
        return Effect::None;
    };
    state.apply(action)
}

impl Life<'_> {
    fn step(&mut self) {
        if self.to_do.is_empty() {
            self.to_do.extend(next(&mut self.numbers, &self.state, &self.keys, self.data.data.len()));
        }
        let Some(deed) = self.to_do.pop_front() else { return };
        if self.told.len() == TOLD {
            self.told.pop_front();
        }
        self.told.push_back(deed.told());
        let effect = self.perform(deed);
        self.answer(effect);
    }

    fn perform(&mut self, deed: Deed) -> Effect {
        let state = &mut self.state;
        match deed {
            Deed::Press(event) => return press(state, &event),
            Deed::Point(event) => {
                let action = keymap::mouse_action(state, &event);
                return action.map_or(Effect::None, |action| state.apply(action));
            }
            Deed::Resize(columns, rows) => return state.apply(Action::Resize(columns, rows)),
            Deed::Reload(place) => self.reload(place),
            Deed::Paste(text) => {
                state.forget_stop();
                state.paste(&text);
            }
            Deed::Banner(is_wrong) => {
                state.set_banner(is_wrong.then(|| Text::new("data/x.toml 第 3 行有误", "a fault")));
            }
            // The speaker's view and the audience are heard only where something is presented.
            Deed::Follow(command) if state.following().is_none() => state.follow(command),
            Deed::FollowTo(number) if state.following().is_none() => state.follow_to(SlideNumber::new(number.max(1))),
            Deed::Answer(number) if state.following().is_none() => {
                state.answer_from_afar(SlideNumber::new(number.max(1)));
            }
            Deed::Question(number) => {
                let figure = state.dataset().observations.iter().nth(number).map(|(_, figure)| figure.id.clone());
                let slide = AskedAbout::Slide(SlideNumber::new(number % 20 + 1));
                state.take_question(figure.map_or(slide, AskedAbout::Figure));
                state.set_followers((!number.is_multiple_of(4)).then_some(number));
            }
            Deed::Live(number) => {
                if state.following().is_some()
                    && let Some(live) = live_view(state, number)
                {
                    state.show_live(live);
                }
            }
            Deed::Tick(seconds) => {
                self.seconds = self.seconds.wrapping_add(seconds);
                let (hour, minute) = (u8::try_from(seconds % 24).unwrap(), u8::try_from(seconds % 60).unwrap());
                let clock = Clock { hour, minute, seconds: self.seconds };
                return state.apply(Action::Present(SlideCommand::Tick(clock)));
            }
            Deed::Follow(_) | Deed::FollowTo(_) | Deed::Answer(_) => {}
        }
        Effect::None
    }

    /// Does what an action leaves to the program around the dashboard. What that finds in the files may be anything.
    fn answer(&mut self, effect: Effect) {
        let place = self.numbers.below(self.data.data.len());
        let is_refused = self.numbers.once_in(3);
        let why = Text::new("磁盘已满", "no space is left");
        match effect {
            Effect::None | Effect::Suspend | Effect::Copy(_) | Effect::Ask(_) => {}
            Effect::Quit => self.state = self.data.born(&mut self.numbers),
            Effect::Reload => self.reload(place),
            Effect::Edit(_) if is_refused => self.state.notify(why),
            Effect::Edit(edit) => self.take_edit(&edit),
            Effect::AddEntries(_) | Effect::CorrectFigure(_) if is_refused => self.state.refuse_form(&why),
            Effect::AddEntries(_) | Effect::CorrectFigure(_) => {
                let data = &self.data.data[place];
                let count = data.library.observations.len();
                let figure = data.library.observations.iter().nth(self.numbers.below(count));
                let id = figure.map(|(_, figure)| figure.id.clone()).unwrap_or_default();
                self.state.take_added(Rc::clone(&data.library), data.deck(), &id);
            }
            Effect::RemoveFigure(_) | Effect::UndoAddition if is_refused => self.state.say_nothing_to_undo(),
            Effect::RemoveFigure(_) | Effect::UndoAddition => {
                self.state.take_removal(Rc::clone(&self.data.data[place].library), self.data.data[place].deck());
            }
            Effect::Export(_) if is_refused => self.state.refuse_export(why, place.is_multiple_of(2)),
            Effect::Export(asked) => self.state.finish_export(Text::new(asked.path.clone(), asked.path.clone())),
            Effect::CompletePath(typed) => self.state.complete_path(&format!("{typed}政"), is_refused.then_some(why)),
        }
    }

    /// Hands over the data with a deck that was changed. Most often nothing but the deck is another.
    fn take_edit(&mut self, edit: &DeckEdit) {
        let count = if self.numbers.once_in(4) { self.data.data.len() } else { SAME_BUT_DECKS };
        let data = &self.data.data[self.numbers.below(count)];
        self.state.take_edit(edit, Rc::clone(&data.library), data.deck());
    }

    /// Reads other data in the place of these; data without a figure are not taken.
    fn reload(&mut self, place: usize) {
        let data = &self.data.data[place];
        let before = Rc::clone(self.state.library());
        let taken = self.state.replace_data(Rc::clone(&data.library), user_deck(&data.library));
        let now = if taken { &data.library } else { &before };
        assert!(Rc::ptr_eq(self.state.library(), now), "{} were taken: {taken}", data.name);
    }

    /// Draws the screen in one of all looks, and remembers what it holds.
    fn draw(&mut self) {
        let look = Appearance {
            depth: *self.numbers.pick(&[ColorDepth::None, ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True]),
            background: *self.numbers.pick(&[Background::Dark, Background::Light, Background::Unknown]),
            charset: *self.numbers.pick(&[CharSet::Unicode, CharSet::NoAmbiguous, CharSet::Ascii]),
        };
        let buffer = drawn(&self.state, look);
        buffer.content().iter().for_each(|cell| cell.hash(&mut self.screens));
    }

    /// Asserts that Esc leads home, on a screen that is large enough, with what the footer names where something is asked.
    fn go_home(&self) {
        let mut state = self.state.clone();
        state.apply(Action::Resize(120, 36));
        let mut pressed = 0;
        while !is_home(&state) {
            assert!(pressed < KEYS_HOME, "{pressed} keys don't lead home: {}", place(&state));
            pressed += 1;
            let code = if is_asked(&state) { KeyCode::Enter } else { KeyCode::Esc };
            if press(&mut state, &KeyEvent::new(code, KeyModifiers::NONE)) == Effect::Quit {
                return;
            }
        }
    }
}

/// Whether nothing lies over the screen, and there is no way back. For a follower that is the slide that is told.
fn is_home(state: &State) -> bool {
    let offers_back = chrome::footer(state).iter().any(|button| button.action == Some(Action::Back));
    let is_at_slide = state.following().is_some()
        && state.presentation().is_some_and(|shown| matches!(shown.view(), Show::Slide { .. } | Show::Blank { .. }));
    let is_over = state.presentation().is_some() && !is_at_slide;
    // Over a slide there is no banner.
    let has_banner = state.banner().is_some() && !state.is_presenting();
    matches!(state.mode(), Mode::Browse) && !has_banner && !offers_back && !is_over
}

/// Whether it is asked if what was typed may be given up, which Enter answers with yes, and Esc with no.
fn is_asked(state: &State) -> bool {
    chrome::footer(state).iter().any(|button| ["放弃", "discard"].contains(&button.word.as_ref()))
}

/// A step that fails is told with those before it, and with the seed that leads there again.
impl Drop for Life<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let steps: Vec<&str> = self.told.iter().map(String::as_str).collect();
            eprintln!(
                "life {} failed; the last steps: {}\n{}=1 {}={} lives it again",
                self.seed,
                steps.join(" · "),
                super::LIVES,
                super::SEED,
                self.seed
            );
        }
    }
}
