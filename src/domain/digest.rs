//! Digests, in which articles are retold in our own words, and rich text: words whose numbers are figures.

use super::observation::Observation;
use super::table::{Key, Table};
use crate::text::{Lang, Text};

/// A piece of rich text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are written.
    Words(String),
    /// The value of a figure stands here.
    Figure(Key<Observation>),
}

/// A section of a digest.
#[derive(Clone, Debug)]
pub struct Section {
    /// What the section is about.
    pub heading: Text,
    /// The words, which are ours.
    pub body: RichText,
}

impl Section {
    /// Returns whether the section names this figure.
    #[must_use]
    pub fn tells_of(&self, observation: Key<Observation>) -> bool {
        self.body.figures().any(|figure| figure == observation)
    }
}

/// Words in both languages whose numbers are references to figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RichText {
    /// The pieces of the Chinese.
    pub zh: Vec<Inline>,
    /// The pieces of the English.
    pub en: Vec<Inline>,
}

impl RichText {
    /// Returns the pieces in one language.
    #[must_use]
    pub fn inlines(&self, lang: Lang) -> &[Inline] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Returns the words as they are written in the data: figures as their ids in braces.
    #[must_use]
    pub fn written(&self, observations: &Table<Observation>, lang: Lang) -> String {
        let written = |inline: &Inline| match inline {
            Inline::Words(words) => words.clone(),
            Inline::Figure(figure) => format!("{{{}}}", observations[*figure].id),
        };
        self.inlines(lang).iter().map(written).collect()
    }

    /// Returns the figures that the words refer to, in the order of the Chinese.
    pub fn figures(&self) -> impl Iterator<Item = Key<Observation>> {
        self.zh.iter().filter_map(|inline| match inline {
            Inline::Figure(key) => Some(*key),
            Inline::Words(_) => None,
        })
    }
}
