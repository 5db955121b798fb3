//! Presenting: which slide of which deck is shown, and what the keys of the room do. Time comes from outside.

mod before;
mod edit;
mod live;
mod naming;
pub mod notes;
mod pin;
pub mod room;

pub use naming::Naming;

use super::action::Effect;
use super::state::State;
use crate::deck::Deck;
use crate::deck::Slide;
use crate::domain::Key;
use crate::text::Phrase;
use before::Before;

/// What a person can ask of a presentation, and what comes to it from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Start at the first slide, or come back to the slide from the dashboard.
    Begin,
    /// Start at the slide that fits what the dashboard shows.
    BeginHere,
    /// The next slide.
    Next,
    /// The slide before.
    Previous,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// A digit of a slide's number.
    Digit(u8),
    /// The last digit that was typed goes.
    Erase,
    /// The cursor of the list of all slides goes to this slide, counted from 0; where it is there already, that is shown.
    Pick(usize),
    /// Jump to the slide whose number was typed; or open the dashboard at what the slide shows.
    Open,
    /// Show nothing, or something again.
    Blank,
    /// Show or hide the list of all slides.
    Overview,
    /// In the list of all slides: move the slide up.
    Earlier,
    /// Move it down.
    Later,
    /// Remove it.
    Remove,
    /// Give it another heading.
    Rename,
    /// Take the last change of the deck back.
    Undo,
    /// Stop.
    Stop,
    /// It is this late now.
    Now(Now),
}

/// A moment: what the clock on the wall says, and seconds since some moment that stays the same whatever is done to that
/// clock, and that is the same for all programs on this machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// Seconds.
    pub seconds: u64,
}

/// What a presentation has in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Front {
    /// The slide.
    #[default]
    Slide,
    /// The slide, to which the last key led back from something that lay over it: one Esc too many must not put the shell on
    /// the wall.
    SlideAgain,
    /// The dashboard.
    Dashboard,
}

/// A presentation that is being given.
#[derive(Clone, Debug)]
pub struct Talk {
    /// The deck.
    pub deck: Key<Deck>,
    /// The slide, by its place in the deck.
    pub slide: usize,
    /// Whether nothing is shown.
    pub blank: bool,
    /// What is in front.
    pub front: Front,
    /// The slide that the cursor is on in the list of all slides, while that is shown.
    pub overview: Option<usize>,
    /// The number that is being typed.
    pub typed: Option<usize>,
    /// The heading that is being typed, in the list of all slides.
    pub naming: Option<Naming>,
    /// When it began, in seconds.
    pub began: u64,
    /// Whether the program was started for it, and ends with it.
    pub is_all: bool,
    /// Where the dashboard was.
    before: Before,
}

const NO_DECK: Phrase = Phrase { zh: "数据中没有演示稿", en: "there is no deck in the data" };
const IN_THE_LIST: Phrase =
    Phrase { zh: "按 o 打开全部幻灯片，在那里改", en: "o lists all slides: change them there" };
const NO_SUCH_SLIDE: Phrase = Phrase { zh: "没有这一页", en: "there is no such slide" };
const FROM_THE_START: Phrase =
    Phrase { zh: "没有与此处相应的幻灯片，从头开始", en: "no slide shows this; from the start" };
const NO_SLIDE_OF_THIS: Phrase = Phrase { zh: "没有与此处相应的幻灯片", en: "no slide shows this" };
const ONCE_MORE: Phrase = Phrase { zh: "再按一次结束放映", en: "Once more stops the presentation" };

/// The largest number of a slide that can be typed.
pub const LARGEST: usize = 999;

impl State {
    /// Whether a slide, or the list of slides, is on the screen, and not the dashboard.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.talk.as_ref().is_some_and(|talk| talk.front != Front::Dashboard)
    }

    /// Whether the number of a slide is being typed.
    pub(super) fn is_typing_a_number(&self) -> bool {
        self.talk.as_ref().is_some_and(|talk| talk.typed.is_some())
    }

    /// The slides of the presentation that is being given.
    #[must_use]
    pub fn slides(&self) -> &[Slide] {
        self.talk.as_ref().map(|talk| self.dataset.decks[talk.deck].slides.as_slice()).unwrap_or_default()
    }

    /// The slide that is shown.
    #[must_use]
    pub fn slide(&self) -> Option<&Slide> {
        self.slides().get(self.talk.as_ref()?.slide)
    }

    /// Starts a presentation at a slide. With `is_all` the program ends with it.
    pub fn begin(&mut self, deck: Key<Deck>, slide: usize, is_all: bool) {
        let last = self.dataset.decks[deck].slides.len().saturating_sub(1);
        let before = Before::of(self);
        self.talk = Some(Talk {
            deck,
            slide: slide.min(last),
            blank: false,
            front: Front::Slide,
            overview: None,
            typed: None,
            naming: None,
            began: self.now.map_or(0, |now| now.seconds),
            is_all,
            before,
        });
    }

    /// How many seconds the presentation has lasted.
    #[must_use]
    pub fn elapsed(&self) -> Option<u64> {
        Some(self.now?.seconds.saturating_sub(self.talk.as_ref()?.began))
    }

    /// Takes one step.
    pub(super) fn present(&mut self, step: Step) -> Effect {
        match step {
            Step::Now(now) => self.set_now(now),
            Step::Begin => self.begin_or_return(),
            Step::BeginHere => self.begin_here(),
            _ => return self.step(step),
        }
        Effect::None
    }

    /// The first that is told of the time sets the beginning of a presentation that had begun before.
    fn set_now(&mut self, now: Now) {
        if self.now.is_none()
            && let Some(talk) = &mut self.talk
        {
            talk.began = now.seconds;
        }
        self.now = Some(now);
    }

    /// The deck that is presented where none is named: the person's own, or else the last that was loaded, so that one in
    /// a folder of data comes before the one that is compiled in.
    #[must_use]
    pub fn default_deck(&self) -> Option<Key<Deck>> {
        self.own_deck.or_else(|| self.dataset.decks.keys().next_back())
    }

    fn begin_or_return(&mut self) {
        let deck = self.default_deck();
        match (&mut self.talk, deck) {
            (Some(talk), _) => talk.front = Front::Slide,
            (None, Some(deck)) => self.begin(deck, 0, false),
            (None, None) => self.notice = Some(NO_DECK.into()),
        }
    }

    fn begin_here(&mut self) {
        let (fitting, deck) = (self.fitting_slide(), self.default_deck());
        match (&mut self.talk, deck) {
            (Some(talk), _) => {
                talk.slide = fitting.unwrap_or(talk.slide);
                talk.front = Front::Slide;
                self.notice = fitting.is_none().then(|| NO_SLIDE_OF_THIS.into());
            }
            (None, Some(deck)) => {
                self.begin(deck, fitting.unwrap_or(0), false);
                self.notice = fitting.is_none().then(|| FROM_THE_START.into());
            }
            (None, None) => self.notice = Some(NO_DECK.into()),
        }
    }

    fn step(&mut self, step: Step) -> Effect {
        let last = self.slides().len().saturating_sub(1);
        let Some(talk) = &mut self.talk else { return Effect::None };
        let typed = talk.typed.take();
        let came_back = std::mem::take(&mut talk.front) == Front::SlideAgain;
        if let Step::Digit(digit) = step {
            talk.typed = Some((typed.unwrap_or(0) * 10 + usize::from(digit)).min(LARGEST));
            return Effect::None;
        }
        // A number that is being typed is taken back by what goes back. An Esc that took something back may be followed by
        // one too many.
        match (typed, step) {
            (Some(number), Step::Erase) => {
                talk.typed = Some(number / 10).filter(|left| *left > 0);
                return Effect::None;
            }
            (Some(_), Step::Previous) => return Effect::None,
            (Some(_), Step::Stop) => {
                talk.front = Front::SlideAgain;
                return Effect::None;
            }
            _ => {}
        }
        if let Some(cursor) = talk.overview {
            return self.step_in_list(step, cursor, typed);
        }
        let was_blank = std::mem::take(&mut talk.blank);
        if was_blank && step == Step::Stop {
            talk.front = Front::SlideAgain;
        }
        match step {
            Step::Next => talk.slide = (talk.slide + 1).min(last),
            Step::Previous => talk.slide = talk.slide.saturating_sub(1),
            Step::First => talk.slide = 0,
            Step::Last => talk.slide = last,
            Step::Open | Step::Stop if was_blank => {}
            Step::Open => match typed {
                Some(number) if (1..=last + 1).contains(&number) => talk.slide = number - 1,
                Some(_) => self.notice = Some(NO_SUCH_SLIDE.into()),
                None => self.open_live(),
            },
            Step::Blank => talk.blank = !was_blank,
            Step::Overview => talk.overview = Some(talk.slide),
            Step::Stop if came_back => self.notice = Some(ONCE_MORE.into()),
            Step::Stop => return self.stop(),
            Step::Earlier | Step::Later | Step::Remove | Step::Rename | Step::Undo => {
                self.notice = Some(IN_THE_LIST.into());
            }
            Step::Begin | Step::BeginHere | Step::Now(_) | Step::Digit(_) | Step::Erase | Step::Pick(_) => {}
        }
        Effect::None
    }

    /// A step in the list of all slides.
    fn step_in_list(&mut self, step: Step, cursor: usize, typed: Option<usize>) -> Effect {
        let last = self.slides().len().saturating_sub(1);
        let Some(talk) = &mut self.talk else { return Effect::None };
        // A number says which slide is meant, whatever is done with it.
        let cursor = match typed {
            Some(number) if !(1..=last + 1).contains(&number) => {
                self.notice = Some(NO_SUCH_SLIDE.into());
                return Effect::None;
            }
            Some(number) => number - 1,
            None => cursor,
        };
        talk.overview = Some(cursor);
        match step {
            Step::Earlier | Step::Later | Step::Remove | Step::Rename | Step::Undo => return self.edit(step, cursor),
            Step::Next => talk.overview = Some((cursor + 1).min(last)),
            Step::Previous => talk.overview = Some(cursor.saturating_sub(1)),
            Step::First => talk.overview = Some(0),
            Step::Last => talk.overview = Some(last),
            Step::Open => (talk.slide, talk.overview) = (cursor, None),
            Step::Pick(slide) if slide == cursor => (talk.slide, talk.overview) = (cursor, None),
            Step::Pick(slide) => talk.overview = Some(slide.min(last)),
            Step::Blank => (talk.blank, talk.overview) = (true, None),
            Step::Stop => (talk.overview, talk.front) = (None, Front::SlideAgain),
            Step::Overview => talk.overview = None,
            Step::Begin | Step::BeginHere | Step::Now(_) | Step::Digit(_) | Step::Erase => {}
        }
        Effect::None
    }

    fn stop(&mut self) -> Effect {
        let Some(talk) = self.talk.take() else { return Effect::None };
        if talk.is_all {
            return Effect::Quit;
        }
        talk.before.restore(self);
        Effect::None
    }

    /// Comes back from the dashboard to the slide, where it is open over one.
    pub(super) fn return_to_slide(&mut self) {
        if let Some(talk) = self.talk.as_mut().filter(|talk| talk.front == Front::Dashboard) {
            talk.front = Front::SlideAgain;
        }
    }

    /// Opens the dashboard at what the slide shows, and the line for finding over it. Closing that comes back to the slide.
    pub(super) fn find_from_slide(&mut self) {
        self.open_live();
        self.open_find();
        self.find.from_slide = true;
    }

    /// Takes what of a presentation can be taken over into new data: the slide, and what lies over it. Where its deck is gone, a presentation that is all there is goes on with another, and any other ends.
    pub(super) fn carry_talk_over(&mut self, old: &Self) {
        self.now = old.now;
        let Some(talk) = &old.talk else { return };
        let same = self.dataset.decks.find(&old.dataset.decks[talk.deck].id);
        let Some(deck) = same.or(self.default_deck().filter(|_| talk.is_all)) else {
            let fresh = talk.before.in_new_data();
            fresh.restore(self);
            return;
        };
        let last = self.dataset.decks[deck].slides.len().saturating_sub(1);
        let place = |at: usize| self.place_now(deck, old, at).unwrap_or(at.min(last));
        let slide = if same.is_some() { place(talk.slide) } else { 0 };
        let overview = talk.overview.map(place);
        let renamed = old.naming().and_then(|naming| self.place_now(deck, old, naming.slide));
        self.begin(deck, slide, talk.is_all);
        if let Some(fresh) = &mut self.talk {
            (fresh.blank, fresh.began, fresh.front) = (talk.blank, talk.began, talk.front);
            fresh.overview = overview;
            fresh.before = talk.before.in_new_data();
            fresh.naming = renamed.zip(old.naming()).map(|(slide, naming)| naming.of_slide(slide));
        }
    }

    /// Where a slide of the presentation in old data stands in a deck now: the nearest that says and shows the same, since a
    /// deck may show one thing twice.
    fn place_now(&self, deck: Key<Deck>, old: &Self, at: usize) -> Option<usize> {
        let meant = old.slides().get(at)?.edition(&old.dataset);
        let slides = self.dataset.decks[deck].slides.iter().enumerate();
        let same = slides.filter(|(_, slide)| slide.edition(&self.dataset) == meant).map(|(place, _)| place);
        same.min_by_key(|place| place.abs_diff(at))
    }
}
