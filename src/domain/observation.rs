//! Observations: single figures with all that is known of them.

use super::area::Area;
use super::article::Article;
use super::extent::Extent;
use super::indicator::{Indicator, Nature};
use super::interval::{Amount, Interval, Qualifier};
use super::period::Period;
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// The level that a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// The city level alone.
    City,
    /// The city level and its counties and districts together.
    CityAndCounties,
    /// One platform of the committee.
    Platform,
    /// One project of the committee.
    Project,
    /// One county or district.
    District,
    /// The source does not say what it covers.
    NotStated,
}

words! {
    Scope {
        City => "city",
        CityAndCounties => "city-and-counties",
        Platform => "platform",
        Project => "project",
        District => "district",
        NotStated => "not-stated",
    }
}

/// Whether what is counted has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// It is the committee's own.
    Committee,
    /// It is somebody else's: background, not performance.
    Other(Text),
}

/// The span for which a mean or a frequency holds: 年均120件 is 120 each year, 每月2期 is 2 each month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Each {
    Year,
    Month,
    Week,
    Day,
}

words! {
    Each {
        Year => "year",
        Month => "month",
        Week => "week",
        Day => "day",
    }
}

impl Each {
    /// Returns how many of these spans a month has, on the average of the Gregorian calendar: 365.2425 days a year.
    #[must_use]
    pub const fn in_a_month(self) -> f64 {
        const DAYS: f64 = 365.2425 / 12.0;
        match self {
            Self::Year => 1.0 / 12.0,
            Self::Month => 1.0,
            Self::Week => DAYS / 7.0,
            Self::Day => DAYS,
        }
    }
}

/// The value of a figure as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PrintedValue {
    /// A number, with 万 and 亿 multiplied out.
    Number {
        amount: Amount,
        /// How the source hedges it: never [`Qualifier::Between`], which takes two numbers.
        qualifier: Qualifier,
    },
    /// From one number to another (30至40家), both counted in.
    Between { low: Amount, high: Amount },
    /// A designed number such as “1+10”, as printed.
    Designed(String),
}

impl PrintedValue {
    /// Returns what the value says in a figure of this nature. A share ends at 100 per cent.
    #[must_use]
    pub fn extent(&self, nature: Nature) -> Extent {
        let extent = match self {
            Self::Number { amount, qualifier } if nature == Nature::Change => Extent::of_change(*amount, *qualifier),
            Self::Number { amount, qualifier } => Extent::of(*amount, *qualifier),
            Self::Between { low, high } => Extent::Within(Interval::between(*low, *high)),
            Self::Designed(text) => Extent::Designed(text.clone()),
        };
        match Amount::new(100.0) {
            Some(all) if nature == Nature::Rate => extent.up_to(all),
            _ => extent,
        }
    }
}

/// The place where a figure is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedSource {
    pub article: Key<Article>,
    /// The paragraph of the cleaned text, counted from 1; `None` where the page was not seen whole.
    pub paragraph: Option<u16>,
    /// The short phrase that prints it, word for word.
    pub printed: String,
}

/// One figure that an article prints, with all that is known of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Observation {
    pub id: String,
    pub area: Key<Area>,
    pub indicator: Key<Indicator>,
    pub value: PrintedValue,
    /// The span for which a mean or a frequency holds; `None` for a total.
    pub each: Option<Each>,
    /// The unit, where it is not the indicator's (56条 under an indicator that counts 次).
    pub unit: Option<Text>,
    /// What a multiple is a multiple of, or since when something has changed.
    pub base: Option<Text>,
    /// The nature, which is the indicator's unless the data says otherwise.
    pub nature: Nature,
    /// The time that it speaks of.
    pub period: Period,
    pub scope: Scope,
    pub status: Status,
    pub actor: Actor,
    /// What is counted here, where that differs from what others count under the same indicator.
    pub variant: Option<Text>,
    /// How a sentence tells this figure, where the indicator's own would not say what is counted here.
    pub sentence: Option<Text>,
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
    /// Returns how the source hedges the value.
    #[must_use]
    pub const fn qualifier(&self) -> Qualifier {
        match self.value {
            PrintedValue::Number { qualifier, .. } => qualifier,
            PrintedValue::Between { .. } => Qualifier::Between,
            PrintedValue::Designed(_) => Qualifier::Exact,
        }
    }

    /// Returns what the figure says as printed. A share ends at 100 per cent.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.value.extent(self.nature)
    }

    /// Returns all places where the figure is printed.
    pub fn sources(&self) -> impl Iterator<Item = &PrintedSource> {
        std::iter::once(&self.source).chain(&self.also)
    }
}
