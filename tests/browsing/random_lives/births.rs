//! Where lives begin: dashboards, presentations, and what a follower sees, on all data, in both languages.

use super::data::{LifeData, all};
use super::support::random::RandomNumbers;
use cppcc::app::{Action, FollowerSeat, LiveView, QuestionsTaken, SpeakerScreen, StartOptions, State};
use cppcc::deck::SlideIndex;
use cppcc::domain::SavedGroup;
use cppcc::text::{CharSet, Lang};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The data, and the dashboards that were opened on them: what they have read is not read again for each life.
pub struct Births {
    pub data: Vec<LifeData>,
    opened: RefCell<HashMap<(usize, Lang), State>>,
}

impl Births {
    /// Reads the data, for one thread.
    pub fn new() -> Self {
        Self { data: all(), opened: RefCell::default() }
    }

    /// Returns a dashboard on these data that has been asked to find something; `None` where they have no figure.
    fn opened(&self, place: usize, lang: Lang) -> Option<State> {
        if let Some(state) = self.opened.borrow().get(&(place, lang)) {
            return Some(state.clone());
        }
        let options = StartOptions { lang, size: (80, 24), charset: CharSet::Unicode };
        let mut state = State::new(Rc::clone(&self.data[place].library), options)?;
        state.set_user_deck(self.data[place].deck());
        state.apply(Action::Find);
        state.apply(Action::Back);
        self.opened.borrow_mut().insert((place, lang), state.clone());
        Some(state)
    }

    /// Opens a dashboard, a presentation, or what a follower sees, in any language and at any size.
    pub fn born(&self, numbers: &mut RandomNumbers) -> State {
        let lang = *numbers.pick(&[Lang::Zh, Lang::En]);
        let (columns, rows) = *numbers.pick(&[(80, 24), (120, 36), (200, 50), (50, 14), (1, 1)]);
        let mut state = loop {
            if let Some(state) = self.opened(numbers.below(self.data.len()), lang) {
                break state;
            }
        };
        state.apply(Action::Resize(columns, rows));
        state.set_writes(*numbers.pick(&[None, None, Some(Lang::Zh), Some(Lang::En)]));
        if numbers.once_in(2) {
            let areas: Vec<_> = state.dataset().areas.keys().step_by(2).collect();
            state.set_home(*numbers.pick(&areas));
            state.set_area_groups(vec![SavedGroup { name: "鲁中 group".to_owned(), areas }]);
        }
        if numbers.once_in(2) {
            let ids = state.dataset().observations.iter().step_by(3).map(|(_, figure)| figure.id.clone()).collect();
            state.set_own_figures(ids);
        }
        begin(&mut state, numbers);
        state
    }
}

/// Begins a presentation, or follows one, or does neither.
fn begin(state: &mut State, numbers: &mut RandomNumbers) {
    match (numbers.below(6), state.default_deck()) {
        (0, Some(deck)) => state.begin(deck, SlideIndex::new(numbers.below(20)), true),
        (1, Some(_)) => {
            state.become_follower(*numbers.pick(&[FollowerSeat::OwnAccount, FollowerSeat::Kiosk]));
            if let Some(live) = live_view(state, numbers.below(9000)) {
                state.show_live(live);
            }
        }
        _ => {}
    }
}

/// Returns how a presentation stands, of all that it can show.
pub fn live_view(state: &State, number: usize) -> Option<LiveView> {
    let decks: Vec<_> = state.decks().keys().collect();
    let deck = *decks.get(number % decks.len().max(1))?;
    let screens = [SpeakerScreen::Slide, SpeakerScreen::Slide, SpeakerScreen::Blank, SpeakerScreen::Dashboard];
    let screen = if number.is_multiple_of(31) { SpeakerScreen::Ended } else { screens[number / 7 % screens.len()] };
    let questions = if number.is_multiple_of(3) { QuestionsTaken::Yes } else { QuestionsTaken::No };
    let slide = SlideIndex::new(number / 3 % state.decks()[deck].slides.len().max(1));
    Some(LiveView { deck, slide, screen, questions })
}
