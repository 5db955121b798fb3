//! Raw values, rates over time and values per head, each of which can refuse.

use super::dataset::Dataset;
use super::date::days_between;
use super::interval::Extent;
use super::period::{Period, Range};
use super::table::Key;
use crate::domain::area::Area;
use crate::domain::denominator::Denominator;
use crate::domain::indicator::{Nature, Population};
use crate::domain::observation::Observation;
use crate::domain::request::Measure;
use crate::text::Text;

/// Which end of a period is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownEnd {
    /// The start.
    Start,
    /// The end.
    End,
}

/// Why a figure has no value under a measure.
#[derive(Clone, Debug, PartialEq)]
pub enum NoMeasure {
    /// Only a flow may become a rate; this is something else.
    NotAFlow(Nature),
    /// Only what is counted may be divided by heads; a percentage, a rank or a designed number may not.
    NotACount(Nature),
    /// A rate needs both ends of its period.
    PeriodUnknown {
        /// Which end is missing.
        end: UnknownEnd,
        /// Why, as the data says.
        why: Text,
    },
    /// No number of members or residents of that time is held.
    NoDenominator {
        /// Of what.
        population: Population,
        /// The nearest date of which one is held.
        nearest: Option<super::date::PartialDate>,
    },
    /// The result is too large to be a number.
    OutOfRange,
}

impl NoMeasure {
    /// Returns its name in exports; it never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotAFlow(_) => "not-a-flow",
            Self::NotACount(_) => "not-a-count",
            Self::PeriodUnknown { .. } => "period-unknown",
            Self::NoDenominator { .. } => "no-denominator",
            Self::OutOfRange => "out-of-range",
        }
    }
}

/// A figure under a measure.
#[derive(Clone, Debug)]
pub struct Measured {
    /// What it says.
    pub extent: Extent,
    /// What it was divided by, where it was divided by heads.
    pub denominator: Option<Denominator>,
}

/// Puts a figure under a measure, or says why that can't be.
///
/// # Errors
/// A [`NoMeasure`]: the figure stands, but this measure of it does not.
pub fn measure(dataset: &Dataset, observation: &Observation, measure: Measure) -> Result<Measured, NoMeasure> {
    let printed = observation.extent();
    match measure.head() {
        None if measure == Measure::Raw => Ok(Measured { extent: printed, denominator: None }),
        None => per_month(observation, &printed),
        Some((population, heads)) => {
            if !matches!(observation.nature, Nature::Flow | Nature::Stock) {
                return Err(NoMeasure::NotACount(observation.nature));
            }
            let held = denominator(dataset, observation.area, population, &observation.period)?;
            let count = Range { least: held.count.get(), greatest: held.count.get() };
            let extent = printed.scaled(heads, count).ok_or(NoMeasure::OutOfRange)?;
            Ok(Measured { extent, denominator: Some(held.clone()) })
        }
    }
}

fn per_month(observation: &Observation, printed: &Extent) -> Result<Measured, NoMeasure> {
    if observation.nature != Nature::Flow {
        return Err(NoMeasure::NotAFlow(observation.nature));
    }
    let period = &observation.period;
    let unknown = |end| move |why: &Text| NoMeasure::PeriodUnknown { end, why: why.clone() };
    if let Some(start) = period.start().filter(|start| start.days().is_none()) {
        return Err(start.why().map_or(NoMeasure::OutOfRange, unknown(UnknownEnd::Start)));
    }
    if period.end().days().is_none() {
        return Err(period.end().why().map_or(NoMeasure::OutOfRange, unknown(UnknownEnd::End)));
    }
    let months = period.months().ok_or(NoMeasure::NotAFlow(Nature::Stock))?;
    let extent = printed.scaled(1.0, months).ok_or(NoMeasure::OutOfRange)?;
    Ok(Measured { extent, denominator: None })
}

/// How far a denominator's date may lie from the period it serves, in days.
///
/// Members change with every plenary session, so theirs must lie within a year of the period. A census is taken every
/// ten years, and serves until the next.
const fn reach_in_days(population: Population) -> i64 {
    match population {
        Population::Members => 366,
        Population::Residents => 3653,
    }
}

/// The denominator whose date lies nearest to the period, where it is near enough; of two as near, the later.
fn denominator<'a>(
    dataset: &'a Dataset,
    area: Key<Area>,
    population: Population,
    period: &Period,
) -> Result<&'a Denominator, NoMeasure> {
    let held = dataset.denominators_of(area).filter(|held| held.population == population);
    let refusal = |nearest| NoMeasure::NoDenominator { population, nearest };
    let Some((first, last)) = period.reach() else {
        let unknown = period.end().why().map(|why| NoMeasure::PeriodUnknown { end: UnknownEnd::End, why: why.clone() });
        return Err(unknown.unwrap_or_else(|| refusal(None)));
    };
    let distance = |held: &Denominator| {
        days_between(held.as_of.latest(), first).max(days_between(last, held.as_of.earliest())).max(0)
    };
    let nearest = held.min_by_key(|held| (distance(held), std::cmp::Reverse(held.as_of.latest())));
    match nearest {
        Some(held) if distance(held) <= reach_in_days(population) => Ok(held),
        other => Err(refusal(other.map(|held| held.as_of))),
    }
}

/// A figure that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The figure, and after it any that contradict it.
    pub observations: Vec<Key<Observation>>,
    /// What it says under the measure, or why it says nothing.
    pub extent: Result<Extent, NoMeasure>,
    /// What it was divided by, where it was divided by heads.
    pub denominator: Option<Denominator>,
}

impl Found {
    /// The figure itself.
    ///
    /// # Panics
    /// Never: a found figure has at least one observation.
    #[must_use]
    pub fn main(&self) -> Key<Observation> {
        self.observations[0]
    }
}
