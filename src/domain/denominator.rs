//! Denominators: the numbers of members and residents that per-head measures divide by.

use super::area::Area;
use super::date::PartialDate;
use super::extent::Extent;
use super::indicator::Population;
use super::interval::{Amount, Interval, Qualifier};
use super::observation::Observation;
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// How certain a denominator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// Several good sources agree, or a sum was checked.
    High,
    /// One good source has it.
    Good,
    /// The only source may err.
    Low,
}

words! {
    Certainty {
        High => "high",
        Good => "good",
        Low => "low",
    }
}

/// A number of members or residents as of a date.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Denominator {
    /// The area whose figures it divides.
    pub area: Key<Area>,
    /// Which people are counted.
    pub population: Population,
    /// The number of people, which is never zero.
    pub count: Amount,
    /// How the source hedges the count; never so that it gives no bound.
    pub qualifier: Qualifier,
    /// The date of the count.
    pub as_of: PartialDate,
    /// Where the number is printed.
    pub source: Text,
    pub certainty: Certainty,
    /// What the reader must know of every figure that is divided by it.
    pub caveat: Option<Text>,
    /// The figure that this is taken from, where the data has it as one.
    pub observation: Option<Key<Observation>>,
}

impl Denominator {
    /// Returns how many people there may be: 800多名 is 800 or more. `None` where the count gives no bound.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Extent::of(self.count, self.qualifier).interval()
    }
}
