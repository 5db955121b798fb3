//! Denominators: the numbers of members and residents that per-head measures divide by.

use super::area::Area;
use super::date::PartialDate;
use super::indicator::Population;
use super::interval::Amount;
use super::observation::Observation;
use super::table::Key;
use crate::text::{Text, words};

/// How sure a denominator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Several good witnesses, or a checked sum.
    High,
    /// One good witness.
    Good,
    /// A witness that may err.
    Low,
}

words! { Certainty { High => "high", Good => "good", Low => "low" } }

/// A number of members or residents as of a date.
#[derive(Clone, Debug)]
pub struct Denominator {
    /// The area whose figures it divides.
    pub area: Key<Area>,
    /// Of what.
    pub population: Population,
    /// How many; never zero.
    pub count: Amount,
    /// As of when.
    pub as_of: PartialDate,
    /// Who printed it, where.
    pub source: Text,
    /// How sure it is.
    pub certainty: Certainty,
    /// What must be told with every figure that is divided by it.
    pub caveat: Option<Text>,
    /// The observation that this is taken from, where it is one.
    pub observation: Option<Key<Observation>>,
}
