//! Digests: articles in our own words, whose numbers are references to figures.

use super::observation::Observation;
use super::observations::Observations;
use super::table::Key;
use crate::text::{Lang, Text};
use serde::{Deserialize, Serialize};

/// A part of rich text: words, the number of a figure, or a number that nobody vouches for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words without a number.
    Words(String),
    /// The value of a figure stands here.
    Figure(Key<Observation>),
    /// A number as it was typed, with no source. Only the user's own deck can hold one, and it is marked wherever it is shown.
    Unsourced(String),
}

/// One section of a digest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    pub heading: Text,
    /// Our own words, whose numbers refer to figures.
    pub body: RichText,
}

impl Section {
    /// Whether the section refers to this figure.
    #[must_use]
    pub fn tells_of(&self, observation: Key<Observation>) -> bool {
        self.body.figures().any(|figure| figure == observation)
    }
}

/// A text in both languages whose numbers refer to figures. A number that is not in the data is known as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichText {
    pub zh: Vec<Inline>,
    pub en: Vec<Inline>,
}

impl RichText {
    /// Returns the text in one language.
    #[must_use]
    pub fn inlines(&self, lang: Lang) -> &[Inline] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Returns the text as it is written in the data, with the ids of figures in braces.
    #[must_use]
    pub fn written(&self, observations: &Observations, lang: Lang) -> String {
        let written = |inline: &Inline| match inline {
            Inline::Words(words) | Inline::Unsourced(words) => words.clone(),
            Inline::Figure(figure) => format!("{{{}}}", observations[*figure].id),
        };
        self.inlines(lang).iter().map(written).collect()
    }

    /// Returns the figures that the text refers to, in the order of the Chinese.
    pub fn figures(&self) -> impl Iterator<Item = Key<Observation>> {
        self.zh.iter().filter_map(|inline| match inline {
            Inline::Figure(key) => Some(*key),
            Inline::Words(_) | Inline::Unsourced(_) => None,
        })
    }

    /// Whether the text has a number without a source in this language.
    #[must_use]
    pub fn has_unsourced(&self, lang: Lang) -> bool {
        self.inlines(lang).iter().any(|inline| matches!(inline, Inline::Unsourced(_)))
    }
}
