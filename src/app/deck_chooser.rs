//! Choosing the deck that is presented: a list of all decks, the user's own first.

use super::viewport::Viewport;
use crate::deck::{Deck, DeckSource};
use crate::domain::{Key, Table};
use crate::sorting::PutInOrder;

/// The list from which a deck is chosen.
#[derive(Clone, Debug)]
pub struct DeckChooser {
    /// All decks: the user's own first, then those that were loaded last.
    decks: Vec<Key<Deck>>,
    view: Viewport,
}

impl DeckChooser {
    /// Opens the list with the cursor on a deck, or on the first.
    pub(super) fn open(decks: &Table<Deck>, on: Option<Key<Deck>>) -> Self {
        let mut listed: Vec<Key<Deck>> = decks.keys().collect();
        listed.reverse();
        listed.put_in_order_by_key(|deck| decks[*deck].source != DeckSource::Own);
        let mut view = Viewport::default();
        view.put(listed.iter().position(|deck| Some(*deck) == on).unwrap_or(0));
        Self { decks: listed, view }
    }

    /// Returns the decks in the order of the list.
    #[must_use]
    pub fn decks(&self) -> &[Key<Deck>] {
        &self.decks
    }

    /// Returns the index of the row that the cursor is on.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.view.cursor()
    }

    /// Returns the index of the first row that is drawn.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.view.top()
    }

    /// Returns the deck under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<Key<Deck>> {
        self.decks.get(self.cursor()).copied()
    }

    pub(super) fn step(&mut self, step: isize) {
        self.view.step(step, self.decks.len());
    }

    pub(super) fn pick(&mut self, row: usize) {
        self.view.put(row.min(self.decks.len().saturating_sub(1)));
    }

    /// Brings the cursor among the `rows` that are drawn.
    pub(super) fn settle(&mut self, rows: usize) {
        self.view.resize(rows);
        self.view.settle(self.decks.len(), 0);
    }
}
