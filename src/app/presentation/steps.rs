//! Runs a presentation: starts it, turns slides, stops it.

use super::command::SlideCommand;
use super::show::{Beneath, Presentation, ReturnPoint, Show};
use super::slide_editor::SlideEditor;
use crate::app::action::Effect;
use crate::app::state::{Mode, State};
use crate::deck::{Deck, SlideIndex, SlideNumber};
use crate::domain::Key;
use crate::text::Phrase;

const NO_DECK: Phrase = Phrase { zh: "数据中没有演示稿", en: "there is no deck in the data" };
const IN_THE_LIST: Phrase =
    Phrase { zh: "按 o 打开全部幻灯片，在那里改", en: "o lists all slides: change them there" };
const NO_SUCH_SLIDE: Phrase = Phrase { zh: "没有这一页", en: "there is no such slide" };
const FROM_THE_START: Phrase =
    Phrase { zh: "没有与此处相应的幻灯片，从头开始", en: "no slide shows this; from the start" };
const NO_SLIDE_OF_THIS: Phrase = Phrase { zh: "没有与此处相应的幻灯片", en: "no slide shows this" };
const ONCE_MORE: Phrase = Phrase { zh: "再按一次结束放映", en: "Once more stops the presentation" };

impl State {
    /// Starts a presentation at a slide. With `ends_program` the program ends with it. What lies over the screen is closed:
    /// over a slide its keys would not be heard.
    pub fn begin(&mut self, deck: Key<Deck>, slide: SlideIndex, ends_program: bool) {
        let last = SlideIndex::last_of(self.decks()[deck].slides.len());
        self.mode = Mode::Browse;
        self.presentation = Some(Presentation {
            deck,
            slide: slide.min(last),
            view: Show::SLIDE,
            began: self.context.clock.map_or(0, |clock| clock.seconds),
            offered: None,
            ends_program,
            resume: ReturnPoint::Navigation(Box::new(self.nav.clone())),
        });
    }

    /// Returns the last slide of the presentation.
    pub(super) fn last_slide(&self) -> SlideIndex {
        SlideIndex::last_of(self.slides().len())
    }

    /// Applies a command to the presentation, or starts one.
    pub(in crate::app) fn present(&mut self, command: SlideCommand) -> Effect {
        match command {
            SlideCommand::Begin if self.is_listing_slides() => self.open_deck_chooser(),
            SlideCommand::Begin => self.begin_or_return(),
            SlideCommand::BeginHere => self.begin_here(),
            _ => return self.step(command),
        }
        Effect::None
    }

    /// Comes back to the slide, or begins with the only deck; where there are several, it is chosen which.
    fn begin_or_return(&mut self) {
        if let Some(presentation) = &mut self.presentation {
            presentation.return_from_dashboard();
            return;
        }
        match self.default_deck() {
            Some(_) if self.decks().len() > 1 => self.open_deck_chooser(),
            Some(deck) => self.begin(deck, SlideIndex::FIRST, false),
            None => self.notify(NO_DECK),
        }
    }

    fn begin_here(&mut self) {
        let (fitting, deck) = (self.fitting_slide(), self.default_deck());
        match (&mut self.presentation, deck) {
            (Some(presentation), _) => {
                presentation.slide = fitting.unwrap_or(presentation.slide);
                presentation.return_from_dashboard();
                self.notice = fitting.is_none().then(|| NO_SLIDE_OF_THIS.into());
            }
            (None, Some(deck)) => {
                self.begin(deck, fitting.unwrap_or_default(), false);
                self.notice = fitting.is_none().then(|| FROM_THE_START.into());
            }
            (None, None) => self.notify(NO_DECK),
        }
    }

    pub(super) fn step(&mut self, command: SlideCommand) -> Effect {
        let Some(presentation) = &mut self.presentation else { return Effect::None };
        match &mut presentation.view {
            Show::Slide { typed, is_stop_asked } => {
                let (typed, is_asked) = (typed.take(), *is_stop_asked);
                self.step_on_slide(command, typed, is_asked)
            }
            Show::Blank { editor } => {
                let editor = editor.take();
                self.step_on_blank(command, editor);
                Effect::None
            }
            Show::List { cursor, typed } => {
                let (cursor, typed) = (*cursor, typed.take());
                self.step_in_list(command, cursor, typed)
            }
            // The keys go to the editor or to the dashboard here.
            Show::Editing(_) | Show::Dashboard { .. } => Effect::None,
        }
    }

    fn step_on_slide(&mut self, command: SlideCommand, typed: Option<SlideNumber>, is_asked: bool) -> Effect {
        if let Some(Retyped(typed)) = retyped(command, typed) {
            self.show_view(Show::Slide { typed, is_stop_asked: false });
            return Effect::None;
        }
        let is_plain_open = command == SlideCommand::Open && typed.is_none();
        if is_plain_open && self.presentation.as_mut().is_some_and(Presentation::take_offer) {
            return Effect::None;
        }
        match command {
            SlideCommand::Open => match typed.map(|number| number.index_in(self.slides().len())) {
                Some(Some(slide)) => self.turn_to(slide),
                Some(None) => self.notify(NO_SUCH_SLIDE),
                None => self.open_dashboard(),
            },
            SlideCommand::Answer => self.answer(typed),
            SlideCommand::Blank => self.show_view(Show::Blank { editor: None }),
            SlideCommand::Stop if is_asked => return self.stop(),
            SlideCommand::Stop => {
                self.show_view(Show::Slide { typed: None, is_stop_asked: true });
                self.notify(ONCE_MORE);
            }
            _ => self.turn(command),
        }
        Effect::None
    }

    /// Ends the blank screen, whatever the command, and then turns the slide. Digits are ignored: nobody could see the
    /// number.
    fn step_on_blank(&mut self, command: SlideCommand, editor: Option<SlideEditor>) {
        if matches!(command, SlideCommand::Digit(_)) {
            self.show_view(Show::Blank { editor });
            return;
        }
        self.show_view(editor.map_or(Show::SLIDE, Show::Editing));
        self.turn(command);
    }

    /// Turns to another slide, or opens the list of all slides.
    pub(super) fn turn(&mut self, command: SlideCommand) {
        let last = self.last_slide();
        let Some(presentation) = &mut self.presentation else { return };
        match command {
            SlideCommand::Next => presentation.slide = presentation.slide.next(last),
            SlideCommand::Previous => presentation.slide = presentation.slide.previous(),
            SlideCommand::First => presentation.slide = SlideIndex::FIRST,
            SlideCommand::Last => presentation.slide = last,
            SlideCommand::Overview if presentation.view.editor().is_none() => {
                presentation.view = Show::List { cursor: presentation.slide, typed: None };
            }
            SlideCommand::Earlier
            | SlideCommand::Later
            | SlideCommand::Remove
            | SlideCommand::Rename
            | SlideCommand::New
            | SlideCommand::Words
            | SlideCommand::Duplicate
            | SlideCommand::CopyDeck
            | SlideCommand::Undo => self.notify(IN_THE_LIST),
            _ => {}
        }
    }

    /// Applies a command in the list of all slides. A typed number selects the slide that the command applies to.
    fn step_in_list(&mut self, command: SlideCommand, cursor: SlideIndex, typed: Option<SlideNumber>) -> Effect {
        if let Some(Retyped(typed)) = retyped(command, typed) {
            self.show_view(Show::List { cursor, typed });
            return Effect::None;
        }
        let (count, last) = (self.slides().len(), self.last_slide());
        let cursor = match typed.map(|number| number.index_in(count)) {
            Some(None) => {
                self.notify(NO_SUCH_SLIDE);
                return Effect::None;
            }
            Some(Some(slide)) => slide,
            None => cursor,
        };
        let list_at = |cursor| Show::List { cursor, typed: None };
        self.show_view(list_at(cursor));
        match command {
            SlideCommand::Earlier
            | SlideCommand::Later
            | SlideCommand::Remove
            | SlideCommand::Rename
            | SlideCommand::New
            | SlideCommand::Words
            | SlideCommand::Duplicate
            | SlideCommand::CopyDeck
            | SlideCommand::Undo => return self.edit_deck(command, cursor),
            SlideCommand::Next => self.show_view(list_at(cursor.next(last))),
            SlideCommand::Previous => self.show_view(list_at(cursor.previous())),
            SlideCommand::First => self.show_view(list_at(SlideIndex::FIRST)),
            SlideCommand::Last => self.show_view(list_at(last)),
            SlideCommand::Open => self.turn_to(cursor),
            SlideCommand::Pick(slide) if slide == cursor => self.turn_to(cursor),
            SlideCommand::Pick(slide) => self.show_view(list_at(slide.min(last))),
            SlideCommand::Blank => self.show_view(Show::Blank { editor: None }),
            SlideCommand::Stop | SlideCommand::Overview => self.show_view(Show::SLIDE),
            SlideCommand::Begin
            | SlideCommand::BeginHere
            | SlideCommand::Answer
            | SlideCommand::Tick(_)
            | SlideCommand::Digit(_)
            | SlideCommand::Erase => {}
        }
        Effect::None
    }

    pub(super) fn show_view(&mut self, view: Show) {
        if let Some(presentation) = &mut self.presentation {
            presentation.view = view;
        }
    }

    /// Shows a slide, and nothing over it.
    pub(super) fn turn_to(&mut self, slide: SlideIndex) {
        if let Some(presentation) = &mut self.presentation {
            (presentation.slide, presentation.view) = (slide, Show::SLIDE);
        }
    }

    fn stop(&mut self) -> Effect {
        let Some(presentation) = self.presentation.take() else { return Effect::None };
        if presentation.ends_program {
            return Effect::Quit;
        }
        self.resume(presentation.resume);
        Effect::None
    }

    /// Returns the dashboard to its position before a presentation.
    pub(super) fn resume(&mut self, point: ReturnPoint) {
        match point {
            ReturnPoint::Navigation(navigation) => {
                self.nav = *navigation;
                // What was chosen of several figures of an area may be another, too.
                self.context.comparisons.forget_all();
                self.context.take_shown_areas(self.nav.in_force());
            }
            ReturnPoint::OtherData { screen, measure, year_choice } => {
                self.nav.forget_way();
                self.nav.is_zoomed = false;
                self.nav.show(screen);
                self.put(measure, year_choice);
            }
        }
    }

    /// Closes the dashboard, if it was opened over a slide.
    pub(in crate::app) fn return_to_slide(&mut self) {
        if let Some(presentation) = &mut self.presentation {
            presentation.return_from_dashboard();
        }
    }

    /// Takes the question back whether the presentation is to end: any other key answers no, also one that does nothing.
    pub fn forget_stop(&mut self) {
        if let Some(Presentation { view: Show::Slide { is_stop_asked, .. }, .. }) = &mut self.presentation
            && std::mem::take(is_stop_asked)
        {
            self.notice = None;
        }
    }

    /// Whether the list of all slides is shown, and nothing over it.
    fn is_listing_slides(&self) -> bool {
        self.presentation.as_ref().is_some_and(|presentation| matches!(presentation.view, Show::List { .. }))
    }

    /// Whether the number of a slide is being typed.
    pub(in crate::app) fn is_typing_a_number(&self) -> bool {
        self.presentation.as_ref().is_some_and(|presentation| presentation.view.typed().is_some())
    }
}

/// The number of a slide after it was typed at, if it is still there.
struct Retyped(Option<SlideNumber>);

/// Returns the change of the number that is being typed; `None` if the command does something else.
fn retyped(command: SlideCommand, typed: Option<SlideNumber>) -> Option<Retyped> {
    match (typed, command) {
        (_, SlideCommand::Digit(digit)) => Some(Retyped(Some(SlideNumber::with_digit(typed, digit)))),
        (Some(number), SlideCommand::Erase) => Some(Retyped(number.without_last_digit())),
        (Some(_), SlideCommand::Previous | SlideCommand::Stop) => Some(Retyped(None)),
        _ => None,
    }
}

impl Presentation {
    /// Returns from the dashboard to the view it was opened from.
    fn return_from_dashboard(&mut self) {
        if let Show::Dashboard { from } = self.view {
            self.view = match from {
                Beneath::Slide => Show::SLIDE,
                Beneath::Blank => Show::Blank { editor: None },
                Beneath::List(cursor) => Show::List { cursor, typed: None },
            }
        }
    }
}
