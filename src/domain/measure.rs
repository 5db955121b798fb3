//! Figures under a measure: raw values, rates over time and values per head. Each measure can refuse a figure.

use super::area::Area;
use super::dataset::Dataset;
use super::date::{PartialDate, days_between};
use super::denominator::Denominator;
use super::extent::Extent;
use super::indicator::{Nature, Population};
use super::interval::Qualifier;
use super::observation::Observation;
use super::period::{Period, Range};
use super::request::{Divisor, Measure};
use super::table::Key;
use crate::text::Text;
use std::sync::Arc;

/// Which end of a period is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownEnd {
    /// The end at the first day.
    Start,
    /// The end at the last day.
    End,
}

/// Why a figure has no value under a measure.
#[derive(Clone, Debug, PartialEq)]
pub enum NoMeasure {
    /// Only a flow may become a rate; this is something else.
    NotAFlow(Nature),
    /// Only what is counted may be divided by heads; a percentage, a rank or a designed number may not.
    NotACount(Nature),
    /// The number of members per hundred members says nothing.
    OfItself(Population),
    /// A rate needs both ends of its period.
    PeriodUnknown {
        /// The end that is missing.
        end: UnknownEnd,
        /// Why it is missing, as the data says.
        why: Text,
    },
    /// The data has no number of members or residents of that time.
    NoDenominator {
        /// The people to divide by.
        population: Population,
        /// The nearest date for which the data has their number.
        nearest: Option<PartialDate>,
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
            Self::OfItself(_) => "of-itself",
            Self::PeriodUnknown { .. } => "period-unknown",
            Self::NoDenominator { .. } => "no-denominator",
            Self::OutOfRange => "out-of-range",
        }
    }
}

/// The value of a figure under a measure.
#[derive(Clone, Debug)]
pub struct MeasuredValue {
    /// What the figure says under the measure.
    pub extent: Extent,
    /// What it was divided by, where it was divided by heads.
    pub denominator: Option<Arc<Denominator>>,
}

/// A figure under a measure, which may refuse it.
#[derive(Clone, Debug)]
pub struct MeasuredFigure {
    /// The figure itself, and after it any that contradict it; at least one.
    pub observations: Vec<Key<Observation>>,
    /// What it says under the measure, or why it has no value there.
    pub extent: Result<Extent, NoMeasure>,
    /// What it was divided by, where it was divided by heads.
    pub denominator: Option<Arc<Denominator>>,
}

impl MeasuredFigure {
    /// Applies a measure to a figure and to those that contradict it.
    #[must_use]
    pub fn of(dataset: &Dataset, observations: Vec<Key<Observation>>, by: Measure) -> Self {
        // Most figures stay as they are printed, and are not looked at.
        if let (Divisor::One, [only]) = (by.divisor(), observations.as_slice())
            && let Some(interval) = dataset.observations.summary(*only).interval
        {
            return Self { observations, extent: Ok(Extent::Within(interval)), denominator: None };
        }
        let mut extent: Option<Result<Extent, NoMeasure>> = None;
        let mut denominator = None;
        for key in &observations {
            let measured = measure(dataset, &dataset.observations[*key], by);
            let next = measured.map(|measured| {
                denominator = measured.denominator;
                measured.extent
            });
            extent = Some(match (extent, next) {
                // Where figures contradict one another, the truth lies in one of them, and so in the interval that holds both.
                (Some(Ok(Extent::Within(first))), Ok(Extent::Within(next))) => Ok(Extent::Within(first.hull(next))),
                (Some(first), _) => first,
                (None, next) => next,
            });
        }
        Self { observations, extent: extent.unwrap_or(Err(NoMeasure::OutOfRange)), denominator }
    }

    /// Returns the figure itself.
    ///
    /// # Panics
    /// Never: there is at least one observation.
    #[must_use]
    pub fn observation(&self) -> Key<Observation> {
        self.observations[0]
    }

    /// Whether nothing contradicts it.
    #[must_use]
    pub fn is_of_one(&self) -> bool {
        self.observations.len() == 1
    }

    /// Whether it was divided by a number of people that is itself only a bound.
    #[must_use]
    pub fn has_hedged_denominator(&self) -> bool {
        self.denominator.as_ref().is_some_and(|denominator| denominator.qualifier != Qualifier::Exact)
    }
}

/// Applies a measure to a figure, or explains why it cannot.
///
/// # Errors
/// A [`NoMeasure`]: the figure stands, but this measure of it does not.
pub fn measure(dataset: &Dataset, observation: &Observation, measure: Measure) -> Result<MeasuredValue, NoMeasure> {
    let printed = observation.extent();
    match measure.divisor() {
        Divisor::One => Ok(MeasuredValue { extent: printed, denominator: None }),
        Divisor::Months => per_month(observation, &printed),
        Divisor::Heads { population, unit } => per_head(dataset, observation, &printed, (population, unit)),
    }
}

fn per_month(observation: &Observation, printed: &Extent) -> Result<MeasuredValue, NoMeasure> {
    if observation.nature != Nature::Flow {
        return Err(NoMeasure::NotAFlow(observation.nature));
    }
    // A mean or a frequency is a rate already, whatever the length of its period.
    if let Some(each) = observation.each {
        let extent = printed.scaled(each.in_a_month(), Range { least: 1.0, greatest: 1.0 });
        return Ok(MeasuredValue { extent: extent.ok_or(NoMeasure::OutOfRange)?, denominator: None });
    }
    let period = &observation.period;
    let unknown = |end| move |why: &Text| NoMeasure::PeriodUnknown { end, why: why.clone() };
    if let Some(start) = period.start().filter(|start| start.date().is_none()) {
        return Err(start.why().map_or(NoMeasure::OutOfRange, unknown(UnknownEnd::Start)));
    }
    if period.end().date().is_none() {
        return Err(period.end().why().map_or(NoMeasure::OutOfRange, unknown(UnknownEnd::End)));
    }
    let months = period.months().ok_or(NoMeasure::NotAFlow(Nature::Stock))?;
    let extent = printed.scaled(1.0, months).ok_or(NoMeasure::OutOfRange)?;
    Ok(MeasuredValue { extent, denominator: None })
}

fn per_head(
    dataset: &Dataset,
    observation: &Observation,
    printed: &Extent,
    (population, unit): (Population, f64),
) -> Result<MeasuredValue, NoMeasure> {
    if !observation.nature.is_count() {
        return Err(NoMeasure::NotACount(observation.nature));
    }
    if dataset.indicators[observation.indicator].denominator == Some(population) {
        return Err(NoMeasure::OfItself(population));
    }
    let denominator = denominator(dataset, observation.area, population, &observation.period)?;
    let count = denominator.interval().ok_or(NoMeasure::OutOfRange)?;
    let extent = printed.divided(unit, count).ok_or(NoMeasure::OutOfRange)?;
    Ok(MeasuredValue { extent, denominator: Some(Arc::clone(denominator)) })
}

/// Returns how far a denominator's date may lie from the period it serves, in days.
///
/// Members change with every plenary session, so theirs must lie within a year of the period. A census is taken every
/// ten years, and serves until the next.
const fn reach_in_days(population: Population) -> i64 {
    match population {
        Population::Members => 366,
        Population::Residents => 3653,
    }
}

/// Returns the denominator whose date lies nearest to the period, where it is near enough; of two as near, the later. Where a
/// date or an end is known only as a range of days, the farthest of them count, so that a vaguer date brings no denominator
/// nearer.
fn denominator<'a>(
    dataset: &'a Dataset,
    area: Key<Area>,
    population: Population,
    period: &Period,
) -> Result<&'a Arc<Denominator>, NoMeasure> {
    let denominators = dataset.denominators_of(area).filter(|denominator| denominator.population == population);
    let refusal = |nearest| NoMeasure::NoDenominator { population, nearest };
    let (first, last) = (period.first_days(), period.last_days());
    let Some((first, last)) = first.or(last).zip(last.or(first)) else {
        let unknown = period.end().why().map(|why| NoMeasure::PeriodUnknown { end: UnknownEnd::End, why: why.clone() });
        return Err(unknown.unwrap_or_else(|| refusal(None)));
    };
    let distance = |denominator: &Arc<Denominator>| {
        let (earliest, latest) = (denominator.as_of.earliest(), denominator.as_of.latest());
        days_between(earliest, first.1).max(days_between(last.0, latest)).max(0)
    };
    let nearest =
        denominators.min_by_key(|denominator| (distance(denominator), std::cmp::Reverse(denominator.as_of.latest())));
    match nearest {
        Some(denominator) if distance(denominator) <= reach_in_days(population) => Ok(denominator),
        other => Err(refusal(other.map(|denominator| denominator.as_of))),
    }
}
