//! Fingerprints of decks, by which two programs can tell whether they hold the same slides.

use super::model::{Deck, Shows, Slide};
use crate::domain::dataset::Dataset;
use crate::text::Lang;
use std::hash::{DefaultHasher, Hash, Hasher};

impl Deck {
    /// Returns a hash of all that the slides say and show. It is only good between programs of one version.
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
    /// Returns a hash of all that one slide says and shows; see [`Deck::edition`].
    #[must_use]
    pub fn edition(&self, dataset: &Dataset) -> u64 {
        let mut hasher = DefaultHasher::new();
        for text in [&self.title, &self.words, &self.notes] {
            let written = |lang| text.as_ref().map(|text| text.written(&dataset.observations, lang));
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
    /// Returns the words and ids that tell what is shown, except for the moment.
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
