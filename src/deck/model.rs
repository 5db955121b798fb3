//! A presentation: an ordered list of views with words.

use super::content::SlideContent;
use crate::domain::digest::RichText;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Where in its file something begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What stands on that line; of a very long one, a piece.
    pub text: String,
    /// How many characters of the line stand before the piece.
    pub cut: usize,
}

/// A presentation: its slides in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Deck {
    pub id: String,
    pub name: Text,
    /// The slides, in their order; at least one.
    pub slides: Vec<Slide>,
}

/// One slide: one thought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// Where it stands in the data.
    pub origin: Origin,
    /// Its heading; where it has none, what it shows gives one.
    pub title: Option<RichText>,
    pub content: SlideContent,
    /// The words on it; each line is a paragraph.
    pub words: Option<RichText>,
    /// What the speaker says.
    pub notes: Option<RichText>,
}
