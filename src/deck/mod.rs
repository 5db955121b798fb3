//! Presentations as data: decks, their slides, and what tells one edition of a deck from another.

pub mod content;
mod deck_edit;
mod fingerprint;
mod library;
mod model;
mod new_slide;
mod slide_number;

pub use content::{SlideContent, SlideKind, SlideTarget};
pub use deck_edit::DeckEdit;
pub use library::Library;
pub use model::{Deck, DeckSource, Origin, Slide};
pub use new_slide::{NewSlide, WrittenWords};
pub use slide_number::{SlideIndex, SlideNumber};
