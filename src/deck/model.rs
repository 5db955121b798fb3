//! A presentation: an ordered list of views with words.

use super::slide_kind::SlideKind;
use crate::domain::area::Area;
use crate::domain::digest::RichText;
use crate::domain::indicator::Indicator;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::request::Measure;
use crate::domain::request::YearChoice;
use crate::domain::table::Key;
use crate::text::Text;
use std::path::PathBuf;

/// Where in its file something begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What stands on that line.
    pub text: String,
}

/// A presentation: its slides in their order.
#[derive(Clone, Debug)]
pub struct Deck {
    pub id: String,
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
    pub shows: Shows,
    /// The words on it; each line is a paragraph.
    pub words: Option<RichText>,
    /// What the speaker says.
    pub notes: Option<RichText>,
}

/// What a slide shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shows {
    /// The opening: the heading, and the areas.
    Title,
    Text,
    /// Indicators, area by area.
    Compare {
        /// What is counted; at least one.
        indicators: Vec<Key<Indicator>>,
        areas: Vec<Key<Area>>,
        /// How they are put.
        measure: Measure,
        moment: YearChoice,
    },
    City {
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
}
