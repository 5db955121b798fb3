//! Digests: articles in our own words, whose numbers are references to figures.

use super::observation::Observation;
use super::table::{Key, Table};
use crate::text::{Lang, Text};

/// A part of a text: words, or the number of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words without a number.
    Words(String),
    /// The value of a figure stands here.
    Figure(Key<Observation>),
}

/// One section of a digest.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "a plain record: the other fields are what their names say")]
pub struct Section {
    pub heading: Text,
    /// Our own words, whose numbers refer to figures.
    pub body: Telling,
}

impl Section {
    /// Whether the section refers to this figure.
    #[must_use]
    pub fn tells_of(&self, observation: Key<Observation>) -> bool {
        self.body.figures().any(|figure| figure == observation)
    }
}

/// A text in both languages whose numbers refer to figures, so that no number stands in it that the data has not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "a plain record: the other fields are what their names say")]
pub struct Telling {
    pub zh: Vec<Piece>,
    pub en: Vec<Piece>,
}

impl Telling {
    /// Returns the text in one language.
    #[must_use]
    pub fn pieces(&self, lang: Lang) -> &[Piece] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Returns the text as it is written in the data, with the ids of figures in braces.
    #[must_use]
    pub fn written(&self, observations: &Table<Observation>, lang: Lang) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Figure(figure) => format!("{{{}}}", observations[*figure].id),
        };
        self.pieces(lang).iter().map(piece).collect()
    }

    /// Returns the figures that the text refers to, in the order of the Chinese.
    pub fn figures(&self) -> impl Iterator<Item = Key<Observation>> {
        self.zh.iter().filter_map(|piece| match piece {
            Piece::Figure(key) => Some(*key),
            Piece::Words(_) => None,
        })
    }
}
