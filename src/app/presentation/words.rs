//! Makes a slide of the user's own deck, and changes its words and notes.

use super::command::SlideCommand;
use super::new_slide_menu::{NewSlideChoice, NewSlideMenu};
use super::show::{Beneath, Presentation, Show};
use super::slide_editor::SlideEditor;
use super::words_editor::{EditedSlide, WordsEditor, WordsField};
use crate::app::action::{Action, Direction, Effect, PageStep};
use crate::app::layout::WordsBox;
use crate::app::state::State;
use crate::app::text_area::ShownFigure;
use crate::deck::content::TitleSlide;
use crate::deck::{DeckEdit, NewSlide, SlideContent, SlideIndex, SlideKind, WrittenWords};
use crate::domain::Dataset;
use crate::domain::digest::Inline;
use crate::text::{Lang, Phrase, Text};
use crate::wording::worded;

const CHOOSE_AND_ADD: Phrase = Phrase {
    zh: "选好画面，按 + 加入；Esc 回到全部幻灯片",
    en: "Choose what to show, and + adds it; Esc comes back to the slides",
};

/// As many rows are moved by a page key.
const PAGE: isize = 5;

impl State {
    /// Opens the menu for a new slide, which goes behind the one under the cursor.
    pub(super) fn open_new_slide(&mut self, cursor: SlideIndex) {
        self.show_view(Show::Editing(SlideEditor::NewSlide(NewSlideMenu::new(cursor))));
    }

    /// Opens the editor on the words of a slide.
    pub(super) fn open_words_editor(&mut self, slide: SlideIndex) {
        let Some(held) = self.slides().get(slide.get()) else { return };
        let words = WrittenWords::of(held, &self.context.library.observations);
        let editor = WordsEditor::new(EditedSlide::Held(slide), held.content.kind(), &words);
        self.show_view(Show::Editing(SlideEditor::Words(Box::new(editor))));
    }

    /// Opens the editor on the words of a slide that is made.
    fn open_words_of_new(&mut self, cursor: SlideIndex, kind: SlideKind) {
        let content = match SlideContent::blank(kind) {
            SlideContent::Title(_) => SlideContent::Title(TitleSlide { areas: self.areas().to_vec() }),
            other => other,
        };
        let is_own = self.presentation.as_ref().map(|it| it.deck) == self.user_deck();
        let at = is_own.then(|| SlideIndex::new(cursor.get() + 1));
        let editor = WordsEditor::new(EditedSlide::New { cursor, at, content }, kind, &WrittenWords::default());
        self.show_view(Show::Editing(SlideEditor::Words(Box::new(editor))));
    }

    /// Applies an action while the menu for a new slide is open.
    pub(in crate::app) fn apply_to_new_slide(&mut self, action: Action) -> Effect {
        let Some(Presentation { view: Show::Editing(SlideEditor::NewSlide(menu)), .. }) = &mut self.presentation else {
            return Effect::None;
        };
        match action {
            Action::Present(SlideCommand::Next) => menu.step(1),
            Action::Present(SlideCommand::Previous) => menu.step(-1),
            Action::Present(SlideCommand::First) => menu.step(isize::MIN),
            Action::Present(SlideCommand::Last) => menu.step(isize::MAX),
            Action::Present(SlideCommand::Digit(digit)) if menu.pick(usize::from(digit)) => self.make_chosen_slide(),
            Action::Present(SlideCommand::Open) => self.make_chosen_slide(),
            Action::Present(SlideCommand::Stop) => self.close_editor(),
            _ => {}
        }
        Effect::None
    }

    fn make_chosen_slide(&mut self) {
        let Some(SlideEditor::NewSlide(menu)) = self.slide_editor() else { return };
        let (cursor, choice) = (menu.slide(), menu.choice());
        match choice {
            NewSlideChoice::Title => self.open_words_of_new(cursor, SlideKind::Title),
            NewSlideChoice::Text => self.open_words_of_new(cursor, SlideKind::Text),
            NewSlideChoice::FromScreen => {
                self.show_view(Show::Dashboard { from: Beneath::List(cursor) });
                self.notify(CHOOSE_AND_ADD);
            }
        }
    }

    /// Returns the words that are being typed.
    #[must_use]
    pub fn words_editor(&self) -> Option<&WordsEditor> {
        match self.slide_editor()? {
            SlideEditor::Words(editor) => Some(editor),
            SlideEditor::Heading(_) | SlideEditor::NewSlide(_) => None,
        }
    }

    pub(in crate::app) fn words_editor_mut(&mut self) -> Option<&mut WordsEditor> {
        match &mut self.presentation {
            Some(Presentation { view: Show::Editing(SlideEditor::Words(editor)), .. }) => Some(editor),
            _ => None,
        }
    }

    /// Applies an action while words are typed. If they are refused they stay, so nothing typed is lost.
    pub(in crate::app) fn apply_to_words(&mut self, action: Action) -> Effect {
        let lang = self.lang();
        let Some(editor) = self.words_editor_mut() else { return Effect::None };
        let is_discarding = editor.is_discarding();
        match action {
            Action::Present(SlideCommand::Open) if is_discarding => self.close_editor(),
            Action::Present(SlideCommand::Stop) if is_discarding => editor.ask_to_discard(false),
            _ if is_discarding => {}
            Action::Edit(edit) => editor.edit(edit, lang),
            Action::NextPane => editor.step_field(1),
            Action::PreviousPane => editor.step_field(-1),
            Action::Move(Direction::Down) | Action::Present(SlideCommand::Next) => self.move_in_words(1),
            Action::Move(Direction::Up) | Action::Present(SlideCommand::Previous) => self.move_in_words(-1),
            Action::Page(PageStep::Down | PageStep::HalfDown) => self.move_in_words(PAGE),
            Action::Page(PageStep::Up | PageStep::HalfUp) => self.move_in_words(-PAGE),
            Action::Find => self.find_figure_for_heading(),
            Action::Present(SlideCommand::Open) => return self.save_words(),
            Action::Present(SlideCommand::Stop) if editor.is_changed() => editor.ask_to_discard(true),
            Action::Present(SlideCommand::Stop) => self.close_editor(),
            _ => {}
        }
        Effect::None
    }

    /// Moves the cursor by rows; beyond the first and the last row, to the field before and the next one.
    fn move_in_words(&mut self, step: isize) {
        let Some(width) = self.words_box().map(|layout| usize::from(layout.text_width())) else { return };
        let (lang, library) = (self.lang(), std::rc::Rc::clone(&self.context.library));
        let Some(editor) = self.words_editor_mut() else { return };
        let has_moved = editor.active(lang).move_rows(step, width, &|id| shown_figure(&library, lang, id));
        let is_end = match editor.field() {
            WordsField::Title => step < 0,
            WordsField::Words => false,
            WordsField::Notes => step > 0,
        };
        if !has_moved && !is_end {
            editor.step_field(step.signum());
        }
    }

    /// Returns the effect that writes the words; without a word that must be there, its field is gone to.
    fn save_words(&mut self) -> Effect {
        let Some(editor) = self.words_editor_mut() else { return Effect::None };
        if let Some(field) = editor.missing() {
            editor.go_to(field);
            let name = field.name();
            self.notify(Text::new(format!("{}不能空着", name.zh), format!("{} can't be left empty", name.en)));
            return Effect::None;
        }
        let words = editor.typed();
        match editor.edited().clone() {
            EditedSlide::Held(_) if !editor.is_changed() => {
                self.close_editor();
                Effect::None
            }
            EditedSlide::Held(slide) => Effect::Edit(DeckEdit::Rewrite { slide, words: Box::new(words) }),
            EditedSlide::New { at: Some(at), content, .. } => {
                Effect::Edit(DeckEdit::Insert { at, slide: Box::new(NewSlide { content, words }) })
            }
            EditedSlide::New { at: None, content, .. } => {
                Effect::Edit(DeckEdit::Add(vec![NewSlide { content, words }]))
            }
        }
    }

    /// Asks before what was typed is thrown away with the program; returns whether there is nothing to ask.
    pub(in crate::app) fn may_leave_words(&mut self) -> bool {
        let Some(editor) = self.words_editor_mut() else { return true };
        if editor.is_discarding() || !editor.is_changed() {
            return true;
        }
        editor.ask_to_discard(true);
        false
    }

    /// Returns the layout of the editor; `None` if it is closed, or on a terminal that is too small.
    #[must_use]
    pub fn words_box(&self) -> Option<WordsBox> {
        let layout = self.layout();
        let editor = self.words_editor().filter(|_| !layout.is_too_small())?;
        let (lang, dataset) = (self.lang(), self.dataset());
        let shown: ShownFigure<'_> = &|id| shown_figure(dataset, lang, id);
        Some(WordsBox::new(layout.body, editor, lang, shown))
    }

    /// Returns the position of the terminal's cursor while words are typed.
    pub(in crate::app) fn words_cursor(&self) -> Option<(u16, u16)> {
        self.words_editor().filter(|editor| !editor.is_discarding())?;
        self.words_box()?.cursor
    }
}

/// Returns what stands in the editor for a figure: its value in braces, so that it can be told from what is typed.
fn shown_figure(dataset: &Dataset, lang: Lang, id: &str) -> Option<String> {
    let figure = dataset.observations.find(id)?;
    let pieces = worded(dataset, &[Inline::Words("—".to_owned()), Inline::Figure(figure)], lang);
    pieces.last().map(|(words, _)| format!("{{{words}}}"))
}
