//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

mod model;
mod slide_number;

pub use model::{Deck, Shows, Slide, SlideKind};
pub use slide_number::{SlideIndex, SlideNumber};
