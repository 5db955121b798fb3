//! Which of an area's figures stands in a comparison.
//!
//! An area may hold several figures of one indicator: of several years, and of one year several that count different things.
//! The choice never depends on the order of the data. What has happened comes before what is planned, and the
//! indicator's own nature before another. The year choice then gives the year; and of the figures of that year those are
//! taken that most areas have, so that most are compared like for like.

use super::alike::{AlikeFigures, gather};
use super::area::Area;
use super::cell::CellContent;
use super::contradictions::with_contradictions;
use super::dataset::Dataset;
use super::date::days_between;
use super::definition::Definition;
use super::indicator::Indicator;
use super::measure::MeasuredFigure;
use super::missing::Missing;
use super::moment::{closest_day, latest, nearest, of_year};
use super::observation::{Observation, Status};
use super::period::Period;
use super::request::{FigureChoice, Measure, Request, YearChoice};
use super::table::Key;
use itertools::Itertools;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

/// What an area puts into a comparison: its figure, with others that contradict it, or why there is none.
pub(super) type Choice = Result<Vec<Key<Observation>>, Missing>;

/// The figures of which a comparison takes one for each area. They depend neither on the measure nor on the year choice.
#[derive(Clone, Debug)]
pub struct FigureCandidates {
    /// The figures of the areas, one area behind the other.
    figures: Vec<Key<Observation>>,
    /// Where those of each area end.
    ends: Vec<usize>,
}

impl FigureCandidates {
    /// Gathers the figures for a request, whatever its measure and its year choice are.
    #[must_use]
    pub fn of(dataset: &Dataset, request: &Request) -> Self {
        let mut all = Self { figures: Vec::new(), ends: Vec::with_capacity(request.areas.len()) };
        for area in &request.areas {
            all.figures.extend(candidates_of_choice(dataset, *area, request));
            all.ends.push(all.figures.len());
        }
        all
    }

    /// Returns the figures of each area.
    pub(super) fn of_areas(&self) -> impl Iterator<Item = &[Key<Observation>]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).filter_map(|(start, end)| self.figures.get(*start..*end))
    }
}

/// The figures that stand in a comparison. They depend on everything that is asked but the measure.
#[derive(Clone, Debug)]
pub struct ChosenFigures {
    /// One choice for each area asked for, in that order.
    pub(super) of_areas: Vec<Choice>,
    alike: OnceCell<Rc<[AlikeFigures]>>,
}

impl ChosenFigures {
    /// Chooses the figures for a request, whatever its measure is.
    #[must_use]
    pub fn of(dataset: &Dataset, request: &Request) -> Self {
        Self::among(dataset, request, &FigureCandidates::of(dataset, request))
    }

    /// Chooses among candidates for the same request, or for one that differs in its measure or its year choice alone.
    #[must_use]
    pub fn among(dataset: &Dataset, request: &Request, candidates: &FigureCandidates) -> Self {
        Self { of_areas: choose(dataset, request, candidates), alike: OnceCell::new() }
    }

    /// Returns what one area puts into the comparison, by its place among those asked for.
    #[must_use]
    pub fn content(&self, dataset: &Dataset, place: usize, by: Measure) -> Option<CellContent> {
        let choice = self.of_areas.get(place)?.clone();
        Some(choice.map(|observations| MeasuredFigure::of(dataset, observations, by)))
    }

    /// Whether the figures count under different years, so that each must be shown with its own.
    #[must_use]
    pub fn years_differ(&self, dataset: &Dataset) -> bool {
        !self.figures().flatten().map(|key| dataset.observations.time(key).year()).all_equal()
    }

    /// Counts the areas that have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.of_areas.iter().filter(|choice| choice.is_ok()).count()
    }

    /// Returns the figures, gathered by what verdicts look at between two.
    pub(super) fn alike(&self, dataset: &Dataset) -> &Rc<[AlikeFigures]> {
        self.alike.get_or_init(|| gather(dataset, &self.figures().collect_vec()))
    }

    /// Returns the figure of each area, without those that contradict it, which stand behind it.
    fn figures(&self) -> impl Iterator<Item = Option<Key<Observation>>> {
        self.of_areas.iter().map(|choice| choice.as_ref().ok().and_then(|figures| figures.first().copied()))
    }
}

/// Chooses one figure for each area.
fn choose(dataset: &Dataset, request: &Request, candidates: &FigureCandidates) -> Vec<Choice> {
    let anchor = match request.year_choice {
        YearChoice::Closest => closest_day(dataset, candidates.of_areas()),
        YearChoice::Latest | YearChoice::Year(_) => None,
    };
    let of_moment: Vec<Vec<Key<Observation>>> =
        candidates.of_areas().map(|candidates| of_moment(dataset, candidates, request.year_choice, anchor)).collect();
    // Where no area has more than one to choose from, nothing has to be counted.
    let has_choice = of_moment.iter().any(|of_area| of_area.len() > 1);
    let held = if has_choice { areas_by_definition(dataset, &of_moment) } else { HashMap::new() };
    let choose = |((area, candidates), of_moment): ((&Key<Area>, &[_]), &Vec<Key<Observation>>)| {
        let preference = |key: &&Key<Observation>| {
            let areas = held.get(&dataset.observations.summary(**key).counts_like).copied();
            (areas.unwrap_or_default(), Reverse(Definition::of(&dataset.observations[**key])))
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
    request.areas.iter().zip(candidates.of_areas()).zip(&of_moment).map(choose).collect()
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
    let counts_like = |key: &Key<Observation>| dataset.observations.summary(*key).counts_like;
    if candidates.iter().map(counts_like).all_equal() {
        return vec![first];
    }
    let by_definition = candidates.iter().copied().into_group_map_by(counts_like);
    let of_each = by_definition.into_values().filter_map(|keys| take(&keys));
    of_each.filter(|key| year(*key) == year(first)).collect()
}

/// Counts the areas that have a figure of each definition, by the first figure that has it.
fn areas_by_definition(dataset: &Dataset, of_moment: &[Vec<Key<Observation>>]) -> HashMap<Key<Observation>, usize> {
    let counts_like = |key: &Key<Observation>| dataset.observations.summary(*key).counts_like;
    of_moment.iter().flat_map(|of_area| of_area.iter().map(counts_like).unique()).counts()
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
    let is_own = |key: &Key<Observation>| dataset.observations.summary(*key).nature == nature;
    let mut all = candidates(dataset, area, request.indicator, &request.figure_choice);
    if all.iter().any(is_own) {
        all.retain(is_own);
    }
    all
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
    let observations = &dataset.observations;
    let held = observations.of(area, indicator);
    let is_of_choice = |key: &Key<Observation>| choice.is_open() || choice.takes(&observations[*key]);
    let is_achieved = |key: &Key<Observation>| observations.summary(*key).status == Status::Achieved;
    let has_achieved = held.iter().any(|key| is_achieved(key) && is_of_choice(key));
    let is_part = |key: &Key<Observation>| {
        let whole = observations.summary(*key).part_of.filter(|whole| held.contains(whole) && is_of_choice(whole));
        whole.is_some_and(|whole| !is_part_in_time(&observations[*key].period, &observations[whole].period))
    };
    let may_stand = |key: &Key<Observation>| is_of_choice(key) && (!has_achieved || is_achieved(key)) && !is_part(key);
    held.iter().copied().filter(may_stand).collect()
}

/// Whether a part speaks of no more than half of the time that its whole speaks of.
fn is_part_in_time(part: &Period, whole: &Period) -> bool {
    let days = |period: &Period| period.reach().map(|(first, last)| days_between(first, last) + 1);
    days(part).zip(days(whole)).is_some_and(|(part, whole)| part * 2 <= whole)
}
