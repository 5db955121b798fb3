//! Finding: an input line, and what matches what is typed there, in Chinese, in English, in pinyin or by its initials.

use super::input::{Edit, Input};
use super::viewport::Viewport;
use crate::search::{Found, Hit, IndexEntry, SearchIndex};
use std::rc::Rc;

/// What is done with what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindPurpose {
    /// The dashboard goes there.
    Go,
    /// The dashboard goes there from a slide, and leaving the line comes back to the slide.
    GoFromSlide,
    /// A figure is put into the heading that is being typed.
    InsertFigure,
}

/// The input line for finding, with its hits.
#[derive(Clone, Debug)]
pub struct Find {
    input: Input,
    index: Rc<SearchIndex>,
    found: Found,
    view: Viewport,
    purpose: FindPurpose,
}

impl Find {
    /// Opens an empty line.
    pub(super) fn new(index: Rc<SearchIndex>, purpose: FindPurpose) -> Self {
        let found = Found::new(&index, "");
        Self { input: Input::default(), index, found, view: Viewport::default(), purpose }
    }

    /// Returns the line that is typed into.
    #[must_use]
    pub const fn input(&self) -> &Input {
        &self.input
    }

    /// Returns the hits, the best first.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.found.hits
    }

    /// Returns the index of the hit that the cursor is on.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.view.cursor()
    }

    /// Returns the index of the first hit that is drawn.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.view.top()
    }

    /// Returns the entry of the index that a hit stands for.
    #[must_use]
    pub fn entry(&self, hit: &Hit) -> Option<&IndexEntry> {
        self.index.entries.get(hit.entry)
    }

    /// Returns the indices of the characters that match in the form of a hit.
    #[must_use]
    pub fn matched(&self, hit: Hit) -> Vec<usize> {
        self.found.matched(&self.index, hit)
    }

    /// Returns the entry that the cursor is on.
    pub(super) fn selected(&self) -> Option<&IndexEntry> {
        self.entry(self.found.hits.get(self.view.cursor())?)
    }

    /// Returns what is done with what is found.
    #[must_use]
    pub const fn purpose(&self) -> FindPurpose {
        self.purpose
    }

    /// Searches anew, in another index.
    pub(super) fn search_in(&mut self, index: Rc<SearchIndex>) {
        self.found = Found::new(&index, self.input.text());
        self.index = index;
        self.view = Viewport::default();
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if self.input.edit(edit) {
            self.search();
        }
    }

    /// Inserts pasted text at the cursor.
    pub(super) fn insert(&mut self, text: &str) {
        if self.input.insert(text) {
            self.search();
        }
    }

    pub(super) fn step(&mut self, step: isize) {
        self.view.step(step, self.found.hits.len());
    }

    pub(super) fn pick(&mut self, hit: usize) {
        self.view.put(hit.min(self.found.hits.len().saturating_sub(1)));
    }

    /// Brings the cursor among the `rows` that are drawn.
    pub(super) fn settle(&mut self, rows: usize) {
        self.view.resize(rows);
        self.view.settle(self.found.hits.len(), 0);
    }

    /// Scrolls by `step` rows; the cursor moves along if it would leave the `rows` that are visible.
    pub(super) fn scroll(&mut self, step: isize, rows: usize) {
        self.view.resize(rows);
        self.view.scroll(step, self.found.hits.len());
    }

    fn search(&mut self) {
        self.found = self.found.changed(&self.index, self.input.text());
        self.view = Viewport::default();
    }
}
