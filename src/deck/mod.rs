//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

mod model;

pub use model::{Deck, Shows, Slide, SlideKind};
