//! Finding: an input line, and what matches what is typed there, in Chinese, in English, in pinyin or by its initials.

use super::action::{Action, Direction, PageStep};
use super::input::{Edit, Input};
use super::layout::FindBox;
use super::state::{Overlay, State};
use crate::search::{Hit, IndexEntry, SearchIndex, search};
use std::rc::Rc;

/// What finding holds.
#[derive(Clone, Debug, Default)]
pub struct FindState {
    /// The line that is typed into.
    pub input: Input,
    /// What was found, the best first.
    pub hits: Vec<Hit>,
    /// The place of the cursor among them.
    pub cursor: usize,
    /// The first of them that is drawn.
    pub top: usize,
    /// Whether it was asked for on a slide, so that leaving it comes back there.
    pub(super) from_slide: bool,
    index: Option<Rc<SearchIndex>>,
}

impl FindState {
    /// The thing that a hit stands for.
    #[must_use]
    pub fn candidate(&self, hit: &Hit) -> Option<&IndexEntry> {
        self.index.as_ref()?.list.get(hit.candidate)
    }

    fn search(&mut self) {
        let query = self.input.text();
        self.hits = self.index.as_ref().map(|held| search(held, query)).unwrap_or_default();
        (self.cursor, self.top) = (0, 0);
    }

    fn edit(&mut self, edit: Edit) {
        if self.input.edit(edit) {
            self.search();
        }
    }

    fn step(&mut self, step: isize) {
        self.cursor = self.cursor.saturating_add_signed(step).min(self.hits.len().saturating_sub(1));
    }

    fn keep_in_view(&mut self, rows: usize) {
        if self.cursor < self.top {
            self.top = self.cursor;
        } else if self.cursor >= self.top + rows {
            self.top = (self.cursor + 1).saturating_sub(rows);
        }
        self.top = self.top.min(self.hits.len().saturating_sub(rows));
    }

    /// Scrolls by `step` rows; the cursor goes along where it would leave the `rows` that are drawn.
    fn scroll(&mut self, step: isize, rows: usize) {
        self.top = self.top.saturating_add_signed(step).min(self.hits.len().saturating_sub(rows));
        let last = (self.top + rows).min(self.hits.len()).saturating_sub(1);
        self.cursor = self.cursor.clamp(self.top.min(last), last);
    }
}

impl State {
    /// Shows the input line, empty.
    pub(super) fn open_find(&mut self) {
        self.overlay = Some(Overlay::Find);
        self.find.from_slide = false;
        self.find.input.clear();
        self.refresh_find();
    }

    /// Whether the line for finding was opened on a slide, so that closing it comes back there.
    pub(super) fn is_finding_from_slide(&self) -> bool {
        self.overlay == Some(Overlay::Find) && self.find.from_slide
    }

    /// Searches anew; gathers the candidates where they are not at hand in the language of the interface.
    pub(super) fn refresh_find(&mut self) {
        if self.find.index.as_ref().is_none_or(|held| held.lang != self.lang) {
            self.find.index = Some(Rc::new(SearchIndex::new(&self.dataset, self.lang, self.signs)));
        }
        self.find.search();
    }

    /// Takes text that arrives in one piece. Only an input line does; elsewhere pasted text is no command.
    pub fn paste(&mut self, text: &str) {
        if let Some(naming) = self.talk.as_mut().and_then(|talk| talk.naming.as_mut()) {
            naming.active().insert(text);
        } else if self.overlay == Some(Overlay::Find) && self.find.input.insert(text) {
            self.find.search();
        }
    }

    /// Where the terminal's cursor belongs, column and row; `None` where there is nothing to type into. Input methods
    /// show what they compose there.
    #[must_use]
    pub fn cursor(&self) -> Option<(u16, u16)> {
        if self.naming().is_some() {
            return self.naming_cursor();
        }
        let place = self.find_box().filter(|_| self.overlay == Some(Overlay::Find))?.input;
        let (_, column) = self.find.input.window(usize::from(place.width));
        Some((place.x + u16::try_from(column).ok()?.min(place.width.saturating_sub(1)), place.y))
    }

    /// Where finding stands; `None` on a terminal that is too small.
    #[must_use]
    pub fn find_box(&self) -> Option<FindBox> {
        let layout = self.layout();
        (!layout.is_too_small()).then(|| FindBox::new(layout.body))
    }

    pub(super) fn apply_to_find(&mut self, action: Action) {
        let rows = self.find_box().map_or(0, |held| usize::from(held.list.height));
        let page = isize::try_from(rows).unwrap_or(1).max(1);
        match action {
            Action::Edit(edit) => self.find.edit(edit),
            Action::Move(Direction::Down) => self.find.step(1),
            Action::Move(Direction::Up) => self.find.step(-1),
            Action::Page(PageStep::Down | PageStep::HalfDown) => self.find.step(page),
            Action::Page(PageStep::Up | PageStep::HalfUp) => self.find.step(-page),
            Action::First => self.find.step(isize::MIN),
            Action::Last => self.find.step(isize::MAX),
            Action::Wheel(_, step) => {
                self.find.scroll(step, rows);
                return;
            }
            Action::PickHit(place) => self.find.cursor = place.min(self.find.hits.len().saturating_sub(1)),
            Action::Open => {
                let hit = self.find.hits.get(self.find.cursor);
                if let Some(to) = hit.and_then(|hit| self.find.candidate(hit)).map(|held| held.to) {
                    self.overlay = None;
                    self.go_to(to);
                }
            }
            Action::Back | Action::Find => {
                self.overlay = None;
                if self.find.from_slide {
                    self.return_to_slide();
                }
            }
            _ => {}
        }
        self.find.keep_in_view(rows);
    }
}
