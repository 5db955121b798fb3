//! Chooses the deck that is presented, or that is copied into the user's own.

use crate::app::action::{Action, Direction, Effect, PageStep};
use crate::app::deck_chooser::DeckChooser;
use crate::app::layout::ChooserBox;
use crate::app::presentation::command::SlideCommand;
use crate::app::state::{Mode, State};
use crate::deck::SlideIndex;
use crate::text::Phrase;

const YOURS: Phrase = Phrase { zh: "这已是自己的演示稿", en: "This deck is your own already" };

impl State {
    /// Opens the list of decks on the one that is presented, or on the one that would be.
    pub(in crate::app) fn open_deck_chooser(&mut self) {
        let shown = self.presentation.as_ref().map(|presentation| presentation.deck);
        self.mode = Mode::ChooseDeck(DeckChooser::open(self.decks(), shown.or(self.default_deck())));
    }

    /// Returns the layout of the list of decks; `None` if it is closed, or on a terminal that is too small.
    #[must_use]
    pub fn deck_chooser_box(&self) -> Option<ChooserBox> {
        let layout = self.layout();
        match &self.mode {
            Mode::ChooseDeck(chooser) if !layout.is_too_small() => {
                Some(ChooserBox::new(layout.body, chooser.decks().len()))
            }
            _ => None,
        }
    }

    /// Lists the decks anew, because one was changed; the cursor goes to the user's own.
    pub(in crate::app) fn refresh_deck_chooser(&mut self) {
        if matches!(self.mode, Mode::ChooseDeck(_)) {
            self.mode = Mode::ChooseDeck(DeckChooser::open(self.decks(), self.user_deck()));
        }
    }

    pub(super) fn apply_to_deck_chooser(&mut self, action: Action) -> Effect {
        let rows = self.deck_chooser_box().map_or(0, |layout| usize::from(layout.list.height));
        let page = isize::try_from(rows).unwrap_or(1).max(1);
        let own = self.user_deck();
        let Mode::ChooseDeck(chooser) = &mut self.mode else { return Effect::None };
        let selected = chooser.selected();
        match action {
            Action::Move(Direction::Down) => chooser.step(1),
            Action::Move(Direction::Up) => chooser.step(-1),
            Action::Page(PageStep::Down | PageStep::HalfDown) => chooser.step(page),
            Action::Page(PageStep::Up | PageStep::HalfUp) => chooser.step(-page),
            Action::First => chooser.step(isize::MIN),
            Action::Last => chooser.step(isize::MAX),
            Action::Wheel(_, step) => chooser.step(step.signum()),
            Action::PickChooserRow(row) => chooser.pick(row),
            Action::Back => self.mode = Mode::Browse,
            Action::Open => self.present_chosen(),
            Action::Present(SlideCommand::CopyDeck) if selected.is_some() && selected == own => self.notify(YOURS),
            Action::Present(SlideCommand::CopyDeck) => {
                return selected.map_or(Effect::None, |deck| self.copied_deck(deck));
            }
            _ => {}
        }
        if let Mode::ChooseDeck(chooser) = &mut self.mode {
            chooser.settle(rows);
        }
        Effect::None
    }

    /// Begins with the deck under the cursor. One that is being given goes on; another takes its place.
    fn present_chosen(&mut self) {
        let Mode::ChooseDeck(chooser) = &self.mode else { return };
        let chosen = chooser.selected();
        self.mode = Mode::Browse;
        let Some(deck) = chosen else { return };
        match self.presentation.take() {
            Some(shown) if shown.deck == deck => self.presentation = Some(shown),
            Some(shown) => {
                self.begin(deck, SlideIndex::FIRST, shown.ends_program);
                if let Some(fresh) = &mut self.presentation {
                    fresh.resume = shown.resume;
                }
            }
            None => self.begin(deck, SlideIndex::FIRST, false),
        }
    }
}
