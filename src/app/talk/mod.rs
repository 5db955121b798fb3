//! Presenting: which slide of which deck is shown, and what the keys of the room do. Time comes from outside.

mod live;
pub mod room;

use super::action::Effect;
use super::reader::ReaderState;
use super::state::{Screen, State};
use crate::domain::deck::Slide;
use crate::domain::{Area, Deck, Key, Measure, Moment};
use crate::text::Phrase;

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
    /// Jump to the slide whose number was typed; or open the dashboard at what the slide shows.
    Open,
    /// Show nothing, or something again.
    Blank,
    /// Show or hide the list of all slides.
    Overview,
    /// Stop.
    Stop,
    /// It is this late now.
    Now(Now),
}

/// A moment: what the clock on the wall says, and seconds since some moment that stays the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// Seconds.
    pub seconds: u64,
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
    /// Whether the dashboard is open over the slide.
    pub live: bool,
    /// The slide that the cursor is on in the list of all slides, while that is shown.
    pub overview: Option<usize>,
    /// The number that is being typed.
    pub typed: Option<usize>,
    /// When it began, in seconds.
    pub began: u64,
    /// Whether the program was started for it, and ends with it.
    pub is_all: bool,
    /// Where the dashboard was.
    before: Before,
}

/// Where the dashboard was before the presentation.
#[derive(Clone, Copy, Debug)]
struct Before {
    screen: Screen,
    area: Key<Area>,
    reader: Option<ReaderState>,
    measure: Measure,
    moment: Moment,
}

const NO_DECK: Phrase = Phrase { zh: "数据中没有演示稿", en: "there is no deck in the data" };
const NO_SUCH_SLIDE: Phrase = Phrase { zh: "没有这一页", en: "there is no such slide" };
const FROM_THE_START: Phrase =
    Phrase { zh: "没有与此处相应的幻灯片，从头开始", en: "no slide shows this; from the start" };

/// The largest number that can be typed.
const LARGEST: usize = 999;

impl State {
    /// Whether a slide, or the list of slides, is on the screen, and not the dashboard.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.talk.as_ref().is_some_and(|talk| !talk.live)
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
        let before = Before {
            screen: self.screen,
            area: self.area,
            reader: self.reader,
            measure: self.measure,
            moment: self.moment,
        };
        self.talk = Some(Talk {
            deck,
            slide: slide.min(last),
            blank: false,
            live: false,
            overview: None,
            typed: None,
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

    /// The deck of which is presented where none is named: the last that was loaded, so that a person's own comes before
    /// the one that is compiled in.
    #[must_use]
    pub fn default_deck(&self) -> Option<Key<Deck>> {
        self.dataset.decks.keys().next_back()
    }

    fn begin_or_return(&mut self) {
        let deck = self.default_deck();
        match (&mut self.talk, deck) {
            (Some(talk), _) => talk.live = false,
            (None, Some(deck)) => self.begin(deck, 0, false),
            (None, None) => self.notice = Some(NO_DECK.into()),
        }
    }

    fn begin_here(&mut self) {
        let (fitting, deck) = (self.fitting_slide(), self.default_deck());
        match (&mut self.talk, deck) {
            (Some(talk), _) => {
                talk.slide = fitting.unwrap_or(talk.slide);
                talk.live = false;
            }
            (None, Some(deck)) => self.begin(deck, fitting.unwrap_or(0), false),
            (None, None) => self.notice = Some(NO_DECK.into()),
        }
        if fitting.is_none() && self.talk.is_some() {
            self.notice = Some(FROM_THE_START.into());
        }
    }

    fn step(&mut self, step: Step) -> Effect {
        let last = self.slides().len().saturating_sub(1);
        let Some(talk) = &mut self.talk else { return Effect::None };
        let typed = talk.typed.take();
        if let Some(cursor) = talk.overview {
            match step {
                Step::Next => talk.overview = Some((cursor + 1).min(last)),
                Step::Previous => talk.overview = Some(cursor.saturating_sub(1)),
                Step::First => talk.overview = Some(0),
                Step::Last => talk.overview = Some(last),
                Step::Open => (talk.slide, talk.overview) = (cursor, None),
                Step::Stop | Step::Overview | Step::Blank => talk.overview = None,
                _ => {}
            }
            return Effect::None;
        }
        let was_blank = std::mem::take(&mut talk.blank);
        match step {
            Step::Next => talk.slide = (talk.slide + 1).min(last),
            Step::Previous => talk.slide = talk.slide.saturating_sub(1),
            Step::First => talk.slide = 0,
            Step::Last => talk.slide = last,
            Step::Digit(digit) => talk.typed = Some((typed.unwrap_or(0) * 10 + usize::from(digit)).min(LARGEST)),
            Step::Open => match typed {
                Some(number) if (1..=last + 1).contains(&number) => talk.slide = number - 1,
                Some(_) => self.notice = Some(NO_SUCH_SLIDE.into()),
                None => self.open_live(),
            },
            Step::Blank => talk.blank = !was_blank,
            Step::Overview => talk.overview = Some(talk.slide),
            // Esc takes back a number before it stops.
            Step::Stop if typed.is_none() => return self.stop(),
            Step::Stop | Step::Begin | Step::BeginHere | Step::Now(_) => {}
        }
        Effect::None
    }

    fn stop(&mut self) -> Effect {
        let Some(talk) = self.talk.take() else { return Effect::None };
        if talk.is_all {
            return Effect::Quit;
        }
        let Before { screen, area, reader, measure, moment } = talk.before;
        (self.screen, self.area, self.reader) = (screen, area, reader);
        self.put(measure, moment);
        self.history.clear();
        Effect::None
    }

    /// Comes back from the dashboard to the slide; `false` where there is none.
    pub(super) fn return_to_slide(&mut self) -> bool {
        let is_live = self.talk.as_ref().is_some_and(|talk| talk.live);
        if let Some(talk) = &mut self.talk {
            talk.live = false;
        }
        is_live
    }

    /// Takes what of a presentation can be taken over into new data.
    pub(super) fn carry_talk_over(&mut self, old: &Self) {
        self.now = old.now;
        let Some(talk) = &old.talk else { return };
        let Some(deck) = self.dataset.decks.find(&old.dataset.decks[talk.deck].id) else { return };
        self.begin(deck, talk.slide, talk.is_all);
        if let Some(fresh) = &mut self.talk {
            (fresh.blank, fresh.began) = (talk.blank, talk.began);
        }
    }
}
