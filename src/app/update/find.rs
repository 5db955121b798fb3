//! Opens and closes the line for finding, and goes to the selected hit.

use crate::app::action::{Action, Direction, PageStep};
use crate::app::find::{Find, FindPurpose};
use crate::app::layout::FindBox;
use crate::app::state::{Mode, State};
use crate::search::{SearchIndex, SearchTarget};
use std::rc::Rc;

impl State {
    /// Opens the line for finding, empty.
    pub(super) fn open_find(&mut self) {
        self.mode = Mode::Find(Find::new(self.search_index(), FindPurpose::Go));
    }

    /// Opens the dashboard at the content of the slide, with the line for finding over it. Closing the line returns to
    /// the slide.
    pub(super) fn find_from_slide(&mut self) {
        self.open_dashboard();
        self.mode = Mode::Find(Find::new(self.search_index(), FindPurpose::GoFromSlide));
    }

    /// Searches again, because the language has changed.
    pub(in crate::app) fn refresh_find(&mut self) {
        if let Some(purpose) = self.find().map(Find::purpose) {
            let index = self.index_for(purpose);
            if let Mode::Find(find) = &mut self.mode {
                find.search_in(index);
            }
        }
    }

    /// Opens the line for finding a figure, which is put into the heading that is being typed.
    pub(in crate::app) fn find_figure_for_heading(&mut self) {
        let purpose = FindPurpose::InsertFigure;
        self.mode = Mode::Find(Find::new(self.index_for(purpose), purpose));
    }

    fn index_for(&mut self, purpose: FindPurpose) -> Rc<SearchIndex> {
        let index = self.search_index();
        if purpose == FindPurpose::InsertFigure { Rc::new(index.of_figures()) } else { index }
    }

    /// Returns the search index, built anew if the last one was for another language.
    pub(super) fn search_index(&mut self) -> Rc<SearchIndex> {
        let context = &mut self.context;
        match &context.search_index {
            Some(index) if index.lang == context.lang => Rc::clone(index),
            _ => {
                let index = Rc::new(SearchIndex::new(&context.library, context.lang, context.charset));
                context.search_index = Some(Rc::clone(&index));
                index
            }
        }
    }

    /// Whether the line for finding was opened on a slide, so that closing it comes back there.
    pub(in crate::app) fn is_finding_from_slide(&self) -> bool {
        self.find().is_some_and(|find| find.purpose() == FindPurpose::GoFromSlide)
    }

    /// Inserts pasted text into the line that is being edited. Elsewhere it is ignored, since pasted text is no
    /// command.
    pub fn paste(&mut self, text: &str) {
        if let Mode::Find(find) = &mut self.mode {
            find.insert(text);
        } else if let Some(editor) = self.heading_mut() {
            editor.insert(text);
        } else if self.words_editor().is_some() {
            let lang = self.lang();
            if let Some(editor) = self.words_editor_mut().filter(|editor| !editor.is_discarding()) {
                editor.active(lang).insert(text);
            }
        } else if let Mode::AddFigure(form) = &mut self.mode {
            form.insert(text, &self.context.library);
        } else if let Mode::Export(dialog) = &mut self.mode {
            dialog.insert(text);
        }
    }

    /// Returns the column and row of the terminal's cursor; `None` if nothing is being typed. Input methods show their
    /// composition there.
    #[must_use]
    pub fn cursor(&self) -> Option<(u16, u16)> {
        if self.heading().is_some() && self.find().is_none() {
            return self.heading_cursor();
        }
        if self.words_editor().is_some() && self.find().is_none() {
            return self.words_cursor();
        }
        if let Some(form_box) = self.form_box() {
            return form_box.cursor;
        }
        let (input, line) = match &self.mode {
            Mode::Export(dialog) => (dialog.path(), self.export_box()?.path),
            _ => (self.find()?.input(), self.find_box()?.input),
        };
        let (_, column) = input.window(usize::from(line.width));
        Some((line.x + u16::try_from(column).ok()?.min(line.width.saturating_sub(1)), line.y))
    }

    /// Returns the layout of finding; `None` on a terminal that is too small.
    #[must_use]
    pub fn find_box(&self) -> Option<FindBox> {
        let layout = self.layout();
        (!layout.is_too_small()).then(|| FindBox::new(layout.body))
    }

    pub(super) fn apply_to_find(&mut self, action: Action) {
        let rows = self.find_box().map_or(0, |find_box| usize::from(find_box.list.height));
        let page = isize::try_from(rows).unwrap_or(1).max(1);
        let Mode::Find(find) = &mut self.mode else { return };
        match action {
            Action::Edit(edit) => find.edit(edit),
            Action::Move(Direction::Down) => find.step(1),
            Action::Move(Direction::Up) => find.step(-1),
            Action::Page(PageStep::Down | PageStep::HalfDown) => find.step(page),
            Action::Page(PageStep::Up | PageStep::HalfUp) => find.step(-page),
            Action::First => find.step(isize::MIN),
            Action::Last => find.step(isize::MAX),
            Action::Wheel(_, step) => {
                find.scroll(step, rows);
                return;
            }
            Action::PickHit(hit) => find.pick(hit),
            Action::Open => {
                let (purpose, selected) = (find.purpose(), find.selected().map(|entry| entry.target));
                self.take_found(purpose, selected);
                return;
            }
            Action::Back | Action::Find => {
                self.close_find();
                return;
            }
            _ => {}
        }
        find.settle(rows);
    }

    /// Goes to what was found, or puts it into the heading.
    fn take_found(&mut self, purpose: FindPurpose, found: Option<SearchTarget>) {
        match (purpose, found) {
            (_, None) => {}
            (FindPurpose::InsertFigure, Some(SearchTarget::Figure(figure))) => {
                self.mode = Mode::Browse;
                self.insert_figure(figure);
            }
            (_, Some(target)) => {
                self.mode = Mode::Browse;
                self.go_to(target);
            }
        }
    }

    fn close_find(&mut self) {
        let is_from_slide = self.is_finding_from_slide();
        self.mode = Mode::Browse;
        if is_from_slide {
            self.return_to_slide();
        }
    }
}
