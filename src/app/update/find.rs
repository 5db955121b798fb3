//! Opens and closes the line for finding, and goes to the selected hit.

use crate::app::action::{Action, Direction, PageStep};
use crate::app::find::Find;
use crate::app::layout::FindBox;
use crate::app::state::{Mode, State};
use crate::search::SearchIndex;
use std::rc::Rc;

impl State {
    /// Opens the line for finding, empty.
    pub(super) fn open_find(&mut self) {
        self.mode = Mode::Find(Find::new(self.search_index(), false));
    }

    /// Opens the dashboard at the content of the slide, with the line for finding over it. Closing the line returns to
    /// the slide.
    pub(super) fn find_from_slide(&mut self) {
        self.open_dashboard();
        self.mode = Mode::Find(Find::new(self.search_index(), true));
    }

    /// Searches again, because the language has changed.
    pub(super) fn refresh_find(&mut self) {
        if matches!(self.mode, Mode::Find(_)) {
            let index = self.search_index();
            if let Mode::Find(find) = &mut self.mode {
                find.search_in(index);
            }
        }
    }

    /// Returns the search index, built anew if the last one was for another language.
    fn search_index(&mut self) -> Rc<SearchIndex> {
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
        self.find().is_some_and(Find::is_from_slide)
    }

    /// Inserts pasted text into the line that is being edited. Elsewhere it is ignored, since pasted text is no
    /// command.
    pub fn paste(&mut self, text: &str) {
        if let Some(editor) = self.heading_mut() {
            editor.insert(text);
        } else if let Mode::Find(find) = &mut self.mode {
            find.insert(text);
        } else if let Mode::Export(dialog) = &mut self.mode {
            dialog.insert(text);
        }
    }

    /// Returns the column and row of the terminal's cursor; `None` if nothing is being typed. Input methods show their
    /// composition there.
    #[must_use]
    pub fn cursor(&self) -> Option<(u16, u16)> {
        if self.heading().is_some() {
            return self.heading_cursor();
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
                if let Some(target) = find.selected().map(|entry| entry.target) {
                    self.mode = Mode::Browse;
                    self.go_to(target);
                }
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

    fn close_find(&mut self) {
        let is_from_slide = self.is_finding_from_slide();
        self.mode = Mode::Browse;
        if is_from_slide {
            self.return_to_slide();
        }
    }
}
