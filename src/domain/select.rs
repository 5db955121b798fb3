//! Which of an area's figures stands in a comparison.
//!
//! An area may hold several figures of one indicator: of several years, and of one year several that count different things.
//! The choice never depends on the order of the data. What has happened comes before what is planned, and the
//! indicator's own nature before another. The year choice then gives the year; and of the figures of that year those are
//! taken that most areas have, so that most are compared like for like.

use super::area::Area;
use super::contradictions::with_contradictions;
use super::dataset::Dataset;
use super::date::days_between;
use super::definition::Definition;
use super::indicator::Indicator;
use super::missing::Missing;
use super::moment::{closest_day, latest, nearest, of_year};
use super::observation::{Observation, Status};
use super::period::Period;
use super::request::{FigureChoice, Request, YearChoice};
use super::table::Key;
use itertools::Itertools;
use jiff::civil::Date;
use std::collections::HashMap;

/// What an area puts into a comparison: its figure, with others that contradict it, or why there is none.
pub(super) type Choice = Result<Vec<Key<Observation>>, Missing>;

/// Chooses one figure for each area.
pub(super) fn choose(dataset: &Dataset, request: &Request) -> Vec<Choice> {
    let candidates: Vec<Vec<Key<Observation>>> =
        request.areas.iter().map(|area| candidates_of_choice(dataset, *area, request)).collect();
    let anchor = match request.year_choice {
        YearChoice::Closest => closest_day(dataset, &candidates),
        YearChoice::Latest | YearChoice::Year(_) => None,
    };
    let of_moment: Vec<Vec<Key<Observation>>> =
        candidates.iter().map(|candidates| of_moment(dataset, candidates, request.year_choice, anchor)).collect();
    // Where no area has more than one to choose from, nothing has to be counted.
    let has_choice = of_moment.iter().any(|of_area| of_area.len() > 1);
    let held = if has_choice { areas_by_definition(dataset, &of_moment) } else { HashMap::new() };
    let choose = |((area, candidates), of_moment): ((&Key<Area>, &Vec<_>), &Vec<Key<Observation>>)| {
        let preference = |key: &&Key<Observation>| {
            let definition = Definition::of(&dataset.observations[**key]);
            (held.get(&definition).copied().unwrap_or_default(), std::cmp::Reverse(definition))
        };
        let best = match of_moment.as_slice() {
            [only] => Some(only),
            several => several.iter().max_by_key(preference),
        };
        match best {
            Some(chosen) => Ok(with_contradictions(dataset, *chosen, candidates)),
            None => Err(nothing_chosen(dataset, *area, request, candidates)),
        }
    };
    request.areas.iter().zip(&candidates).zip(&of_moment).map(choose).collect()
}

/// Returns one figure of each definition that an area has for the moment asked for.
fn of_moment(
    dataset: &Dataset,
    candidates: &[Key<Observation>],
    choice: YearChoice,
    anchor: Option<Date>,
) -> Vec<Key<Observation>> {
    let take = |candidates: &[Key<Observation>]| match choice {
        YearChoice::Latest => latest(dataset, candidates),
        YearChoice::Closest => nearest(dataset, candidates, anchor),
        YearChoice::Year(year) => of_year(dataset, candidates, year),
    };
    let year = |key: Key<Observation>| dataset.observations.time(key).year();
    let Some(first) = take(candidates) else { return Vec::new() };
    let of = |key: &Key<Observation>| Definition::of(&dataset.observations[*key]);
    if candidates.iter().map(of).all_equal() {
        return vec![first];
    }
    let by_definition = candidates.iter().into_group_map_by(|key| Definition::of(&dataset.observations[**key]));
    let of_each = by_definition.into_values().filter_map(|keys| take(&keys.into_iter().copied().collect_vec()));
    of_each.filter(|key| year(*key) == year(first)).collect()
}

/// Counts the areas that have a figure of each definition.
fn areas_by_definition<'a>(
    dataset: &'a Dataset,
    of_moment: &[Vec<Key<Observation>>],
) -> HashMap<Definition<'a>, usize> {
    let definitions = of_moment
        .iter()
        .flat_map(|of_area| of_area.iter().map(|key| Definition::of(&dataset.observations[*key])).unique());
    definitions.counts()
}

/// Explains why none of an area's figures was chosen.
fn nothing_chosen(dataset: &Dataset, area: Key<Area>, request: &Request, candidates: &[Key<Observation>]) -> Missing {
    if !dataset.reports(area, request.indicator) {
        let absence = dataset.absence(area, request.indicator);
        return absence.map_or(Missing::NotReported, |absence| Missing::LookedInto {
            kind: absence.kind,
            why: absence.why.clone(),
        });
    }
    let years = candidates.iter().filter_map(|key| dataset.observations.time(*key).year());
    match request.year_choice {
        _ if candidates.is_empty() => Missing::NothingOfChoice,
        YearChoice::Year(year) => {
            Missing::NothingForYear { year, available: years.sorted_unstable().dedup().collect() }
        }
        YearChoice::Latest | YearChoice::Closest => Missing::NotReported,
    }
}

/// Returns the figures of an area that are of the nature and of what was chosen.
fn candidates_of_choice(dataset: &Dataset, area: Key<Area>, request: &Request) -> Vec<Key<Observation>> {
    let nature = dataset.indicators[request.indicator].nature;
    let is_own = |key: &&Key<Observation>| dataset.observations[**key].nature == nature;
    let all = candidates(dataset, area, request.indicator, &request.figure_choice);
    let own: Vec<Key<Observation>> = all.iter().filter(is_own).copied().collect();
    if own.is_empty() { all } else { own }
}

/// Returns all figures of an area that may stand in a comparison, among those of the choice.
///
/// What has happened comes before what is only planned. A part is left out if its whole is there, which already counts
/// it. But one year of a total over several years is a part in time, and stands for itself; and so does a part whose whole
/// is not of the choice.
pub(super) fn candidates(
    dataset: &Dataset,
    area: Key<Area>,
    indicator: Key<Indicator>,
    choice: &FigureChoice,
) -> Vec<Key<Observation>> {
    let of_choice = dataset.observations_of(area, indicator).filter(|(_, observation)| choice.takes(observation));
    let all: Vec<(Key<Observation>, &Observation)> = of_choice.collect();
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
