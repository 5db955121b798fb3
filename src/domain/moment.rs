//! Which of several figures is of the moment asked for: the latest, the closest to others, or that of a year.

use super::dataset::Dataset;
use super::date::days_between;
use super::observation::Observation;
use super::period::{Period, Shape};
use super::table::Key;
use jiff::civil::Date;
use std::cmp::Reverse;

/// Returns the figure whose period ends last; among equals the one whose length is nearest to a year, which is the span that
/// committees report on; then the one whose source was seen best; then the one whose id comes first.
pub(super) fn latest(dataset: &Dataset, candidates: &[Key<Observation>]) -> Option<Key<Observation>> {
    let ends = |key: &&Key<Observation>| {
        let observation = &dataset.observations[**key];
        let reach = observation.period.reach();
        let from_a_year = reach.map(|(first, last)| (days_between(first, last) - 365).abs());
        let grade = observation.sources().map(|source| dataset.articles[source.article].grade).min();
        (
            reach.map(|(_, last)| last),
            Reverse((from_a_year, reach.map(|(first, _)| Reverse(first)), grade, &observation.id)),
        )
    };
    candidates.iter().max_by_key(ends).copied()
}

/// Returns the figure whose period fits a year best, of those that count under it.
///
/// A term, a year and a quarter may all have their middle in that year; then the year itself is meant. Stocks have no
/// length to fit, and of figures that fit equally well the latest is taken.
pub(super) fn of_year(dataset: &Dataset, candidates: &[Key<Observation>], year: i16) -> Option<Key<Observation>> {
    let of_year = || candidates.iter().copied().filter(|key| dataset.observations[*key].period.year() == Some(year));
    let misfit = |key: Key<Observation>| misfit(&dataset.observations[key].period, year);
    let least = of_year().map(misfit).min()?;
    let best: Vec<Key<Observation>> = of_year().filter(|key| misfit(*key) == least).collect();
    latest(dataset, &best)
}

/// Counts the days by which a span and a calendar year miss each other, at both ends together.
fn misfit(period: &Period, year: i16) -> i64 {
    match (&period.shape, period.reach()) {
        (Shape::Span { .. }, Some((first, last))) => {
            let (new_year, new_years_eve) = (Date::constant(year, 1, 1), Date::constant(year, 12, 31));
            days_between(new_year, first).abs() + days_between(new_years_eve, last).abs()
        }
        _ => 0,
    }
}

fn middle(dataset: &Dataset, key: Key<Observation>) -> Option<Date> {
    dataset.observations[key].period.middle()
}

/// Returns the middle of the figure to which the nearest figures of all areas are closest; among equals, the later.
pub(super) fn closest_day(dataset: &Dataset, candidates: &[Vec<Key<Observation>>]) -> Option<Date> {
    let distance = |of_area: &Vec<Key<Observation>>, day: Date| {
        of_area.iter().filter_map(|key| middle(dataset, *key)).map(|middle| days_between(middle, day).abs()).min()
    };
    candidates.iter().flatten().filter_map(|key| middle(dataset, *key)).min_by_key(|day| {
        let spread: i64 = candidates.iter().filter_map(|of_area| distance(of_area, *day)).sum();
        (spread, Reverse(*day))
    })
}

/// Returns the figure whose middle lies nearest to the day; the latest of those as near, and where no figure has a date.
pub(super) fn nearest(
    dataset: &Dataset,
    candidates: &[Key<Observation>],
    day: Option<Date>,
) -> Option<Key<Observation>> {
    let distance = |key: &Key<Observation>| Some(days_between(middle(dataset, *key)?, day?).abs());
    let least = candidates.iter().filter_map(distance).min();
    let nearest: Vec<Key<Observation>> =
        candidates.iter().copied().filter(|key| least.is_none() || distance(key) == least).collect();
    latest(dataset, &nearest)
}
