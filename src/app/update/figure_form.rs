//! Opens the form in which a figure is added, changes it, and takes over what was written.

use crate::app::action::{Action, Direction, Effect};
use crate::app::figure_form::{FigureForm, FormPurpose, FormStage};
use crate::app::layout::FormBox;
use crate::app::screen::Screen;
use crate::app::selection::Selection;
use crate::app::state::{Mode, State};
use crate::deck::{Deck, Library};
use crate::domain::{Key, Observation};
use crate::entry::{FigureDraft, Named, draft_of};
use crate::text::{Phrase, Text};
use std::collections::HashSet;
use std::rc::Rc;

const CLOSE_FIRST: Phrase = Phrase { zh: "先按 Esc 关闭表单", en: "Close the form with Esc first" };

const NO_FIGURE: Phrase = Phrase { zh: "这里没有数字可改", en: "There is no figure here" };
const NOT_OWN: Phrase = Phrase {
    zh: "这是自带的数字，不能删除；按 A 可另写一条覆盖它",
    en: "A built-in figure can't be removed; A lays one over it",
};

impl State {
    /// Opens the form; of a cell its city and its indicator are filled in.
    fn open_figure_form(&mut self) {
        if let Some(draft) = self.context.next_numbers.take() {
            let index = self.search_index();
            let form = FigureForm::open_next((*draft).clone(), &self.context.library, index);
            self.mode = Mode::AddFigure(Box::new(form));
            return;
        }
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

    /// Tells which figures stand in the user's own pack.
    pub fn set_own_figures(&mut self, ids: HashSet<String>) {
        self.context.own_figures = Rc::new(ids);
    }

    /// Opens the form to add a figure, or to correct or remove the selected one.
    pub(super) fn open_form_for(&mut self, action: Action) {
        match action {
            Action::CorrectFigure => self.open_correction(),
            Action::RemoveFigure => self.ask_to_remove(),
            _ => self.open_figure_form(),
        }
    }

    /// Opens the form in which the selected figure is corrected. Over a built-in one another is laid.
    fn open_correction(&mut self) {
        let Some(figure) = self.selected_figure() else {
            self.notify(NO_FIGURE);
            return;
        };
        let purpose = if self.has_own_figure() { FormPurpose::Correct } else { FormPurpose::LayOver };
        self.open_held(figure, purpose);
    }

    /// Asks whether the selected figure is to be removed; a built-in one can't be.
    fn ask_to_remove(&mut self) {
        match self.selected_figure() {
            None => self.notify(NO_FIGURE),
            Some(_) if !self.has_own_figure() => self.notify(NOT_OWN),
            Some(figure) => self.open_held(figure, FormPurpose::Remove),
        }
    }

    fn open_held(&mut self, figure: Key<Observation>, purpose: FormPurpose) {
        let index = self.search_index();
        let draft = draft_of(&self.context.library, figure);
        self.mode = Mode::AddFigure(Box::new(FigureForm::open_held(draft, purpose, &self.context.library, index)));
    }

    /// Returns the figure under the cursor.
    fn selected_figure(&self) -> Option<Key<Observation>> {
        match self.selection() {
            Selection::Figure(figure) => Some(figure),
            Selection::Cell { indicator, area } => {
                let comparison = self.comparison(indicator);
                Some(comparison.cell_of(area)?.figure()?.observations.first().copied()?)
            }
            _ => self.figure_read(),
        }
    }

    /// Returns the figure that is marked in the article that is read.
    fn figure_read(&self) -> Option<Key<Observation>> {
        let reader = self.nav.reader.filter(|_| self.screen() == Screen::Reader)?;
        reader.figures(self.dataset()).get(reader.figure).copied()
    }

    /// Whether the figure under the cursor stands in the user's own pack.
    pub(in crate::app) fn has_own_figure(&self) -> bool {
        let id = self.selected_figure().map(|figure| &self.dataset().observations[figure].id);
        id.is_some_and(|id| self.context.own_figures.contains(id))
    }

    /// Says that nothing was changed since the start, and how a figure is changed.
    pub fn say_nothing_to_undo(&mut self) {
        let key = |action| {
            let chord = self.context.keys.dashboard.key_of(action);
            chord.map(|chord| chord.name(self.context.charset)).unwrap_or_default()
        };
        let (correct, remove) = (key(Action::CorrectFigure), key(Action::RemoveFigure));
        self.notify(Text::new(
            format!("没有可撤销的录入；改正、删除自己的数字：光标放在数字上按 {correct}、{remove}"),
            format!("There is nothing to take back; {correct} corrects and {remove} removes a figure of yours"),
        ));
    }

    /// Takes data without a figure that was removed.
    pub fn take_removal(&mut self, library: Rc<Library>, user_deck: Option<Key<Deck>>) {
        self.mode = Mode::Browse;
        self.replace_data(library, user_deck);
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
        if form.stage() == FormStage::Removing && !matches!(action, Action::Open | Action::Back) {
            return Effect::None;
        }
        match action {
            Action::Edit(edit) => form.edit(edit, &library),
            Action::Move(Direction::Down) => form.step(1, &library),
            Action::Move(Direction::Up) => form.step(-1, &library),
            Action::NextPane => form.step_field(1, &library),
            Action::PreviousPane => form.step_field(-1, &library),
            Action::Wheel(_, step) => form.step_field(step.signum(), &library),
            Action::PickField(field) => form.go_to(field, &library),
            Action::Open => {
                if form.stage() == FormStage::Discarding {
                    self.mode = Mode::Browse;
                } else if let Some(id) = form.removed() {
                    return Effect::RemoveFigure(id.to_owned());
                } else if let Some(entries) = form.enter(&library) {
                    let entries = Box::new(entries);
                    return if form.purpose() == FormPurpose::Add {
                        Effect::AddEntries(entries)
                    } else {
                        Effect::CorrectFigure(entries)
                    };
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
            Mode::AddFigure(form) if form.stage() != FormStage::Discarding => form.ask_to_discard(),
            _ => true,
        }
    }

    /// Takes data with a figure that was added, and shows it in its comparison.
    ///
    /// Returns how many numbers of its sentence are left, which the form takes next.
    pub fn take_added(&mut self, library: Rc<Library>, user_deck: Option<Key<Deck>>, figure: &str) -> usize {
        let next = self.figure_form().and_then(|form| form.next_number(&library));
        self.mode = Mode::Browse;
        self.replace_data(library, user_deck);
        let left = next.as_ref().map_or(0, |(_, left)| *left);
        self.context.next_numbers = next.map(|(draft, _)| Rc::new(draft));
        let dataset = &self.context.library.dataset;
        if let Some(key) = dataset.observations.find(figure) {
            let observation = &dataset.observations[key];
            let (indicator, area) = (observation.indicator, observation.area);
            self.open_comparison(indicator, area);
            self.keep_in_view();
        }
        left
    }

    /// Keeps the form open, and says why the figure was not written.
    pub fn refuse_form(&mut self, why: &Text) {
        match &mut self.mode {
            Mode::AddFigure(form) => form.refuse(why),
            _ => self.notify(why.clone()),
        }
    }
}
