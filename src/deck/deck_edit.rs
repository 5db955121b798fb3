//! What can be done to the user's own deck.

use super::new_slide::{NewSlide, WrittenWords};
use super::slide_number::SlideIndex;
use crate::text::Text;

/// An edit of the user's own deck.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckEdit {
    /// Adds slides at the end.
    Add(Vec<NewSlide>),
    /// Puts a slide in before the one of this index.
    Insert { at: SlideIndex, slide: Box<NewSlide> },
    /// Puts a copy of a slide in behind it.
    Duplicate(SlideIndex),
    /// Moves a slide to another index.
    Move {
        /// The slide's index before the edit.
        slide: SlideIndex,
        /// The slide's index after it.
        to: SlideIndex,
    },
    /// Removes a slide from the deck.
    Remove(SlideIndex),
    /// Gives a slide another title.
    Rename {
        /// The index of the slide.
        slide: SlideIndex,
        /// The title; `None` for the one that follows from what the slide shows.
        title: Option<Text>,
    },
    /// Gives a slide other words: its title, its text and its notes.
    Rewrite { slide: SlideIndex, words: Box<WrittenWords> },
    /// Undoes the last edit.
    Undo,
}
