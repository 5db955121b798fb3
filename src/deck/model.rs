//! A presentation: an ordered list of views with words.

use crate::domain::area::Area;
use crate::domain::dataset::Dataset;
use crate::domain::digest::Telling;
use crate::domain::indicator::Indicator;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::request::Measure;
use crate::domain::request::YearChoice;
use crate::domain::table::Key;
use crate::text::{Lang, Text};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// Where in its file something begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What stands on that line.
    pub text: String,
}

/// A presentation.
#[derive(Clone, Debug)]
pub struct Deck {
    /// Its id.
    pub id: String,
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
    pub title: Option<Telling>,
    /// What it shows.
    pub shows: Shows,
    /// The words on it; each line is a paragraph.
    pub words: Option<Telling>,
    /// What the speaker says.
    pub notes: Option<Telling>,
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
        moment: YearChoice,
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
    /// What is shown, by the ids of the data; but for the moment.
    fn ids<'a>(&'a self, dataset: &'a Dataset) -> Vec<&'a str> {
        let areas = |all: &'a [Key<Area>]| all.iter().map(|area| dataset.areas[*area].id.as_str());
        match self {
            Self::Title => vec!["title"],
            Self::Text => vec!["text"],
            Self::Compare { indicators, areas: of, measure, .. } => {
                let indicators = indicators.iter().map(|key| dataset.indicators[*key].id.as_str());
                ["compare", measure.id()].into_iter().chain(indicators).chain(areas(of)).collect()
            }
            Self::City { figures, .. } => {
                let figures = figures.iter().map(|key| dataset.observations[*key].id.as_str());
                std::iter::once("city").chain(figures).collect()
            }
            Self::Initiatives(all) => {
                let all = all.iter().map(|key| dataset.initiatives[*key].id.as_str());
                std::iter::once("initiatives").chain(all).collect()
            }
            Self::Timeline(of) => std::iter::once("timeline").chain(areas(of)).collect(),
            Self::Coverage(of) => std::iter::once("coverage").chain(areas(of)).collect(),
            Self::Figure(figure) => vec!["figure", &dataset.observations[*figure].id],
        }
    }
}
