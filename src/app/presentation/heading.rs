//! Renames a slide of the user's own deck, in both languages.

use super::command::SlideCommand;
use super::heading_editor::HeadingEditor;
use super::show::{Presentation, Show};
use super::slide_editor::SlideEditor;
use crate::app::action::{Action, Effect};
use crate::app::layout::HeadingBox;
use crate::app::state::State;
use crate::deck::{DeckEdit, SlideIndex};
use crate::domain::{Key, Observation};
use crate::text::{Lang, Text};
use crate::wording::{printed_unit, with_unit};

impl State {
    /// Opens the editor on the present heading of a slide.
    pub(super) fn open_heading(&mut self, slide: SlideIndex) {
        let Some(title) = self.slides().get(slide.get()).map(|slide| slide.title.as_ref()) else { return };
        let observations = &self.context.library.observations;
        let written = |lang| title.map(|title| title.written(observations, lang)).unwrap_or_default();
        let editor = HeadingEditor::new(
            slide,
            self.context.writes,
            self.lang(),
            Text::new(written(Lang::Zh), written(Lang::En)),
        );
        self.show_view(Show::Editing(SlideEditor::Heading(Box::new(editor))));
    }

    /// Returns the heading that is being typed.
    #[must_use]
    pub fn heading(&self) -> Option<&HeadingEditor> {
        self.presentation.as_ref()?.view.heading()
    }

    /// Returns the heading that is being typed, to be changed.
    pub(in crate::app) fn heading_mut(&mut self) -> Option<&mut HeadingEditor> {
        match &mut self.presentation {
            Some(Presentation { view: Show::Editing(SlideEditor::Heading(editor)), .. }) => Some(editor),
            _ => None,
        }
    }

    /// Applies an action while a heading is typed. If the new heading is refused the lines stay, so nothing typed is
    /// lost.
    pub(in crate::app) fn apply_to_heading(&mut self, action: Action) -> Effect {
        let Some(editor) = self.heading_mut() else { return Effect::None };
        match action {
            Action::Edit(edit) => editor.edit(edit),
            Action::Find => self.find_figure_for_heading(),
            Action::Move(_) | Action::Present(SlideCommand::Next | SlideCommand::Previous) => editor.switch_line(),
            Action::Present(SlideCommand::Open) if editor.is_other_line_next() => editor.switch_line(),
            Action::Present(SlideCommand::Open) if editor.is_unchanged() => self.close_editor(),
            Action::Present(SlideCommand::Open) => {
                return Effect::Edit(DeckEdit::Rename { slide: editor.slide(), title: editor.typed() });
            }
            Action::Present(SlideCommand::Stop) => self.close_editor(),
            _ => {}
        }
        Effect::None
    }

    /// Puts a reference to a figure into what is typed, at the cursor, with its unit in the language of the line; the slide shows
    /// its value in that place. A number without its measure word is no Chinese.
    pub(in crate::app) fn insert_figure(&mut self, figure: Key<Observation>) {
        let lang = self.heading().map_or(self.lang(), HeadingEditor::lang);
        let observation = &self.context.library.observations[figure];
        let unit = printed_unit(&self.context.library.indicators[observation.indicator], observation);
        let reference = format!("{{{}}}", observation.id);
        let reference = match lang {
            Lang::Zh => format!("{reference}{}", unit.zh),
            Lang::En => with_unit(&reference, &unit.en),
        };
        let lang = self.lang();
        if let Some(editor) = self.heading_mut() {
            editor.insert(&reference);
        } else if let Some(editor) = self.words_editor_mut() {
            editor.active(lang).insert(&reference);
        }
    }

    /// Returns what lies over the list of all slides while one is changed or made.
    #[must_use]
    pub fn slide_editor(&self) -> Option<&SlideEditor> {
        self.presentation.as_ref()?.view.editor()
    }

    /// Goes back to the list of all slides.
    pub(super) fn close_editor(&mut self) {
        if let Some(cursor) = self.slide_editor().map(SlideEditor::slide) {
            self.show_view(Show::List { cursor, typed: None });
        }
    }

    /// Returns the layout of the heading editor; `None` if it is closed, or on a terminal that is too small.
    #[must_use]
    pub fn heading_box(&self) -> Option<HeadingBox> {
        let layout = self.layout();
        (self.heading().is_some() && !layout.is_too_small()).then(|| HeadingBox::new(layout.body))
    }

    /// Returns the position of the terminal's cursor while a heading is typed.
    pub(in crate::app) fn heading_cursor(&self) -> Option<(u16, u16)> {
        let editor = self.heading()?;
        let line = *self.heading_box()?.inputs.get(editor.line())?;
        let (_, column) = editor.input(editor.lang()).window(usize::from(line.width));
        Some((line.x + u16::try_from(column).ok()?.min(line.width.saturating_sub(1)), line.y))
    }
}
