//! Reports a presentation to a second terminal, and applies the commands of that terminal.

use super::command::SlideCommand;
use super::show::{Beneath, Presentation, Show};
use crate::app::selection::Selection;
use crate::app::state::{Mode, State};
use crate::deck::SlideNumber;
use crate::text::{Lang, Text};

/// The state of a presentation, as far as the speaker's view shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentationStatus {
    /// The id of the deck that is presented.
    pub deck: String,
    /// A fingerprint of the deck's content; see [`crate::deck::Deck::edition`].
    pub edition: u64,
    /// The slide that is shown, or was shown last.
    pub slide: SlideNumber,
    /// Whether the screen is blanked.
    pub blank: bool,
    /// Whether the dashboard is open over the slide.
    pub live: bool,
    /// What the audience sees in the place of the slide; `None` while that is the slide itself, or nothing.
    pub wall: Option<Text>,
    /// When the presentation began, in the seconds of [`crate::app::Clock`].
    pub began: u64,
}

impl State {
    /// Returns the status of the presentation; `None` if there is none.
    #[must_use]
    pub fn status(&self) -> Option<PresentationStatus> {
        let presentation = self.presentation.as_ref()?;
        let deck = &self.decks()[presentation.deck];
        Some(PresentationStatus {
            deck: deck.id.clone(),
            edition: deck.edition(self.dataset()),
            slide: presentation.slide.number(),
            blank: presentation.view.is_blank(),
            live: presentation.view.is_dashboard(),
            wall: self.wall(),
            began: presentation.began,
        })
    }

    /// Says what the audience sees in the place of the slide.
    fn wall(&self) -> Option<Text> {
        match (&self.mode, self.presentation.as_ref()?.view()) {
            (Mode::Help { .. }, _) => Some(Text::new("帮助", "Help")),
            (Mode::Find(_), _) => Some(Text::new("查找", "Find")),
            (Mode::ChooseDeck(_), _) => Some(Text::new("选择演示稿", "Choosing a deck")),
            (_, Show::Slide { .. } | Show::Blank { .. }) => None,
            (_, Show::List { cursor, .. }) => {
                let number = cursor.number().get();
                Some(Text::new(format!("全部幻灯片，第 {number} 页"), format!("All slides, at {number}")))
            }
            (_, Show::Editing(editor)) => {
                let number = editor.slide().number().get();
                Some(Text::new(format!("在改第 {number} 页"), format!("Slide {number} is being changed")))
            }
            (_, Show::Dashboard { .. }) => Some(self.dashboard_on_wall()),
        }
    }

    /// Says what the dashboard shows: its screen, and the city and the indicator under the cursor.
    fn dashboard_on_wall(&self) -> Text {
        let dataset = self.dataset();
        let indicator = match self.selection() {
            Selection::Cell { indicator, .. } => Some(indicator),
            Selection::Figure(figure) => Some(dataset.observations[figure].indicator),
            _ => None,
        };
        let said = |lang: Lang| {
            let indicator = indicator.map(|indicator| dataset.indicators[indicator].name.get(lang));
            let parts = [self.screen().name().get(lang), dataset.areas[self.area()].name.get(lang)];
            parts.into_iter().chain(indicator).collect::<Vec<_>>().join(" · ")
        };
        Text::new(said(Lang::Zh), said(Lang::En))
    }

    /// Applies a command of the speaker, closing what lies over the slide except what is being typed.
    ///
    /// From the dashboard, the next and the previous slide only lead back to the present one: the audience has not seen
    /// it meanwhile.
    pub fn follow(&mut self, command: SlideCommand) {
        let Some(was_dashboard) = self.uncover_slide() else { return };
        match command {
            SlideCommand::Next | SlideCommand::Previous if was_dashboard => {}
            SlideCommand::Blank => self.blank_from_afar(),
            _ => self.turn_from_afar(command),
        }
    }

    /// Shows a slide for the speaker, closing what lies over the present one. A number without a slide only does the
    /// latter.
    pub fn follow_to(&mut self, number: SlideNumber) {
        if self.uncover_slide().is_some() {
            self.turn_to_number(number);
        }
    }

    /// Shows what the audience has asked about, for the speaker.
    pub fn answer_from_afar(&mut self, number: SlideNumber) {
        if self.uncover_slide().is_some() {
            self.light();
            self.answer(Some(number));
        }
    }

    /// Closes what lies over the slide, and returns whether that was the dashboard; `None` if nothing is presented.
    fn uncover_slide(&mut self) -> Option<bool> {
        self.forget_offer();
        let presentation = self.presentation.as_mut()?;
        let was_dashboard = presentation.view.is_dashboard();
        presentation.uncover();
        self.mode = Mode::Browse;
        self.notice = None;
        Some(was_dashboard)
    }

    /// Turns the slide and ends the blank screen; what is being typed stays over it.
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

    /// Blanks the screen, or ends that. What is being typed is kept meanwhile and comes back.
    fn blank_from_afar(&mut self) {
        if self.presentation.as_ref().is_some_and(|presentation| presentation.view.is_blank()) {
            self.light();
            return;
        }
        let editor = self.slide_editor().cloned();
        self.show_view(Show::Blank { editor });
    }

    fn light(&mut self) {
        if let Some(Presentation { view: view @ Show::Blank { .. }, .. }) = &mut self.presentation
            && let Show::Blank { editor } = std::mem::replace(view, Show::SLIDE)
            && let Some(editor) = editor
        {
            *view = Show::Editing(editor);
        }
    }
}

impl Presentation {
    /// Closes what lies over the slide, except what is being typed.
    fn uncover(&mut self) {
        if matches!(self.view, Show::Slide { .. } | Show::List { .. } | Show::Dashboard { .. }) {
            self.view = match self.view {
                Show::Dashboard { from: Beneath::Blank } => Show::Blank { editor: None },
                _ => Show::SLIDE,
            };
        }
    }
}
