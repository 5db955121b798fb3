//! Which of several figures is of the moment asked for: the latest, the closest to others, or that of a year.

use super::dataset::Dataset;
use super::date::days_between;
use super::observation_index::{ObservationSummary, ObservationTime};
use itertools::Itertools;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, btree_map};
use std::iter::Peekable;

/// Returns the figure whose period ends last; among equals the one whose length is nearest to a year, which is the span that
/// committees report on; then the one whose source was seen best; then the one whose id comes first.
pub(super) fn latest(dataset: &Dataset, candidates: &[ObservationSummary]) -> Option<ObservationSummary> {
    latest_of(dataset, candidates.iter())
}

fn latest_of<'a>(
    dataset: &Dataset,
    candidates: impl Iterator<Item = &'a ObservationSummary> + Clone,
) -> Option<ObservationSummary> {
    let last_day = |summary: &ObservationSummary| summary.time.reach.map(|(_, last)| last);
    let latest = candidates.clone().map(last_day).max()?;
    let misfit = |summary: &&ObservationSummary| {
        let observation = &dataset.observations[summary.key];
        let reach = summary.time.reach;
        let from_a_year = reach.map(|(first, last)| (days_between(first, last) - 365).abs());
        let grade = observation.sources().map(|source| dataset.articles[source.article].grade).min();
        (from_a_year, reach.map(|(first, _)| Reverse(first)), grade, &observation.id)
    };
    // Nearly always one figure ends last, and nothing else has to be looked at.
    let best = match candidates.filter(|summary| last_day(summary) == latest).exactly_one() {
        Ok(only) => Some(only),
        Err(several) => several.min_by_key(misfit),
    };
    best.copied()
}

/// Returns the figure whose period fits a year best, of those that count under it.
///
/// A term, a year and a quarter may all have their middle in that year; then the year itself is meant. Stocks have no
/// length to fit, and of figures that fit equally well the latest is taken.
pub(super) fn of_year(dataset: &Dataset, candidates: &[ObservationSummary], year: i16) -> Option<ObservationSummary> {
    let of_year = candidates.iter().filter(|summary| summary.time.year() == Some(year));
    // Nearly always there is one at the most, and its fit does not matter.
    let of_year = match of_year.at_most_one() {
        Ok(one) => return one.copied(),
        Err(several) => several,
    };
    let least = of_year.clone().map(|summary| misfit(summary.time, year)).min()?;
    latest_of(dataset, of_year.filter(|summary| misfit(summary.time, year) == least))
}

/// Counts the days by which a span and a calendar year miss each other, at both ends together.
fn misfit(time: ObservationTime, year: i16) -> i64 {
    match time.reach {
        Some((first, last)) if time.is_of_span => {
            let (new_year, new_years_eve) = (Date::constant(year, 1, 1), Date::constant(year, 12, 31));
            days_between(new_year, first).abs() + days_between(new_years_eve, last).abs()
        }
        _ => 0,
    }
}

/// Returns the middle of the figure to which the nearest figures of all areas are closest; among equals, the later. Those of an
/// area come earliest first.
pub(super) fn closest_day<'a>(candidates: impl Iterator<Item = &'a [ObservationSummary]>) -> Option<Date> {
    let mut spread = Spread::default();
    let mut days: BTreeMap<i64, Date> = BTreeMap::new();
    for of_area in candidates {
        // Most areas report on the same years, so that there are far fewer days than figures.
        let middles = of_area.iter().filter_map(|summary| summary.time.middle);
        spread.add(middles.map(|day| {
            let place = 2 * days_between(Date::ZERO, day);
            days.entry(place).or_insert(day);
            place
        }));
    }
    let mut spread = spread.on_the_way();
    days.into_iter().min_by_key(|(place, day)| (spread.at(*place), Reverse(*day))).map(|(_, day)| day)
}

/// How far the nearest figures of all areas lie from any day, in half days altogether.
///
/// Of one area it falls towards each of its figures, and rises from there to half the way to its next. So it is a line with
/// bends, and so is the sum of all areas.
#[derive(Debug, Default)]
struct Spread {
    /// By how much the line bends at each place.
    bends: BTreeMap<i64, i64>,
    areas: i64,
    /// The sum of the first places of all areas.
    firsts: i64,
}

impl Spread {
    /// Adds the places of an area's figures, in half days from any origin, the first first.
    fn add(&mut self, places: impl Iterator<Item = i64>) {
        let mut before = None;
        for place in places {
            match before {
                Some(before) if before == place => continue,
                Some(before) => *self.bends.entry(i64::midpoint(before, place)).or_default() -= 2,
                None => {
                    self.areas += 1;
                    self.firsts += place;
                }
            }
            *self.bends.entry(place).or_default() += 2;
            before = Some(place);
        }
    }

    /// Returns the same as one goes forward, from the first place on.
    fn on_the_way(self) -> SpreadOnTheWay {
        let place = self.bends.keys().next().copied().unwrap_or_default();
        let value = self.firsts - self.areas * place;
        SpreadOnTheWay { bends: self.bends.into_iter().peekable(), place, value, slope: -self.areas }
    }
}

/// The spread at a place that goes forward: each bend is passed once.
struct SpreadOnTheWay {
    bends: Peekable<btree_map::IntoIter<i64, i64>>,
    place: i64,
    value: i64,
    slope: i64,
}

impl SpreadOnTheWay {
    /// Returns the sum at a place, which is not before the place asked for last.
    fn at(&mut self, place: i64) -> i64 {
        while let Some((bend, by)) = self.bends.next_if(|(bend, _)| *bend < place) {
            self.go_to(bend);
            self.slope += by;
        }
        self.go_to(place);
        self.value
    }

    const fn go_to(&mut self, place: i64) {
        self.value += self.slope * (place - self.place);
        self.place = place;
    }
}

/// Returns the figure whose middle lies nearest to the day; the latest of those as near, and where no figure has a date.
pub(super) fn nearest(
    dataset: &Dataset,
    candidates: &[ObservationSummary],
    day: Option<Date>,
) -> Option<ObservationSummary> {
    let distance = |summary: &ObservationSummary| Some(days_between(summary.time.middle?, day?).abs());
    let least = candidates.iter().filter_map(distance).min();
    latest_of(dataset, candidates.iter().filter(|summary| least.is_none() || distance(summary) == least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_is_the_sum_of_the_distances_to_the_nearest() {
        let areas = [vec![0, 7, 7, 20], vec![3], vec![5, 6, 30, 31], vec![]];
        let mut spread = Spread::default();
        for of_area in &areas {
            spread.add(of_area.iter().map(|day| 2 * day));
        }
        let mut spread = spread.on_the_way();
        for at in [0, 3, 5, 6, 7, 20, 30, 31] {
            let nearest = |of_area: &Vec<i64>| of_area.iter().map(|other| (other - at).abs()).min();
            let plain: i64 = areas.iter().filter_map(nearest).sum();
            assert_eq!(spread.at(2 * at), 2 * plain, "{at}");
        }
    }
}
