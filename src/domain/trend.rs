//! One area's figures of one indicator over time, and a line of blocks for them; `plot` is the geometry of their drawing.
//!
//! Nothing joins two figures: what lies between them is not known, and a gap stays a gap.

mod plot;

pub use plot::{Label, Plot, TrendCell, YearMark, plot};

use super::compare::{Comparison, Found};
use super::dataset::Dataset;
use super::date::days_between;
use super::interval::{Extent, High};
use super::measure::measure;
use super::model::{Area, Observation};
use super::moment::candidates;
use super::period::Shape;
use super::table::Key;
use super::verdict::{Reason, Verdict, reasons};
use itertools::Itertools;
use jiff::civil::Date;

/// How many figures make a trend.
const LEAST: usize = 3;

/// A figure with its time.
#[derive(Clone, Debug)]
pub struct TrendPoint {
    /// The figure.
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
    /// Whether it is of the same kind as the last one, so that the two may be set against each other.
    pub is_like: bool,
}

impl TrendPoint {
    /// The year that it counts under.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.middle().year()
    }

    fn middle(&self) -> Date {
        let half = days_between(self.first, self.last) / 2;
        jiff::Span::new().try_days(half).ok().and_then(|half| self.first.checked_add(half).ok()).unwrap_or(self.first)
    }
}

/// One area's figures of one indicator over time.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Whose.
    pub area: Key<Area>,
    /// The figures, by time.
    pub points: Vec<TrendPoint>,
    /// How many more there are without a date or without a value under the measure.
    pub left_out: usize,
}

impl Comparison {
    /// The trends of the areas of which three or more figures are held, and two or more can be drawn.
    pub fn trends<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = Trend> + 'a {
        let enough = self.cells.iter().filter(|cell| cell.held.len() >= LEAST);
        enough.filter_map(|cell| self.trend(dataset, cell.area))
    }

    fn trend(&self, dataset: &Dataset, area: Key<Area>) -> Option<Trend> {
        let (indicator, by) = (self.request.indicator, self.request.measure);
        let held = candidates(dataset, area, indicator);
        let found = |key: &Key<Observation>| {
            let measured = measure(dataset, &dataset.observations[*key], by);
            let (extent, denominator) =
                measured.map_or_else(|why| (Err(why), None), |it| (Ok(it.extent), it.denominator));
            Found { observations: vec![*key], extent, denominator }
        };
        let dated = held.iter().map(found).filter_map(|found| {
            let number = found.extent.as_ref().ok().filter(|extent| extent.largest().is_some())?;
            let reach = dataset.observations[found.main()].period.reach()?;
            Some((reach, number.clone(), found))
        });
        let by_time = dated.sorted_by_key(|((first, last), ..)| (*last, *first)).collect_vec();
        let latest = &by_time.last()?.2;
        let weighs = |reason: &Reason| reason.weight() == Verdict::NotComparable;
        let point = |((first, last), extent, found): &((Date, Date), Extent, Found)| {
            let period = &dataset.observations[found.main()].period;
            TrendPoint {
                observation: found.main(),
                extent: extent.clone(),
                first: *first,
                last: *last,
                is_date: matches!(period.shape, Shape::AsOf(_)),
                is_inferred: period.is_inferred() || period.is_unknown(),
                is_like: !reasons(dataset, found, latest, by).iter().any(weighs),
            }
        };
        let points = by_time.iter().map(point).sorted_by_key(TrendPoint::middle).collect_vec();
        let enough = held.len() >= LEAST && points.len() > 1;
        enough.then(|| Trend { area, left_out: held.len() - points.len(), points })
    }
}

/// One character for each year from the first to the last: a block as high as the figure, or `None` in a year without
/// one. Of two figures of one year the later stands; what is only an upper bound, or no bound, has no height.
#[must_use]
pub fn spark(trend: &Trend) -> Vec<Option<char>> {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let scale = super::bar::scale_of(trend.points.iter().map(|point| &point.extent));
    let years = trend.points.iter().map(TrendPoint::year);
    let (Some(scale), Some((first, last))) = (scale, years.minmax().into_option()) else { return Vec::new() };
    let block = |point: &TrendPoint| match &point.extent {
        Extent::Within(interval) if !matches!(interval.high(), High::Open(_)) => {
            let share = interval.low().amount().get() / scale.get();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 8")]
            let eighth = (share * 8.0).ceil().clamp(1.0, 8.0) as usize;
            BLOCKS[eighth - 1]
        }
        _ => '~',
    };
    (first..=last).map(|year| trend.points.iter().rfind(|point| point.year() == year).map(block)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interval::{Amount, Qualifier};

    pub(super) fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    pub(super) fn of(number: f64, qualifier: Qualifier) -> Extent {
        Extent::of(amount(number), qualifier)
    }

    pub(super) fn point(extent: Extent, first: &str, last: &str) -> TrendPoint {
        let observation = Key::new(0);
        let (first, last): (Date, Date) = (first.parse().unwrap(), last.parse().unwrap());
        TrendPoint { observation, extent, first, last, is_date: first == last, is_inferred: false, is_like: true }
    }

    pub(super) fn year(extent: Extent, year: i16) -> TrendPoint {
        point(extent, &format!("{year}-01-01"), &format!("{year}-12-31"))
    }

    pub(super) fn trend(points: Vec<TrendPoint>) -> Trend {
        Trend { area: Key::new(0), points, left_out: 0 }
    }

    #[test]
    fn a_year_without_a_figure_is_a_gap_in_the_line() {
        let held = trend(vec![
            year(of(100.0, Qualifier::Exact), 2019),
            year(of(10.0, Qualifier::Exact), 2021),
            year(of(50.0, Qualifier::About), 2022),
        ]);
        assert_eq!(spark(&held), [Some('█'), None, Some('▁'), Some('~')]);
    }
}
