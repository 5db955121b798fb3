//! A presentation: an ordered list of views with words.

use crate::checked::Origin;
use crate::domain::area::Area;
use crate::domain::dataset::Dataset;
use crate::domain::digest::RichText;
use crate::domain::indicator::Indicator;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::domain::request::Measure;
use crate::domain::request::Moment;
use crate::domain::table::Key;
use crate::text::{Lang, Text, words};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A presentation.
#[derive(Clone, Debug)]
pub struct Deck {
    /// Its id.
    pub id: String,
    /// The pack it came with.
    pub pack: Key<Pack>,
    /// Its name.
    pub name: Text,
    /// The slides, in their order; at least one.
    pub slides: Vec<Slide>,
}

/// One slide: one thought.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Where it stands in the data.
    pub origin: Origin,
    /// Its heading; where it has none, what it shows gives one.
    pub title: Option<RichText>,
    /// What it shows.
    pub shows: Shows,
    /// The words on it; each line is a paragraph.
    pub words: Option<RichText>,
    /// What the speaker says.
    pub notes: Option<RichText>,
}

/// The kinds of slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideKind {
    /// The opening.
    Title,
    /// Words alone.
    Text,
    /// Indicators, area by area.
    Compare,
    /// One area's figures.
    City,
    /// Named platforms, brands and mechanisms.
    Initiatives,
    /// When the figures were true.
    Timeline,
    /// How much is reported.
    Coverage,
    /// One figure.
    Figure,
}

words! {
    SlideKind {
        Title => "title",
        Text => "text",
        Compare => "compare",
        City => "city",
        Initiatives => "initiatives",
        Timeline => "timeline",
        Coverage => "coverage",
        Figure => "figure",
    }
}

/// What a slide shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shows {
    /// The opening: the heading, and the areas.
    Title,
    /// Words alone.
    Text,
    /// Indicators, area by area.
    Compare {
        /// What is counted; at least one.
        indicators: Vec<Key<Indicator>>,
        /// Whose figures.
        areas: Vec<Key<Area>>,
        /// How they are put.
        measure: Measure,
        /// Of when.
        moment: Moment,
    },
    /// One area's figures.
    City {
        /// Whose.
        area: Key<Area>,
        /// Which figures; at least one.
        figures: Vec<Key<Observation>>,
    },
    /// Named platforms, brands and mechanisms; at least one.
    Initiatives(Vec<Key<Initiative>>),
    /// Of when the figures of these areas speak.
    Timeline(Vec<Key<Area>>),
    /// How much of each theme these areas report.
    Coverage(Vec<Key<Area>>),
    /// One figure, as large as the screen allows.
    Figure(Key<Observation>),
}

impl Deck {
    /// A number that stands for all that the slides say and show: the same wherever the same deck is held, and another
    /// where it is not. Two programs of one version can tell by it whether they hold the same deck.
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
    /// The same for one slide; see [`Deck::edition`].
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
    /// Returns the kind of slide that shows it.
    #[must_use]
    pub const fn kind(&self) -> SlideKind {
        match self {
            Self::Title => SlideKind::Title,
            Self::Text => SlideKind::Text,
            Self::Compare { .. } => SlideKind::Compare,
            Self::City { .. } => SlideKind::City,
            Self::Initiatives(_) => SlideKind::Initiatives,
            Self::Timeline(_) => SlideKind::Timeline,
            Self::Coverage(_) => SlideKind::Coverage,
            Self::Figure(_) => SlideKind::Figure,
        }
    }

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
