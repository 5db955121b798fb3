//! Observations: single figures with all that is known of them.

use super::area::Area;
use super::article::Article;
use super::indicator::{Indicator, Nature};
use super::interval::{Amount, Extent, Qualifier};
use super::period::Period;
use super::table::Key;
use crate::text::{Text, words};

/// What a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The city level alone.
    City,
    /// The city level and its counties and districts together.
    CityAndCounties,
    /// One platform.
    Platform,
    /// One project.
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

/// Whether it has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It has.
    Achieved,
    /// It is planned.
    Planned,
    /// It is expected.
    Forecast,
}

words! { Status { Achieved => "achieved", Planned => "planned", Forecast => "forecast" } }

/// Whose doing a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The committee's own.
    Committee,
    /// Somebody else's: context, not performance.
    Other(Text),
}

/// What is printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, with 万 and 亿 multiplied out.
    Number(Amount),
    /// A designed number, as printed.
    Designed(String),
}

/// Where a figure stands in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The article.
    pub article: Key<Article>,
    /// The paragraph of the cleaned text, counted from 1; `None` where the page was not seen whole.
    pub paragraph: Option<u16>,
    /// The short phrase as printed.
    pub printed: String,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its id.
    pub id: String,
    /// Whose figure it is.
    pub area: Key<Area>,
    /// What is counted.
    pub indicator: Key<Indicator>,
    /// What is printed.
    pub value: Value,
    /// How the print hedges it.
    pub qualifier: Qualifier,
    /// Its nature, which is the indicator's unless the data says otherwise.
    pub nature: Nature,
    /// The time it speaks of.
    pub period: Period,
    /// What it covers.
    pub scope: Scope,
    /// Whether it has happened.
    pub status: Status,
    /// Whose doing it is.
    pub actor: Actor,
    /// What is counted here, where that differs from what others count under the same indicator.
    pub variant: Option<Text>,
    /// What else must be told.
    pub note: Option<Text>,
    /// How the value was read, where the phrase prints no number.
    pub reading: Option<Text>,
    /// The whole of which this is a part.
    pub part_of: Option<Key<Observation>>,
    /// Where it is printed first.
    pub source: Source,
    /// Where else the same figure is printed.
    pub also: Vec<Source>,
}

impl Observation {
    /// What the figure says as printed.
    #[must_use]
    pub fn extent(&self) -> Extent {
        match &self.value {
            Value::Number(amount) => Extent::of(*amount, self.qualifier),
            Value::Designed(text) => Extent::Designed(text.clone()),
        }
    }

    /// All places where the figure is printed.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        std::iter::once(&self.source).chain(&self.also)
    }
}
