//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

mod deck_edit;
mod fingerprint;
mod library;
mod model;
mod slide_kind;
mod slide_number;

pub use deck_edit::DeckEdit;
pub use library::Library;
pub use model::{Deck, Origin, Shows, Slide};
pub use slide_kind::SlideKind;
pub use slide_number::{SlideIndex, SlideNumber};
