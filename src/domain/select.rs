//! Which of an area's figures, of several years, stands in a comparison.

use crate::domain::absence::AbsenceKind;
use crate::domain::area::Area;
use crate::domain::dataset::Dataset;
use crate::domain::date::days_between;
use crate::domain::indicator::Indicator;
use crate::domain::observation::{Observation, Status};
use crate::domain::period::{Period, Shape};
use crate::domain::request::Moment;
use crate::domain::table::Key;
use crate::text::Text;
use jiff::civil::Date;

/// Why an area has no figure. Never zero, and never idleness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The sources held do not say.
    NotReported,
    /// There are figures, but none that counts under the year asked for.
    NothingForYear {
        /// The year asked for.
        year: i16,
        /// The years of which figures are held.
        held: Vec<i16>,
    },
    /// Somebody has looked into it.
    LookedInto {
        /// What was found.
        kind: AbsenceKind,
        /// Why.
        why: Text,
    },
}

impl Missing {
    /// Returns its name in exports; it never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotReported => "not-reported",
            Self::NothingForYear { .. } => "nothing-for-year",
            Self::LookedInto { kind, .. } => kind.id(),
        }
    }
}

/// What an area puts into a comparison: its figure, with others that contradict it, or why there is none.
pub(super) type Choice = Result<Vec<Key<Observation>>, Missing>;

/// Chooses for each area.
pub(super) fn choose(dataset: &Dataset, indicator: Key<Indicator>, areas: &[Key<Area>], moment: Moment) -> Vec<Choice> {
    let candidates: Vec<Vec<Key<Observation>>> =
        areas.iter().map(|area| candidates(dataset, *area, indicator)).collect();
    let anchor = match moment {
        Moment::Closest => closest_day(dataset, &candidates),
        Moment::Latest | Moment::Year(_) => None,
    };
    areas
        .iter()
        .zip(&candidates)
        .map(|(area, held)| {
            if held.is_empty() {
                return Err(absence(dataset, *area, indicator));
            }
            let chosen = match moment {
                Moment::Latest => latest(dataset, held.iter().copied()),
                Moment::Closest => nearest(dataset, held, anchor),
                Moment::Year(year) => of_year(dataset, held, year),
            };
            chosen.map(|key| with_contradictions(dataset, key, held)).ok_or_else(|| nothing_for(dataset, moment, held))
        })
        .collect()
}

fn absence(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Missing {
    dataset
        .absence(area, indicator)
        .map_or(Missing::NotReported, |absence| Missing::LookedInto { kind: absence.kind, why: absence.why.clone() })
}

fn nothing_for(dataset: &Dataset, moment: Moment, held: &[Key<Observation>]) -> Missing {
    let mut years: Vec<i16> = held.iter().filter_map(|key| dataset.observations[*key].period.year()).collect();
    years.sort_unstable();
    years.dedup();
    match moment {
        Moment::Year(year) => Missing::NothingForYear { year, held: years },
        Moment::Latest | Moment::Closest => Missing::NotReported,
    }
}

/// All figures of an area that may stand in a comparison: what has happened before what is only planned, and no part
/// of a whole that is there itself. One year of a total over several is a part in time, and stands for itself.
pub(super) fn candidates(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Vec<Key<Observation>> {
    let held: Vec<(Key<Observation>, &Observation)> = dataset.observations_of(area, indicator).collect();
    let achieved = held.iter().any(|(_, observation)| observation.status == Status::Achieved);
    held.iter()
        .filter(|(_, observation)| !achieved || observation.status == Status::Achieved)
        .filter(|(_, observation)| {
            let whole = observation.part_of.and_then(|whole| held.iter().find(|(key, _)| *key == whole));
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

/// The figure whose period ends last; of two that end together, the one that starts later, then the one given first.
fn latest(dataset: &Dataset, held: impl DoubleEndedIterator<Item = Key<Observation>>) -> Option<Key<Observation>> {
    let ends = |key: &Key<Observation>| {
        let reach = dataset.observations[*key].period.reach();
        (reach.map(|(_, last)| last), reach.map(|(first, _)| first))
    };
    // `max_by_key` gives the last of equals; in reverse that is the first in the data.
    held.rev().max_by_key(ends)
}

/// Of the figures that count under a year, the one whose period fits it best: of a term, a year and a quarter that all
/// have their middle in it, the year. Stocks have no length to fit, and of equals the latest is taken.
fn of_year(dataset: &Dataset, held: &[Key<Observation>], year: i16) -> Option<Key<Observation>> {
    let of_year = || held.iter().copied().filter(|key| dataset.observations[*key].period.year() == Some(year));
    let misfit = |key: Key<Observation>| misfit(&dataset.observations[key].period, year);
    let least = of_year().map(misfit).min()?;
    latest(dataset, of_year().filter(|key| misfit(*key) == least))
}

/// By how many days a span and a calendar year miss each other, at both ends together.
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

/// The middle of that figure around which the nearest figures of all areas lie closest; of two as close, the later.
fn closest_day(dataset: &Dataset, candidates: &[Vec<Key<Observation>>]) -> Option<Date> {
    let distance = |held: &Vec<Key<Observation>>, day: Date| {
        held.iter().filter_map(|key| middle(dataset, *key)).map(|middle| days_between(middle, day).abs()).min()
    };
    candidates.iter().flatten().filter_map(|key| middle(dataset, *key)).min_by_key(|day| {
        let spread: i64 = candidates.iter().filter_map(|held| distance(held, *day)).sum();
        (spread, std::cmp::Reverse(*day))
    })
}

fn nearest(dataset: &Dataset, held: &[Key<Observation>], anchor: Option<Date>) -> Option<Key<Observation>> {
    let dated = held.iter().copied().filter_map(|key| Some((key, middle(dataset, key)?)));
    anchor
        .and_then(|day| dated.min_by_key(|(_, middle)| days_between(*middle, day).abs()))
        .map(|(key, _)| key)
        .or_else(|| latest(dataset, held.iter().copied()))
}

/// The figure with all others that speak of the same thing at the same time and print another number. A number that is
/// one of those which a vaguer one stands for (503 beside 500余) contradicts nothing, and speaks in its place.
fn with_contradictions(
    dataset: &Dataset,
    chosen: Key<Observation>,
    held: &[Key<Observation>],
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
    for key in held.iter().copied().filter(speaks_of_the_same) {
        let says = |key: Key<Observation>| (&dataset.observations[key].value, dataset.observations[key].qualifier);
        if all.iter().all(|other| says(*other) != says(key)) {
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
