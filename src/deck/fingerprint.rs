//! The fingerprint of a deck, by which two programs tell whether they show the same one.

use super::model::{Deck, Shows, Slide};
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
        self.shows.ids(dataset).hash(&mut hasher);
        if let Shows::Compare { moment, .. } = &self.shows {
            moment.id().hash(&mut hasher);
        }
        hasher.finish()
    }
}

impl Shows {
    /// Returns what is shown by the ids of the data, but for the choice of year.
    fn ids<'a>(&'a self, dataset: &'a Dataset) -> Vec<&'a str> {
        let mut ids = vec![self.kind().id()];
        match self {
            Self::Title | Self::Text => {}
            Self::Compare { indicators, areas, measure, .. } => {
                ids.push(measure.id());
                ids.extend(indicators.iter().map(|key| dataset.indicators[*key].id.as_str()));
                ids.extend(areas.iter().map(|key| dataset.areas[*key].id.as_str()));
            }
            Self::City { figures, .. } => {
                ids.extend(figures.iter().map(|key| dataset.observations[*key].id.as_str()));
            }
            Self::Initiatives(all) => ids.extend(all.iter().map(|key| dataset.initiatives[*key].id.as_str())),
            Self::Timeline(areas) | Self::Coverage(areas) => {
                ids.extend(areas.iter().map(|key| dataset.areas[*key].id.as_str()));
            }
            Self::Figure(figure) => ids.push(&dataset.observations[*figure].id),
        }
        ids
    }
}
