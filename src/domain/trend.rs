//! Trends: one area's figures of one indicator over time.
//!
//! Nothing joins two figures: what lies between them is not known, and a gap stays a gap.

use super::area::Area;
use super::cell::Cell;
use super::compare::Comparison;
use super::dataset::Dataset;
use super::date::days_between;
use super::definition::Definition;
use super::extent::Extent;
use super::measure::{MeasuredFigure, measure};
use super::observation::Observation;
use super::period::Shape;
use super::reason::{Reason, Verdict};
use super::select::candidates;
use super::table::Key;
use super::verdict::reasons;
use crate::sorting::InOrder;
use itertools::Itertools;
use jiff::civil::Date;
use std::cmp::Reverse;

/// How many figures make a trend.
const LEAST: usize = 3;

/// A figure with its time.
#[derive(Clone, Debug)]
pub struct TrendPoint {
    /// The figure that is plotted.
    pub observation: Key<Observation>,
    /// What it says under the measure: always a number.
    pub extent: Extent,
    /// The first day that it can speak of.
    pub first: Date,
    /// The last day that it can speak of.
    pub last: Date,
    /// Whether it speaks of one date, and not of all days between the two.
    pub is_date: bool,
    /// Whether an end of its period was worked out, not read, or is not known.
    pub is_inferred: bool,
    /// Whether it is of the same kind as the latest figure, so that the two may be set against each other.
    pub is_like: bool,
}

impl TrendPoint {
    /// Whether it may be drawn as high as its number: it is like the latest, and its number gives a bound to rely on.
    #[must_use]
    pub const fn has_height(&self) -> bool {
        self.is_like && matches!(self.extent, Extent::Within(_))
    }

    /// Returns the year that it counts under.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.middle().year()
    }

    /// Returns the day in the middle of its time.
    #[must_use]
    pub fn middle(&self) -> Date {
        let half = days_between(self.first, self.last) / 2;
        jiff::Span::new().try_days(half).ok().and_then(|half| self.first.checked_add(half).ok()).unwrap_or(self.first)
    }
}

/// One area's figures of one indicator over time.
#[derive(Clone, Debug)]
pub struct Trend {
    /// The area whose figures these are.
    pub area: Key<Area>,
    /// The figures, earliest first.
    pub points: Vec<TrendPoint>,
    /// How many more figures have no date, or no value under the measure.
    pub left_out: usize,
    /// How many more count something else at a time that has a point: the parts of a whole are no course of time.
    pub other_things: usize,
}

impl Comparison {
    /// Returns the trends of the areas that have three or more figures, of which two or more can be drawn.
    pub fn trends<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = Trend> + 'a {
        let enough = self.cells.iter().filter(|cell| self.held_by(dataset, cell.area).len() >= LEAST);
        enough.filter_map(|cell| self.trend(dataset, cell))
    }

    /// Returns the trend of one area, where it has three or more figures, of which two or more can be drawn.
    #[must_use]
    pub fn trend_of(&self, dataset: &Dataset, area: Key<Area>) -> Option<Trend> {
        self.cell_of(area)
            .filter(|cell| self.held_by(dataset, cell.area).len() >= LEAST)
            .and_then(|cell| self.trend(dataset, cell))
    }

    /// Of several figures of one time, the one that stands in the comparison counts as the latest.
    fn trend(&self, dataset: &Dataset, cell: &Cell) -> Option<Trend> {
        let area = cell.area;
        let (indicator, by) = (self.request.indicator, self.request.measure);
        let held = dataset.observations.summaries_of_cell(area, indicator);
        let candidates = candidates(dataset, held, &self.request.figure_choice).map(|summary| summary.key);
        let measured = |key: Key<Observation>| {
            let value = measure(dataset, &dataset.observations[key], by);
            let (extent, denominator) =
                value.map_or_else(|why| (Err(why), None), |value| (Ok(value.extent), value.denominator));
            MeasuredFigure { observations: vec![key], extent, denominator }
        };
        let dated = candidates.clone().map(measured).filter_map(|figure| {
            let number = figure.extent.as_ref().ok().filter(|extent| extent.largest().is_some())?;
            let reach = dataset.observations.time(figure.observation()).reach?;
            Some((reach, number.clone(), figure))
        });
        let chosen = cell.figure().map(MeasuredFigure::observation);
        let by_time = dated.in_order_by_key(|((first, last), _, figure)| {
            let key = figure.observation();
            let definition = Reverse(Definition::of(&dataset.observations[key]));
            (*last, *first, Some(key) == chosen, definition, &dataset.observations[key].id)
        });
        let by_time = by_time.collect_vec();
        let latest = &by_time.last()?.2;
        // A trend is of several times, so that these lie apart makes none of them unlike.
        let weighs = |reason: &Reason| {
            reason.weight() == Verdict::NotComparable && !matches!(reason, Reason::DatesFarApart { .. })
        };
        let point = |((first, last), extent, figure): &((Date, Date), Extent, MeasuredFigure)| {
            let period = &dataset.observations[figure.observation()].period;
            TrendPoint {
                observation: figure.observation(),
                extent: extent.clone(),
                first: *first,
                last: *last,
                is_date: matches!(period.shape, Shape::AsOf(_)),
                is_inferred: period.is_inferred() || period.is_unknown(),
                is_like: !reasons(dataset, figure, latest, by).iter().any(weighs),
            }
        };
        let points = one_thing_at_a_time(dataset, by_time.iter().map(point).collect());
        let (left_out, other_things) = (candidates.count() - by_time.len(), by_time.len() - points.len());
        let points = points.into_iter().in_order_by_key(TrendPoint::middle).collect_vec();
        let enough = points.len() + left_out >= LEAST && points.len() > 1;
        enough.then_some(Trend { area, points, left_out, other_things })
    }
}

/// Keeps, of points of one time, those that count the same thing: what the latest counts, where it is there, or else what
/// comes last of them. The points come by their time.
fn one_thing_at_a_time(dataset: &Dataset, points: Vec<TrendPoint>) -> Vec<TrendPoint> {
    let of = |point: &TrendPoint| Definition::of(&dataset.observations[point.observation]);
    let times = points.into_iter().chunk_by(|point| (point.first, point.last));
    let kept = times.into_iter().flat_map(|(_, points)| {
        let points = points.collect_vec();
        let kept = points.iter().rfind(|point| point.is_like).or(points.last()).map(of);
        points.into_iter().filter(move |point| Some(of(point)) == kept).collect_vec()
    });
    kept.collect()
}

/// Trends for the tests of what is drawn of them.
#[cfg(test)]
pub(crate) mod sample {
    use super::*;
    use crate::domain::interval::{Amount, Qualifier};

    pub(crate) fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    pub(crate) fn of(number: f64, qualifier: Qualifier) -> Extent {
        Extent::of(amount(number), qualifier)
    }

    pub(crate) fn point(extent: Extent, first: &str, last: &str) -> TrendPoint {
        let observation = Key::new(0);
        let (first, last): (Date, Date) = (first.parse().unwrap(), last.parse().unwrap());
        TrendPoint { observation, extent, first, last, is_date: first == last, is_inferred: false, is_like: true }
    }

    pub(crate) fn year(extent: Extent, year: i16) -> TrendPoint {
        point(extent, &format!("{year}-01-01"), &format!("{year}-12-31"))
    }

    pub(crate) fn trend(points: Vec<TrendPoint>) -> Trend {
        Trend { area: Key::new(0), points, left_out: 0, other_things: 0 }
    }
}
