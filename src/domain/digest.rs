//! Digests: our own telling of articles, whose numbers are references to observations.

use super::observation::Observation;
use super::table::{Key, Table};
use crate::text::{Lang, Text};

/// A piece of a digest's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// The value of a figure stands here.
    Figure(Key<Observation>),
}

/// One section of a digest: our own telling, whose numbers are references.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it is about.
    pub heading: Text,
    /// Our telling of it.
    pub body: Telling,
}

impl Section {
    /// Whether the section tells of this figure.
    #[must_use]
    pub fn tells_of(&self, observation: Key<Observation>) -> bool {
        self.body.figures().any(|figure| figure == observation)
    }
}

/// Words in both languages, whose numbers are figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// In Chinese.
    pub zh: Vec<Piece>,
    /// In English.
    pub en: Vec<Piece>,
}

impl Telling {
    /// The words in one language.
    #[must_use]
    pub fn pieces(&self, lang: Lang) -> &[Piece] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Returns the words as they are written in the data: figures as their ids in braces.
    #[must_use]
    pub fn written(&self, observations: &Table<Observation>, lang: Lang) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Figure(figure) => format!("{{{}}}", observations[*figure].id),
        };
        self.pieces(lang).iter().map(piece).collect()
    }

    /// The figures that the words refer to, in the order of the Chinese.
    pub fn figures(&self) -> impl Iterator<Item = Key<Observation>> {
        self.zh.iter().filter_map(|piece| match piece {
            Piece::Figure(key) => Some(*key),
            Piece::Words(_) => None,
        })
    }
}
