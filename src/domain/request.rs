//! Requests: what is to be compared, under which measure, and of when.

use super::area::Area;
use super::indicator::{Indicator, Population};
use super::table::Key;
use crate::text::words;

/// What is to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is counted.
    pub indicator: Key<Indicator>,
    /// Whose figures, in the order in which they are shown.
    pub areas: Vec<Key<Area>>,
    /// How they are put.
    pub measure: Measure,
    /// Of when.
    pub moment: Moment,
}

/// How the figures of a comparison are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// As printed.
    Raw,
    /// Divided by the length of the period in months.
    PerMonth,
    /// Divided by the committee's members, times one hundred.
    PerHundredMembers,
    /// Divided by the area's residents, times one million.
    PerMillionResidents,
}

words! {
    Measure {
        Raw => "raw",
        PerMonth => "per-month",
        PerHundredMembers => "per-100-members",
        PerMillionResidents => "per-million-residents",
    }
}

impl Measure {
    /// All measures, in the order in which a key cycles through them.
    pub const ALL: [Self; 4] = [Self::Raw, Self::PerMonth, Self::PerHundredMembers, Self::PerMillionResidents];

    /// The measure after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Raw => Self::PerMonth,
            Self::PerMonth => Self::PerHundredMembers,
            Self::PerHundredMembers => Self::PerMillionResidents,
            Self::PerMillionResidents => Self::Raw,
        }
    }

    /// What a per-head measure divides by, and what it multiplies with.
    pub(super) const fn head(self) -> Option<(Population, f64)> {
        match self {
            Self::Raw | Self::PerMonth => None,
            Self::PerHundredMembers => Some((Population::Members, 100.0)),
            Self::PerMillionResidents => Some((Population::Residents, 1e6)),
        }
    }
}

/// The moment that a comparison looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Each area's latest figure.
    Latest,
    /// The set of figures whose periods lie nearest to each other.
    Closest,
    /// The figures that count under a year.
    Year(i16),
}

impl Moment {
    /// Returns its name in data files and exports: `latest`, `closest` or the year.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Latest => "latest".to_owned(),
            Self::Closest => "closest".to_owned(),
            Self::Year(year) => format!("{year:04}"),
        }
    }
}
