//! The form as it is filled in.

use super::field_words::in_names_of_fields;
use super::fields::{self, FieldKind, FieldRow, choose, field_rows, kind, named, shown_fields, typed};
use super::stage::{FormPurpose, FormStage};
use super::suggestions::Suggestions;
use crate::app::input::{Edit, Input};
use crate::domain::Dataset;
use crate::entry::{DraftReading, FigureDraft, FigureField, Named, NewEntries, doubts, preview, read};
use crate::search::SearchIndex;
use crate::text::{Lang, Phrase, Text};
use std::rc::Rc;

/// The form in which a figure is added.
#[derive(Clone, Debug)]
pub struct FigureForm {
    pub(super) purpose: FormPurpose,
    pub(super) draft: FigureDraft,
    /// The draft that it was opened with: what was typed since would be lost.
    opened_with: FigureDraft,
    field: FigureField,
    /// What is typed into the field, where text or a name is.
    input: Input,
    suggestions: Option<Suggestions>,
    stage: FormStage,
    pub(super) reading: DraftReading,
    preview: Option<String>,
    /// What speaks for looking once more, before it is written.
    doubts: Vec<Text>,
    /// Why it was not written.
    refusal: Option<Text>,
    index: Rc<SearchIndex>,
}

const UNCHANGED: Phrase =
    Phrase { zh: "没有改动：请改要改的一栏", en: "Nothing is changed yet: change a field" };

impl FigureForm {
    /// Opens the form with what is known already.
    pub(in crate::app) fn open(draft: FigureDraft, dataset: &Dataset, index: Rc<SearchIndex>) -> Self {
        let reading = read(&draft, dataset);
        Self {
            purpose: FormPurpose::Add,
            opened_with: draft.clone(),
            draft,
            field: FigureField::Sentence,
            input: Input::default(),
            suggestions: None,
            stage: FormStage::Filling,
            reading,
            preview: None,
            doubts: Vec::new(),
            refusal: None,
            index,
        }
    }

    /// Opens the form on a figure that is held.
    pub(in crate::app) fn open_held(
        draft: FigureDraft,
        purpose: FormPurpose,
        dataset: &Dataset,
        index: Rc<SearchIndex>,
    ) -> Self {
        let mut form = Self { purpose, ..Self::open(draft, dataset, index) };
        form.read(dataset);
        form.go_to(FigureField::Sentence, dataset);
        if purpose == FormPurpose::Remove {
            form.stage = FormStage::Removing;
        }
        form
    }

    /// Opens the form on the next number of a sentence.
    pub(in crate::app) fn open_next(draft: FigureDraft, dataset: &Dataset, index: Rc<SearchIndex>) -> Self {
        let mut form = Self::open(draft, dataset, index);
        form.go_to(FigureField::Indicator, dataset);
        form
    }

    /// Returns the id of the figure that is corrected or removed; empty where one is added.
    pub(in crate::app) fn corrects(&self) -> &str {
        &self.draft.corrects
    }

    /// Returns what the form is for.
    #[must_use]
    pub const fn purpose(&self) -> FormPurpose {
        self.purpose
    }

    /// Returns the id of the figure that the next Enter removes.
    pub(in crate::app) fn removed(&self) -> Option<&str> {
        (self.stage == FormStage::Removing).then_some(self.draft.corrects.as_str())
    }

    /// Returns the rows of the form: every field that is shown now, and what stands in it.
    #[must_use]
    pub fn rows(&self, dataset: &Dataset) -> Vec<FieldRow> {
        field_rows(&self.draft, &self.reading, dataset, self.index.lang)
    }

    /// Returns the field that is being filled in.
    #[must_use]
    pub const fn field(&self) -> FigureField {
        self.field
    }

    /// Returns how the field that is being filled in takes what is typed.
    #[must_use]
    pub const fn kind(&self) -> FieldKind {
        kind(self.field)
    }

    /// Returns the line that is typed into.
    #[must_use]
    pub const fn input(&self) -> &Input {
        &self.input
    }

    /// Returns what the name that is typed may mean.
    #[must_use]
    pub const fn suggestions(&self) -> Option<&Suggestions> {
        self.suggestions.as_ref()
    }

    /// Returns the step that the form has come to.
    #[must_use]
    pub const fn stage(&self) -> FormStage {
        self.stage
    }

    /// Returns what the fields say together.
    #[must_use]
    pub const fn reading(&self) -> &DraftReading {
        &self.reading
    }

    /// Returns how the dashboard would tell the figure; `None` as long as anything is wrong or missing.
    #[must_use]
    pub fn preview(&self) -> Option<&str> {
        self.preview.as_deref()
    }

    /// Returns what speaks for looking once more, while it is asked whether to write.
    #[must_use]
    pub fn doubts(&self) -> &[Text] {
        if self.stage == FormStage::Confirming { &self.doubts } else { &[] }
    }

    /// Returns why it was not written.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Text> {
        self.refusal.as_ref()
    }

    /// Returns the name of a field.
    #[must_use]
    pub const fn label(field: FigureField) -> Phrase {
        fields::label(field)
    }

    /// Whether something has been typed that would be lost.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.draft != self.opened_with
    }

    /// Keeps why it was not written, and lets the fields be changed again.
    pub(in crate::app) fn refuse(&mut self, why: &Text) {
        let is_removal = self.purpose == FormPurpose::Remove;
        self.refusal = Some(in_names_of_fields(why));
        self.stage = if is_removal { FormStage::Removing } else { FormStage::Filling };
    }

    /// Reads the fields anew, in data that may have changed and for another language.
    pub(in crate::app) fn refresh(&mut self, dataset: &Dataset, index: Rc<SearchIndex>) {
        self.index = index;
        self.read(dataset);
        if self.suggestions.is_some() {
            self.suggest(dataset);
        }
    }

    fn read(&mut self, dataset: &Dataset) {
        self.reading = read(&self.draft, dataset);
        let entries = self.reading.entries.as_ref();
        self.preview = entries.and_then(|entries| preview(dataset, entries, self.index.lang));
    }

    /// Changes what stands in the field; a choice goes on with the arrow keys.
    pub(in crate::app) fn edit(&mut self, edit: Edit, dataset: &Dataset) {
        self.stage = FormStage::Filling;
        if self.kind() == FieldKind::Choice {
            let step = match edit {
                Edit::Left => -1,
                Edit::Right | Edit::Insert(' ') => 1,
                _ => return,
            };
            choose(&mut self.draft, self.field, &places(&self.reading), step);
            self.changed(dataset);
            if let (Some(suggestions), Some(taken)) = (&mut self.suggestions, self.reading.taken) {
                suggestions.cursor = taken;
            }
            return;
        }
        if self.input.edit(edit) || (edit == Edit::Backspace && self.is_chosen()) {
            self.take_input(dataset);
        }
    }

    /// Whether a name was chosen and nothing else is typed.
    fn is_chosen(&mut self) -> bool {
        let named = named(&mut self.draft, self.field);
        self.input.text().is_empty() && named.is_some_and(|named| matches!(named, Named::Held(_) | Named::New(_)))
    }

    /// Inserts pasted text at the cursor.
    pub(in crate::app) fn insert(&mut self, text: &str, dataset: &Dataset) {
        self.stage = FormStage::Filling;
        if self.kind() != FieldKind::Choice && self.input.insert(text) {
            self.take_input(dataset);
        }
    }

    fn take_input(&mut self, dataset: &Dataset) {
        let text = self.input.text().to_owned();
        if let Some(named) = named(&mut self.draft, self.field) {
            *named = Named::typed(&text);
            self.suggest(dataset);
        } else if let Some(typed) = typed(&mut self.draft, self.field) {
            *typed = text;
        }
        if self.field == FigureField::Sentence {
            // Which number was meant was said of another sentence.
            self.draft.taken = None;
        }
        self.changed(dataset);
    }

    fn changed(&mut self, dataset: &Dataset) {
        self.refusal = None;
        self.read(dataset);
    }

    fn suggest(&mut self, dataset: &Dataset) {
        let area = match &self.draft.area {
            Named::Held(id) => Some(id.as_str()),
            _ => None,
        };
        let suggestions = Suggestions::of_area(self.field, self.input.text(), area, &self.index, dataset);
        self.suggestions = Some(suggestions);
    }

    /// Goes to the next field, or up and down among what is suggested.
    pub(in crate::app) fn step(&mut self, step: isize, dataset: &Dataset) {
        if let Some(suggestions) = &mut self.suggestions
            && !suggestions.list.is_empty()
        {
            // The list is left by Tab, so that nobody falls off its end.
            let last = suggestions.list.len() - 1;
            suggestions.cursor = suggestions.cursor.saturating_add_signed(step).min(last);
            if self.field == FigureField::Taken {
                self.draft.taken = places(&self.reading).get(suggestions.cursor).copied();
                self.changed(dataset);
            }
            return;
        }
        self.step_field(step, dataset);
    }

    /// Goes to the next or the previous field.
    pub(in crate::app) fn step_field(&mut self, step: isize, dataset: &Dataset) {
        let shown = shown_fields(&self.draft, &self.reading, dataset);
        let at = shown.iter().position(|field| *field == self.field).unwrap_or(0);
        if let Some(field) = at.checked_add_signed(step).and_then(|to| shown.get(to)) {
            self.go_to(*field, dataset);
        }
    }

    /// Goes to a field.
    pub(in crate::app) fn go_to(&mut self, field: FigureField, dataset: &Dataset) {
        self.stage = FormStage::Filling;
        (self.field, self.suggestions) = (field, None);
        let text = match named(&mut self.draft, field) {
            // What was chosen is not typed over; Backspace and typing begin anew.
            Some(Named::Typed(text)) => text.clone(),
            Some(_) => String::new(),
            None => typed(&mut self.draft, field).map(|text| text.clone()).unwrap_or_default(),
        };
        self.input = Input::from(text);
        let is_open =
            named(&mut self.draft, field).is_some_and(|named| matches!(named, Named::Nothing | Named::Typed(_)));
        if is_open {
            self.suggest(dataset);
        } else if field == FigureField::Taken {
            let at = self.reading.taken.unwrap_or(0);
            self.suggestions = Some(Suggestions::of_candidates(&self.reading.candidates, at));
        }
    }

    /// Takes what is suggested, goes on to what is wrong or missing, or asks whether to write. Returns the entries that are to
    /// be written now.
    pub(in crate::app) fn enter(&mut self, dataset: &Dataset) -> Option<NewEntries> {
        if self.stage == FormStage::Confirming {
            return self.reading.entries.clone();
        }
        if let Some(suggestion) = self.suggestions.as_ref().and_then(Suggestions::selected).cloned()
            && let Some(named) = named(&mut self.draft, self.field)
        {
            *named = suggestion.named;
            (self.suggestions, self.input) = (None, Input::default());
            self.changed(dataset);
        } else if let (FigureField::Taken, Some(suggestions)) = (self.field, self.suggestions.take()) {
            self.draft.taken = places(&self.reading).get(suggestions.cursor).copied();
            self.changed(dataset);
        }
        if self.purpose != FormPurpose::Add && !self.is_changed() {
            self.refusal = Some(UNCHANGED.into());
            return None;
        }
        match self.next_fault(dataset) {
            Some(field) if field == self.field => {}
            Some(field) => self.go_to(field, dataset),
            None if self.reading.entries.is_some() => {
                (self.stage, self.suggestions) = (FormStage::Confirming, None);
                self.doubts = doubts(&self.draft, &self.reading, dataset);
            }
            None => {}
        }
        None
    }

    /// Returns the next field, round and round, in which something is wrong or missing.
    fn next_fault(&self, dataset: &Dataset) -> Option<FigureField> {
        let shown = shown_fields(&self.draft, &self.reading, dataset);
        let at = shown.iter().position(|field| *field == self.field).unwrap_or(0);
        let in_turn = shown.iter().cycle().skip(at + 1).take(shown.len());
        let is_faulty = |field: &&FigureField| self.reading.faults.iter().any(|fault| fault.field == **field);
        in_turn.copied().collect::<Vec<_>>().iter().find(is_faulty).copied()
    }

    /// Closes what lies on top: what is suggested, a question, or the form. Returns whether the form is to be closed. What was
    /// typed is not thrown away without being asked for.
    pub(in crate::app) fn back(&mut self) -> bool {
        match self.stage {
            FormStage::Confirming | FormStage::Discarding => {
                self.stage = FormStage::Filling;
                false
            }
            FormStage::Filling if self.suggestions.take().is_some_and(|open| !open.list.is_empty()) => false,
            FormStage::Filling if self.is_changed() => {
                self.stage = FormStage::Discarding;
                false
            }
            FormStage::Filling | FormStage::Removing => true,
        }
    }

    /// Asks before throwing away what was typed; returns whether there is nothing to ask.
    pub(in crate::app) fn ask_to_discard(&mut self) -> bool {
        let is_changed = self.is_changed();
        if is_changed {
            (self.stage, self.suggestions) = (FormStage::Discarding, None);
        }
        !is_changed
    }

    /// Returns the language of what is suggested and previewed.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.index.lang
    }
}

/// Returns where each of the numbers begins that the sentence offers.
fn places(reading: &DraftReading) -> Vec<usize> {
    reading.candidates.iter().map(|candidate| candidate.place.start).collect()
}
