//! Reports a presentation to a second terminal, and does what that terminal asks for.

use super::{Front, Step};
use crate::app::state::State;

/// The state of a presentation, as far as the speaker's view shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentationStatus {
    /// The id of the deck that is presented.
    pub deck: String,
    /// A fingerprint of the deck's content; see [`crate::deck::Deck::edition`].
    pub edition: u64,
    /// The number of the slide, counted from 1.
    pub slide: usize,
    /// Whether the screen is blanked.
    pub blank: bool,
    /// Whether the dashboard is open over the slide.
    pub live: bool,
    /// When the presentation began, in the seconds of [`crate::app::ClockReading`].
    pub began: u64,
}

impl State {
    /// Returns how the presentation stands; `None` if there is none.
    #[must_use]
    pub fn status(&self) -> Option<PresentationStatus> {
        let talk = self.talk.as_ref()?;
        let deck = &self.dataset.decks[talk.deck];
        Some(PresentationStatus {
            deck: deck.id.clone(),
            edition: deck.edition(&self.dataset),
            slide: talk.slide + 1,
            blank: talk.blank,
            live: talk.front == Front::Dashboard,
            began: talk.began,
        })
    }

    /// Takes a step for the speaker, closing whatever lies over the slide. If that was the dashboard, a step to the next or
    /// the previous slide only comes back to the present one: nobody has seen it meanwhile.
    pub fn follow(&mut self, step: Step) {
        self.without_overlays(|state, was_live| {
            if !(was_live && matches!(step, Step::Next | Step::Previous)) {
                state.present(step);
            }
        });
    }

    /// Shows a slide for the speaker, closing whatever lies over the present one. A number of no slide changes nothing else.
    pub fn follow_to(&mut self, number: usize) {
        let count = self.slides().len();
        self.without_overlays(|state, _| {
            if let Some(talk) = state.talk.as_mut().filter(|_| (1..=count).contains(&number)) {
                (talk.slide, talk.blank) = (number - 1, false);
            }
        });
    }

    /// Closes what lies over the slide, then makes a change that is told whether this was the dashboard.
    fn without_overlays(&mut self, change: impl FnOnce(&mut Self, bool)) {
        let Some(talk) = &mut self.talk else { return };
        let was_live = std::mem::take(&mut talk.front) == Front::Dashboard;
        // A heading that is being typed is the presenter's work: it stays, with the list that it belongs to.
        let (naming, list) = (talk.naming.take(), talk.overview.take());
        talk.typed = None;
        (self.overlay, self.notice) = (None, None);
        change(self, was_live);
        if let Some(talk) = self.talk.as_mut().filter(|_| naming.is_some()) {
            (talk.naming, talk.overview) = (naming, list);
        }
    }
}
