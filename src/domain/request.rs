//! Requests: what is to be compared, under which measure, and of which year.

use super::area::Area;
use super::indicator::{Indicator, Population};
use super::observation::{Observation, Scope};
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What is to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The indicator that is compared.
    pub indicator: Key<Indicator>,
    /// The areas, in the order in which they are shown.
    pub areas: Rc<[Key<Area>]>,
    /// How the figures are put.
    pub measure: Measure,
    /// Which of an area's figures of several years is taken.
    pub year_choice: YearChoice,
    /// Which of an area's figures of one year is taken, where they count different things.
    pub figure_choice: FigureChoice,
}

/// Which of an area's figures of one year is taken, where they count different things or cover different levels. What is
/// left open is chosen so that most areas are compared like for like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FigureChoice {
    /// What is counted; `None` leaves it open.
    pub variant: Option<VariantChoice>,
    /// The level that is covered; `None` leaves it open.
    pub scope: Option<Scope>,
}

/// Says what is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VariantChoice {
    /// What the indicator counts, as its definition says.
    Plain,
    /// What an area counts instead.
    Variant(Text),
}

impl VariantChoice {
    /// The word for what the indicator itself counts, in files, exports and the shell.
    pub const PLAIN: &'static str = "none";
}

impl FigureChoice {
    /// Returns the choice of what a figure counts and covers.
    #[must_use]
    pub fn of(observation: &Observation) -> Self {
        let variant = observation.variant.clone().map_or(VariantChoice::Plain, VariantChoice::Variant);
        Self { variant: Some(variant), scope: Some(observation.scope) }
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.variant.is_none() && self.scope.is_none()
    }

    /// Whether a figure is of what was chosen.
    #[must_use]
    pub fn takes(&self, observation: &Observation) -> bool {
        let of_variant = match &self.variant {
            None => true,
            Some(VariantChoice::Plain) => observation.variant.is_none(),
            Some(VariantChoice::Variant(variant)) => observation.variant.as_ref() == Some(variant),
        };
        of_variant && self.scope.is_none_or(|scope| scope == observation.scope)
    }
}

/// How the figures of a comparison are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// As it is printed.
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

/// What a measure divides a figure by. The domain's rules look at this and not at the measure, so that another measure
/// per head needs no new rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Divisor {
    /// Nothing: the figure stays as printed.
    One,
    /// The length of the figure's period in months.
    Months,
    /// A number of people, counted in units of `unit`: one hundred members, one million residents.
    Heads {
        /// Which people are counted.
        population: Population,
        /// How many of them make a unit.
        unit: f64,
    },
}

impl Measure {
    /// Returns the measure after this one, in the order in which a key cycles through them.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Raw => Self::PerMonth,
            Self::PerMonth => Self::PerHundredMembers,
            Self::PerHundredMembers => Self::PerMillionResidents,
            Self::PerMillionResidents => Self::Raw,
        }
    }

    /// Returns the measure before this one in the same order.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::Raw => Self::PerMillionResidents,
            Self::PerMonth => Self::Raw,
            Self::PerHundredMembers => Self::PerMonth,
            Self::PerMillionResidents => Self::PerHundredMembers,
        }
    }

    /// Returns what the measure divides a figure by.
    #[must_use]
    pub const fn divisor(self) -> Divisor {
        match self {
            Self::Raw => Divisor::One,
            Self::PerMonth => Divisor::Months,
            Self::PerHundredMembers => Divisor::Heads { population: Population::Members, unit: 100.0 },
            Self::PerMillionResidents => Divisor::Heads { population: Population::Residents, unit: 1e6 },
        }
    }
}

/// Which of an area's figures of several years stands in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearChoice {
    /// The latest figure of each area.
    Latest,
    /// The figures whose periods lie nearest to each other.
    Closest,
    /// The figures that count under this year.
    Year(i16),
}

impl YearChoice {
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
