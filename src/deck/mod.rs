//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

mod fingerprint;
mod library;
mod model;
mod slide_number;

pub use library::Library;
pub use model::{Deck, Origin, Shows, Slide};
pub use slide_number::{SlideIndex, SlideNumber};
