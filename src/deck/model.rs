//! A presentation: an ordered list of views with words.

use super::content::SlideContent;
use crate::domain::digest::RichText;
use crate::text::{Lang, Phrase, Text};
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

/// Where a deck comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeckSource {
    /// It is compiled in.
    BuiltIn,
    /// A pack in a folder.
    Folder,
    /// The user's own deck.
    Own,
}

impl DeckSource {
    /// Returns the word that stands for it in exports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::BuiltIn => "built-in",
            Self::Folder => "folder",
            Self::Own => "own",
        }
    }

    /// Returns what a list of decks calls it.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::BuiltIn => Phrase { zh: "内置", en: "built in" },
            Self::Folder => Phrase { zh: "数据目录", en: "data folder" },
            Self::Own => Phrase { zh: "自己的", en: "your own" },
        }
    }
}

/// A presentation: its slides in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Deck {
    pub id: String,
    pub name: Text,
    pub source: DeckSource,
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

impl Slide {
    /// Whether what the audience reads has a number without a source in this language.
    #[must_use]
    pub fn has_unsourced(&self, lang: Lang) -> bool {
        self.title.iter().chain(&self.words).any(|text| text.has_unsourced(lang))
    }
}
