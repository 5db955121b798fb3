//! Observations: single figures with all that is known of them.

use super::area::Area;
use super::article::Article;
use super::indicator::{Indicator, Nature};
use super::interval::{Amount, Extent, Qualifier};
use super::period::Period;
use super::table::Key;
use crate::text::{Text, words};

/// The level that a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The city level alone.
    City,
    /// The city level and its counties and districts together.
    CityAndCounties,
    /// One platform of the committee.
    Platform,
    /// One project of the committee.
    Project,
}

words! {
    Scope {
        City => "city",
        CityAndCounties => "city-and-counties",
        Platform => "platform",
        Project => "project",
    }
}

/// Whether what is counted has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The thing has happened.
    Achieved,
    /// The thing is planned.
    Planned,
    /// The thing is expected.
    Forecast,
}

words! {
    Status {
        Achieved => "achieved",
        Planned => "planned",
        Forecast => "forecast",
    }
}

/// Whose performance a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// It is the committee's own.
    Committee,
    /// It is somebody else's: background, not performance.
    Other(Text),
}

/// The value of a figure as printed.
#[derive(Clone, Debug, PartialEq)]
pub enum PrintedValue {
    /// A number, with 万 and 亿 multiplied out.
    Number(Amount),
    /// A designed number such as “1+10”, as printed.
    Designed(String),
}

/// The place where a figure is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedSource {
    pub article: Key<Article>,
    /// The paragraph of the cleaned text, counted from 1; `None` where the page was not seen whole.
    pub paragraph: Option<u16>,
    /// The short phrase that prints it, word for word.
    pub printed: String,
}

/// One figure that an article prints, with all that is known of it.
#[derive(Clone, Debug)]
pub struct Observation {
    pub id: String,
    pub area: Key<Area>,
    pub indicator: Key<Indicator>,
    pub value: PrintedValue,
    /// How the source hedges the value.
    pub qualifier: Qualifier,
    /// The nature, which is the indicator's unless the data says otherwise.
    pub nature: Nature,
    /// The time that it speaks of.
    pub period: Period,
    pub scope: Scope,
    pub status: Status,
    pub actor: Actor,
    /// What is counted here, where that differs from what others count under the same indicator.
    pub variant: Option<Text>,
    /// What else the reader must know.
    pub note: Option<Text>,
    /// How the value was read, where the phrase prints no number.
    pub reading: Option<Text>,
    /// The figure of which this is a part.
    pub part_of: Option<Key<Observation>>,
    /// Where it is printed first.
    pub source: PrintedSource,
    /// Where else the same figure is printed.
    pub also: Vec<PrintedSource>,
}

impl Observation {
    /// Returns what the figure says as printed.
    #[must_use]
    pub fn extent(&self) -> Extent {
        match &self.value {
            PrintedValue::Number(amount) => Extent::of(*amount, self.qualifier),
            PrintedValue::Designed(text) => Extent::Designed(text.clone()),
        }
    }

    /// Returns all places where the figure is printed.
    pub fn sources(&self) -> impl Iterator<Item = &PrintedSource> {
        std::iter::once(&self.source).chain(&self.also)
    }
}
