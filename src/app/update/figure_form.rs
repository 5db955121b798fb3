//! Opens the form in which a figure is added, changes it, and takes over what was written.

use crate::app::action::{Action, Direction, Effect};
use crate::app::figure_form::FigureForm;
use crate::app::layout::FormBox;
use crate::app::selection::Selection;
use crate::app::state::{Mode, State};
use crate::deck::{Deck, Library};
use crate::domain::Key;
use crate::entry::{FigureDraft, Named};
use crate::text::{Phrase, Text};
use std::rc::Rc;

const CLOSE_FIRST: Phrase = Phrase { zh: "先按 Esc 关闭表单", en: "Close the form with Esc first" };

impl State {
    /// Opens the form; of a cell its city and its indicator are filled in.
    pub(super) fn open_figure_form(&mut self) {
        let dataset = &self.context.library.dataset;
        let indicator = match self.selection() {
            Selection::Cell { indicator, .. } => Some(indicator),
            Selection::Figure(figure) => Some(dataset.observations[figure].indicator),
            _ => None,
        };
        let held = |id: &String| Named::Held(id.clone());
        let draft = FigureDraft {
            area: held(&dataset.areas[self.area()].id),
            indicator: indicator.map_or(Named::Nothing, |key| held(&dataset.indicators[key].id)),
            ..FigureDraft::default()
        };
        let index = self.search_index();
        self.mode = Mode::AddFigure(Box::new(FigureForm::open(draft, &self.context.library, index)));
    }

    /// Returns the form, while it is open.
    #[must_use]
    pub const fn figure_form(&self) -> Option<&FigureForm> {
        match &self.mode {
            Mode::AddFigure(form) => Some(form),
            _ => None,
        }
    }

    /// Returns the layout of the form; `None` while it is closed, or on a terminal that is too small.
    #[must_use]
    pub fn form_box(&self) -> Option<FormBox> {
        let layout = self.layout();
        let form = self.figure_form().filter(|_| !layout.is_too_small())?;
        Some(FormBox::new(layout.body, form, &self.context.library))
    }

    /// Reads the form anew, because the data or the language have changed.
    pub(in crate::app) fn refresh_form(&mut self) {
        if self.figure_form().is_some() {
            let index = self.search_index();
            let library = Rc::clone(&self.context.library);
            if let Mode::AddFigure(form) = &mut self.mode {
                form.refresh(&library, index);
            }
        }
    }

    /// Changes the form. What is to be written is left to the program around the dashboard.
    pub(super) fn apply_to_form(&mut self, action: Action) -> Effect {
        let library = Rc::clone(&self.context.library);
        let Mode::AddFigure(form) = &mut self.mode else { return Effect::None };
        match action {
            Action::Edit(edit) => form.edit(edit, &library),
            Action::Move(Direction::Down) => form.step(1, &library),
            Action::Move(Direction::Up) => form.step(-1, &library),
            Action::NextPane => form.step_field(1, &library),
            Action::PreviousPane => form.step_field(-1, &library),
            Action::Wheel(_, step) => form.step_field(step.signum(), &library),
            Action::PickField(field) => form.go_to(field, &library),
            Action::Open => {
                if form.stage() == crate::app::figure_form::FormStage::Discarding {
                    self.mode = Mode::Browse;
                } else if let Some(entries) = form.enter(&library) {
                    return Effect::AddEntries(Box::new(entries));
                }
            }
            Action::Back if form.back() => self.mode = Mode::Browse,
            Action::Help | Action::Find => self.notify(CLOSE_FIRST),
            _ => {}
        }
        Effect::None
    }

    /// Closes what lies over the form, or the form, before the program is left; returns whether it may be left now.
    pub(super) fn may_leave_form(&mut self) -> bool {
        match &mut self.mode {
            Mode::AddFigure(form) if form.stage() != crate::app::figure_form::FormStage::Discarding => {
                form.ask_to_discard()
            }
            _ => true,
        }
    }

    /// Takes data with a figure that was added, and shows it in its comparison.
    pub fn take_added(&mut self, library: Rc<Library>, user_deck: Option<Key<Deck>>, figure: &str) {
        self.mode = Mode::Browse;
        self.replace_data(library, user_deck);
        let dataset = &self.context.library.dataset;
        if let Some(key) = dataset.observations.find(figure) {
            let observation = &dataset.observations[key];
            let (indicator, area) = (observation.indicator, observation.area);
            self.open_comparison(indicator, area);
            self.keep_in_view();
        }
    }

    /// Keeps the form open, and says why the figure was not written.
    pub fn refuse_form(&mut self, why: &Text) {
        match &mut self.mode {
            Mode::AddFigure(form) => form.refuse(why.clone()),
            _ => self.notify(why.clone()),
        }
    }
}
