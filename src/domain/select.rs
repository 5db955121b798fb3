//! Which of an area's figures of several years stands in a comparison.

use super::absence::AbsenceKind;
use super::area::Area;
use super::dataset::Dataset;
use super::date::days_between;
use super::indicator::Indicator;
use super::observation::{Observation, Status};
use super::period::{Period, Shape};
use super::request::YearChoice;
use super::table::Key;
use crate::text::Text;
use jiff::civil::Date;

/// Why an area has no figure. It never means zero, and never idleness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The articles that were read do not say.
    NotReported,
    /// There are figures, but none that counts under the year asked for.
    NothingForYear {
        /// The year asked for.
        year: i16,
        /// The years of which there are figures.
        available: Vec<i16>,
    },
    /// Somebody has looked into it.
    LookedInto {
        /// What was found out.
        kind: AbsenceKind,
        /// Why there is no figure.
        why: Text,
    },
}

impl Missing {
    /// Returns the stable id, which never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotReported => "not-reported",
            Self::NothingForYear { .. } => "nothing-for-year",
            Self::LookedInto { kind: AbsenceKind::NotApplicable, .. } => "not-applicable",
            Self::LookedInto { kind: AbsenceKind::NotCurated, .. } => "not-curated",
        }
    }
}

/// What an area puts into a comparison: its figure, with others that contradict it, or why there is none.
pub(super) type Choice = Result<Vec<Key<Observation>>, Missing>;

/// Chooses one figure for each area.
pub(super) fn choose(
    dataset: &Dataset,
    indicator: Key<Indicator>,
    areas: &[Key<Area>],
    choice: YearChoice,
) -> Vec<Choice> {
    let candidates: Vec<Vec<Key<Observation>>> =
        areas.iter().map(|area| candidates(dataset, *area, indicator)).collect();
    let anchor = match choice {
        YearChoice::Closest => closest_day(dataset, &candidates),
        YearChoice::Latest | YearChoice::Year(_) => None,
    };
    let choose = |(area, candidates): (&Key<Area>, &Vec<Key<Observation>>)| {
        if candidates.is_empty() {
            return Err(absence(dataset, *area, indicator));
        }
        let chosen = match choice {
            YearChoice::Latest => latest(dataset, candidates.iter().copied()),
            YearChoice::Closest => nearest(dataset, candidates, anchor),
            YearChoice::Year(year) => of_year(dataset, candidates, year),
        };
        let chosen = chosen.map(|key| with_contradictions(dataset, key, candidates));
        chosen.ok_or_else(|| nothing_chosen(dataset, choice, candidates))
    };
    areas.iter().zip(&candidates).map(choose).collect()
}

fn absence(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Missing {
    dataset
        .absence(area, indicator)
        .map_or(Missing::NotReported, |absence| Missing::LookedInto { kind: absence.kind, why: absence.why.clone() })
}

/// Explains why none of an area's figures was chosen.
fn nothing_chosen(dataset: &Dataset, choice: YearChoice, candidates: &[Key<Observation>]) -> Missing {
    let mut available: Vec<i16> =
        candidates.iter().filter_map(|key| dataset.observations[*key].period.year()).collect();
    available.sort_unstable();
    available.dedup();
    match choice {
        YearChoice::Year(year) => Missing::NothingForYear { year, available },
        YearChoice::Latest | YearChoice::Closest => Missing::NotReported,
    }
}

/// Returns all figures of an area that may stand in a comparison.
///
/// What has happened comes before what is only planned. A part is left out if its whole is there, which already counts
/// it. But one year of a total over several years is a part in time, and stands for itself.
pub(super) fn candidates(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Vec<Key<Observation>> {
    let all: Vec<(Key<Observation>, &Observation)> = dataset.observations_of(area, indicator).collect();
    let has_achieved = all.iter().any(|(_, observation)| observation.status == Status::Achieved);
    all.iter()
        .filter(|(_, observation)| !has_achieved || observation.status == Status::Achieved)
        .filter(|(_, observation)| {
            let whole = observation.part_of.and_then(|whole| all.iter().find(|(key, _)| *key == whole));
            whole.is_none_or(|(_, whole)| is_part_in_time(&observation.period, &whole.period))
        })
        .map(|(key, _)| *key)
        .collect()
}

/// Whether a part speaks of no more than half of the time that its whole speaks of.
fn is_part_in_time(part: &Period, whole: &Period) -> bool {
    let days = |period: &Period| period.reach().map(|(first, last)| days_between(first, last) + 1);
    days(part).zip(days(whole)).is_some_and(|(part, whole)| part * 2 <= whole)
}

/// Returns the figure whose period ends last; among equals the one that starts later, then the first in the data.
fn latest(
    dataset: &Dataset,
    candidates: impl DoubleEndedIterator<Item = Key<Observation>>,
) -> Option<Key<Observation>> {
    let ends = |key: &Key<Observation>| {
        let reach = dataset.observations[*key].period.reach();
        (reach.map(|(_, last)| last), reach.map(|(first, _)| first))
    };
    // `max_by_key` returns the last of equals; in reverse that is the first in the data.
    candidates.rev().max_by_key(ends)
}

/// Returns the figure whose period fits a year best, of those that count under it.
///
/// A term, a year and a quarter may all have their middle in that year; then the year itself is meant. Stocks have no
/// length to fit, and of figures that fit equally well the latest is taken.
fn of_year(dataset: &Dataset, candidates: &[Key<Observation>], year: i16) -> Option<Key<Observation>> {
    let of_year = || candidates.iter().copied().filter(|key| dataset.observations[*key].period.year() == Some(year));
    let misfit = |key: Key<Observation>| misfit(&dataset.observations[key].period, year);
    let least = of_year().map(misfit).min()?;
    latest(dataset, of_year().filter(|key| misfit(*key) == least))
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
fn closest_day(dataset: &Dataset, candidates: &[Vec<Key<Observation>>]) -> Option<Date> {
    let distance = |of_area: &Vec<Key<Observation>>, day: Date| {
        of_area.iter().filter_map(|key| middle(dataset, *key)).map(|middle| days_between(middle, day).abs()).min()
    };
    candidates.iter().flatten().filter_map(|key| middle(dataset, *key)).min_by_key(|day| {
        let spread: i64 = candidates.iter().filter_map(|of_area| distance(of_area, *day)).sum();
        (spread, std::cmp::Reverse(*day))
    })
}

/// Returns the figure whose middle lies nearest to the day; the latest where no figure has a date.
fn nearest(dataset: &Dataset, candidates: &[Key<Observation>], day: Option<Date>) -> Option<Key<Observation>> {
    let dated = candidates.iter().copied().filter_map(|key| Some((key, middle(dataset, key)?)));
    day.and_then(|day| dated.min_by_key(|(_, middle)| days_between(*middle, day).abs()))
        .map(|(key, _)| key)
        .or_else(|| latest(dataset, candidates.iter().copied()))
}

/// Returns the figure with all others that speak of the same thing at the same time and print another number.
///
/// A number within the range of a vaguer one (503 beside 500余) is no contradiction and replaces it.
fn with_contradictions(
    dataset: &Dataset,
    chosen: Key<Observation>,
    candidates: &[Key<Observation>],
) -> Vec<Key<Observation>> {
    let first = &dataset.observations[chosen];
    let speaks_of_the_same = |key: &Key<Observation>| {
        let other = &dataset.observations[*key];
        *key != chosen
            && other.period.reach() == first.period.reach()
            && other.scope == first.scope
            && other.variant == first.variant
            && other.nature == first.nature
            && other.status == first.status
            && other.actor == first.actor
    };
    let mut all = vec![chosen];
    for key in candidates.iter().copied().filter(speaks_of_the_same) {
        let prints = |key: Key<Observation>| &dataset.observations[key].value;
        if all.iter().all(|other| prints(*other) != prints(key)) {
            all.push(key);
        }
    }
    let interval = |key: &Key<Observation>| dataset.observations[*key].extent().interval();
    let stands_for = |vague: &Key<Observation>, exact: &Key<Observation>| {
        let pair = interval(vague).zip(interval(exact));
        pair.is_some_and(|(vague, exact)| vague != exact && vague.hull(exact) == vague)
    };
    all.iter().filter(|vague| !all.iter().any(|exact| stands_for(vague, exact))).copied().collect()
}
