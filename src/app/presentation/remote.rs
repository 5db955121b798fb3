//! The speaker's view of a presentation that runs on another terminal: what is told between the two, and what the view
//! holds.

use super::command::SlideCommand;
use super::show::{Beneath, Presentation, Show};
use crate::app::clock::Clock;
use crate::app::context::Settings;
use crate::app::state::{Mode, State};
use crate::deck::Deck;
use crate::deck::{Slide, SlideNumber};
use crate::domain::{Dataset, Key};
use crate::text::Lang;
use crate::text::number::Signs;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What the presentation tells of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The id of the deck.
    pub deck: String,
    /// What the deck says, as a number: another where it has been changed. See [`Deck::edition`].
    #[serde(default)]
    pub edition: u64,
    /// The slide, from 1.
    pub slide: usize,
    /// Whether nothing is shown.
    pub blank: bool,
    /// Whether the dashboard is open over the slide.
    pub live: bool,
    /// When it began, in the seconds of [`Clock`].
    pub began: u64,
    /// How many minutes it is to last.
    pub minutes: Option<u16>,
}

/// What is asked of the presentation, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What.
    pub lead: Lead,
    /// When, in the seconds of [`Clock`].
    pub at: u64,
}

impl Asked {
    /// The longest that a presentation which hangs may take to do it, in seconds. After that it would surprise the room.
    pub const PATIENCE: u64 = 4;
}

/// What the speaker's view asks of the presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lead {
    /// The next slide.
    Next,
    /// The slide before.
    Previous,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// Show nothing, or something again.
    Blank,
    /// The slide with this number, from 1.
    To(usize),
    /// Let another presentation have the speaker's views.
    Yield,
    /// Nothing, but to look how things stand: somebody was here and has gone.
    Look,
}

impl Lead {
    /// What asks the presentation to do this; `None` for what can be done only where it runs.
    #[must_use]
    pub const fn of(step: SlideCommand) -> Option<Self> {
        match step {
            SlideCommand::Next => Some(Self::Next),
            SlideCommand::Previous => Some(Self::Previous),
            SlideCommand::First => Some(Self::First),
            SlideCommand::Last => Some(Self::Last),
            SlideCommand::Blank => Some(Self::Blank),
            _ => None,
        }
    }
}

impl State {
    /// Returns what is told to the speaker's view; `None` where nothing is presented.
    #[must_use]
    pub fn status(&self, minutes: Option<u16>) -> Option<Status> {
        let presentation = self.presentation.as_ref()?;
        let held = &self.decks()[presentation.deck];
        let (deck, edition) = (held.id.clone(), held.edition(self.dataset()));
        let (blank, live) = (presentation.view.is_blank(), presentation.view.is_dashboard());
        let slide = presentation.slide.number().get();
        Some(Status { deck, edition, slide, blank, live, began: presentation.began, minutes })
    }

    /// Does what the speaker's view asks for. Whatever lies over the slide goes; where that was the dashboard, one step
    /// only comes back to the slide, which nobody has seen all the while. A heading that is being typed is not thrown away.
    pub fn follow(&mut self, lead: Lead) {
        let Some(presentation) = &mut self.presentation else { return };
        let was_dashboard = presentation.view.is_dashboard();
        presentation.uncover();
        self.mode = Mode::Browse;
        self.notice = None;
        match lead {
            Lead::Next | Lead::Previous if was_dashboard => {}
            Lead::Next => self.turn_from_afar(SlideCommand::Next),
            Lead::Previous => self.turn_from_afar(SlideCommand::Previous),
            Lead::First => self.turn_from_afar(SlideCommand::First),
            Lead::Last => self.turn_from_afar(SlideCommand::Last),
            Lead::Blank => self.blank_from_afar(),
            Lead::To(number) => self.turn_to_number(SlideNumber::new(number)),
            Lead::Yield | Lead::Look => {}
        }
    }

    /// Turns the slide and lights the wall; a heading that is being typed stays over it.
    fn turn_from_afar(&mut self, command: SlideCommand) {
        self.light();
        self.turn(command);
    }

    fn turn_to_number(&mut self, number: SlideNumber) {
        let slide = number.index_in(self.slides().len());
        if let Some(slide) = slide {
            self.light();
            if let Some(presentation) = &mut self.presentation {
                presentation.slide = slide;
            }
        }
    }

    /// Makes the wall dark, or light again. A heading that is being typed waits in the dark and comes back with the light.
    fn blank_from_afar(&mut self) {
        if self.presentation.as_ref().is_some_and(|presentation| presentation.view.is_blank()) {
            self.light();
            return;
        }
        let heading = match self.heading_mut() {
            Some(editor) => Some(Box::new(editor.clone())),
            None => None,
        };
        self.show_view(Show::Blank { heading });
    }

    fn light(&mut self) {
        if let Some(Presentation { view: view @ Show::Blank { .. }, .. }) = &mut self.presentation
            && let Show::Blank { heading } = std::mem::replace(view, Show::SLIDE)
            && let Some(editor) = heading
        {
            *view = Show::Heading(editor);
        }
    }
}

impl Presentation {
    /// Takes away what lies over the slide, but for a heading that is being typed.
    fn uncover(&mut self) {
        if matches!(self.view, Show::Slide { .. } | Show::List { .. } | Show::Dashboard { .. }) {
            self.view = match self.view {
                Show::Dashboard { from: Beneath::Blank } => Show::Blank { heading: None },
                _ => Show::SLIDE,
            };
        }
    }
}

/// How the time stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Seconds since the beginning.
    pub elapsed: u64,
    /// Seconds until the end, negative after it; `None` where nobody has said how long it is to last.
    pub left: Option<i64>,
    /// Whether the end is near: a tenth of the whole is left, and no less than a minute, but never more than a quarter.
    pub is_short: bool,
}

/// What the speaker's view holds.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The data.
    pub dataset: Rc<Dataset>,
    /// The language of the interface.
    pub lang: Lang,
    /// The signs before numbers.
    pub signs: Signs,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    /// How late it is.
    pub now: Option<Clock>,
    /// How many lines of the notes are scrolled out of sight.
    pub scroll: usize,
    /// The number of a slide that is being typed.
    pub typed: Option<usize>,
    /// How many minutes it is to last, where that is said here.
    minutes: Option<u16>,
    /// What the presentation has told last; `None` where there is none.
    status: Option<Status>,
}

impl Notes {
    /// The view before anything is presented.
    #[must_use]
    pub const fn new(dataset: Rc<Dataset>, settings: Settings, minutes: Option<u16>) -> Self {
        let Settings { lang, size, signs } = settings;
        Self { dataset, lang, signs, size, now: None, scroll: 0, typed: None, minutes, status: None }
    }

    /// Takes in what the presentation tells; `None` where it has ended.
    pub fn tell(&mut self, status: Option<Status>) {
        let place = |status: &Option<Status>| status.as_ref().map(|status| (status.deck.clone(), status.slide));
        if place(&self.status) != place(&status) {
            self.scroll = 0;
        }
        self.status = status;
    }

    /// What the presentation has told last.
    #[must_use]
    pub const fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// Whether the data held here have the deck that is presented, word for word; `true` where nothing is.
    #[must_use]
    pub fn is_in_step(&self) -> bool {
        self.status.as_ref().is_none_or(|status| {
            let deck = self.dataset.decks.find(&status.deck);
            deck.is_some_and(|deck| self.dataset.decks[deck].edition(&self.dataset) == status.edition)
        })
    }

    /// The deck and the place of the slide in it; `None` where this data has no such slide. Another edition of the deck
    /// would give other words than those that belong to the slide.
    #[must_use]
    pub fn place(&self) -> Option<(Key<Deck>, usize)> {
        let status = self.status.as_ref().filter(|_| self.is_in_step())?;
        let deck = self.dataset.decks.find(&status.deck)?;
        let index = status.slide.checked_sub(1)?;
        (index < self.dataset.decks[deck].slides.len()).then_some((deck, index))
    }

    /// The slide that is shown, and the next.
    #[must_use]
    pub fn slides(&self) -> Option<(&Slide, Option<&Slide>)> {
        let (deck, index) = self.place()?;
        let slides = &self.dataset.decks[deck].slides;
        Some((slides.get(index)?, slides.get(index + 1)))
    }

    /// How the time stands; `None` where nothing is presented.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        let status = self.status.as_ref()?;
        let elapsed = self.now?.seconds.saturating_sub(status.began);
        let total = self.minutes.or(status.minutes).map(|minutes| u64::from(minutes) * 60);
        let left = total.map(|total| total.cast_signed().saturating_sub_unsigned(elapsed));
        let near = |total: u64| (total / 10).max(60).min(total / 4).cast_signed();
        let is_short = total.zip(left).is_some_and(|(total, left)| left <= near(total));
        Some(Time { elapsed, left, is_short })
    }
}
