//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

mod deck_edit;
mod model;

pub use deck_edit::DeckEdit;
pub use model::{Deck, Origin, Shows, Slide};
