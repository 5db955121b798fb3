//! A presentation: an ordered list of views with words.

use super::measure::Measure;
use super::model::{Area, Indicator, Initiative, Observation, Pack, Piece};
use super::moment::Moment;
use super::table::Key;
use crate::text::{Lang, Text};
use std::path::PathBuf;

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

    /// The figures that the words refer to, in the order of the Chinese.
    pub fn figures(&self) -> impl Iterator<Item = Key<Observation>> {
        self.zh.iter().filter_map(|piece| match piece {
            Piece::Figure(key) => Some(*key),
            Piece::Words(_) => None,
        })
    }
}

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
