//! What can be done to the user's own deck.

use super::model::Shows;
use crate::text::Text;

/// An edit of the user's own deck. Slides are named by their index, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckEdit {
    /// Adds a slide at the end.
    Add(Shows),
    /// Moves a slide to another index.
    Move {
        /// The slide's index before.
        slide: usize,
        /// Its index after.
        to: usize,
    },
    /// Removes a slide.
    Remove(usize),
    /// Gives a slide another title.
    Rename {
        /// The slide's index.
        slide: usize,
        /// The title; `None` for the one that follows from what the slide shows.
        title: Option<Text>,
    },
    /// Undoes the last edit.
    Undo,
}
