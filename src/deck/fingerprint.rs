//! The fingerprint of a deck, by which two programs tell whether they show the same one.

use super::model::{Deck, Slide};
use crate::domain::Dataset;
use crate::text::Lang;
use std::hash::{DefaultHasher, Hash, Hasher};

impl Deck {
    /// Returns a number that stands for all that the slides say and show. Two programs of one version can tell by it
    /// whether they have the same deck: equal decks have equal numbers, and others practically never do.
    #[must_use]
    pub fn edition(&self, dataset: &Dataset) -> u64 {
        let mut hasher = DefaultHasher::new();
        for slide in &self.slides {
            slide.edition(dataset).hash(&mut hasher);
        }
        hasher.finish()
    }
}

impl Slide {
    /// Returns the number of one slide; see [`Deck::edition`].
    #[must_use]
    pub fn edition(&self, dataset: &Dataset) -> u64 {
        let mut hasher = DefaultHasher::new();
        for telling in [&self.title, &self.words, &self.notes] {
            let written = |lang| telling.as_ref().map(|telling| telling.written(&dataset.observations, lang));
            [Lang::Zh, Lang::En].map(written).hash(&mut hasher);
        }
        self.content.kind().id().hash(&mut hasher);
        self.content.fields(dataset).hash(&mut hasher);
        hasher.finish()
    }
}
