//! What can be done to the user's own deck.

use super::content::SlideContent;
use super::slide_number::SlideIndex;
use crate::text::Text;

/// An edit of the user's own deck.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckEdit {
    /// Adds a slide at the end.
    Add(SlideContent),
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
    /// Undoes the last edit.
    Undo,
}
