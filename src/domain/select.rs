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
use super::observations::ObservationSummary;
use super::period::Period;
use super::request::{FigureChoice, Request, YearChoice};
use super::table::Key;
use crate::sorting::InOrder;
use itertools::Itertools;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

/// The figures of one indicator of which a comparison takes one for each area. They depend neither on the measure, nor on
/// the year choice, nor on which areas are compared.
#[derive(Clone, Debug)]
pub struct FigureCandidates {
    /// The figures of all areas, one area behind the other: a choice reads them in that order.
    figures: Vec<ObservationSummary>,
    /// Where those of each area end, by the area's position in the data.
    ends: Vec<usize>,
}

impl FigureCandidates {
    /// Gathers the figures of an indicator that are of a choice.
    #[must_use]
    pub fn of(dataset: &Dataset, indicator: Key<Indicator>, choice: &FigureChoice) -> Self {
        let mut all = Self { figures: Vec::new(), ends: Vec::with_capacity(dataset.areas.len()) };
        for area in dataset.areas.keys() {
            let of_area = candidates_of_choice(dataset, area, indicator, choice);
            all.figures.extend(of_area.into_iter().map(|key| *dataset.observations.summary(key)));
            all.ends.push(all.figures.len());
        }
        all
    }

    /// Returns the figures of an area.
    fn of_area(&self, area: Key<Area>) -> &[ObservationSummary] {
        let position = area.position();
        let start = position.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let of_area = self.ends.get(position).and_then(|end| self.figures.get(start..*end));
        of_area.unwrap_or_default()
    }
}

/// The figures that stand in a comparison. They depend on everything that is asked but the measure.
#[derive(Clone, Debug)]
pub struct ChosenFigures {
    candidates: Rc<FigureCandidates>,
    /// One figure for each area asked for, in that order.
    of_areas: Vec<Option<Key<Observation>>>,
    alike: OnceCell<Rc<[AlikeFigures]>>,
    /// What may be chosen of the figures that are held, as far as it was asked.
    pub(super) choices: Rc<OnceCell<Vec<FigureChoice>>>,
}

impl ChosenFigures {
    /// Chooses the figures for a request, whatever its measure is.
    #[must_use]
    pub fn of(dataset: &Dataset, request: &Request) -> Self {
        let candidates = FigureCandidates::of(dataset, request.indicator, &request.figure_choice);
        Self::among(dataset, request, Rc::new(candidates))
    }

    /// Chooses among candidates for the same indicator and figure choice.
    #[must_use]
    pub fn among(dataset: &Dataset, request: &Request, candidates: Rc<FigureCandidates>) -> Self {
        let of_areas = choose(dataset, request, &candidates);
        Self { candidates, of_areas, alike: OnceCell::new(), choices: Rc::default() }
    }

    /// Returns what one area puts into the comparison, by its place among those asked for: its figure, with others that
    /// contradict it, or why there is none.
    #[must_use]
    pub fn content(&self, dataset: &Dataset, request: &Request, place: usize) -> Option<CellContent> {
        let (area, chosen) = (*request.areas.get(place)?, *self.of_areas.get(place)?);
        let candidates = self.candidates.of_area(area);
        Some(match chosen {
            Some(chosen) => {
                let observations = with_contradictions(dataset, chosen, candidates);
                Ok(MeasuredFigure::of(dataset, observations, request.measure))
            }
            None => Err(nothing_chosen(dataset, area, request, candidates)),
        })
    }

    /// Whether the figures count under different years, so that each must be shown with its own.
    #[must_use]
    pub fn years_differ(&self, dataset: &Dataset) -> bool {
        !self.of_areas.iter().flatten().map(|key| dataset.observations.time(*key).year()).all_equal()
    }

    /// Counts the areas that have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.of_areas.iter().flatten().count()
    }

    /// Returns the figures, gathered by what verdicts look at between two.
    pub(super) fn alike(&self, dataset: &Dataset, areas: &[Key<Area>]) -> &Rc<[AlikeFigures]> {
        self.alike.get_or_init(|| {
            let first = |(area, chosen): (&Key<Area>, &Option<Key<Observation>>)| {
                with_contradictions(dataset, (*chosen)?, self.candidates.of_area(*area)).first().copied()
            };
            gather(dataset, &areas.iter().zip(&self.of_areas).map(first).collect_vec())
        })
    }
}

/// Chooses one figure for each area.
fn choose(dataset: &Dataset, request: &Request, candidates: &FigureCandidates) -> Vec<Option<Key<Observation>>> {
    let of_areas = || request.areas.iter().map(|area| candidates.of_area(*area));
    let anchor = match request.year_choice {
        YearChoice::Closest => closest_day(of_areas()),
        YearChoice::Latest | YearChoice::Year(_) => None,
    };
    let of_moment: Vec<OfMoment> =
        of_areas().map(|of_area| OfMoment::of(dataset, of_area, request.year_choice, anchor)).collect();
    // Where no area has more than one to choose from, nothing has to be counted.
    let has_choice = of_moment.iter().any(|of_area| matches!(of_area, OfMoment::Several(_)));
    let held = if has_choice { areas_by_definition(&of_moment) } else { HashMap::new() };
    let preference = |summary: &&ObservationSummary| {
        let areas = held.get(&summary.counts_like).copied();
        (areas.unwrap_or_default(), Reverse(Definition::of(&dataset.observations[summary.key])))
    };
    let best = |of_moment: &OfMoment| match of_moment {
        OfMoment::Nothing => None,
        OfMoment::One(only) => Some(only.key),
        OfMoment::Several(several) => several.iter().max_by_key(preference).map(|best| best.key),
    };
    of_moment.iter().map(best).collect()
}

/// The figures that an area has for the moment asked for, one of each definition.
enum OfMoment {
    Nothing,
    /// Nearly always an area has one: no list is made for it.
    One(ObservationSummary),
    Several(Vec<ObservationSummary>),
}

impl OfMoment {
    fn of(dataset: &Dataset, candidates: &[ObservationSummary], choice: YearChoice, anchor: Option<Date>) -> Self {
        let take = |candidates: &[ObservationSummary]| match choice {
            YearChoice::Latest => latest(dataset, candidates),
            YearChoice::Closest => nearest(dataset, candidates, anchor),
            YearChoice::Year(year) => of_year(dataset, candidates, year),
        };
        let Some(first) = take(candidates) else { return Self::Nothing };
        let counts_like = |summary: &ObservationSummary| summary.counts_like;
        if candidates.iter().map(counts_like).all_equal() {
            return Self::One(first);
        }
        let by_definition = candidates.iter().copied().into_group_map_by(counts_like);
        let of_each = by_definition.into_values().filter_map(|of_one| take(&of_one));
        let of_year: Vec<ObservationSummary> =
            of_each.filter(|summary| summary.time.year() == first.time.year()).collect();
        match of_year.as_slice() {
            [only] => Self::One(*only),
            _ => Self::Several(of_year),
        }
    }

    fn iter(&self) -> impl Iterator<Item = &ObservationSummary> {
        match self {
            Self::Nothing => [].iter(),
            Self::One(only) => std::slice::from_ref(only).iter(),
            Self::Several(several) => several.iter(),
        }
    }
}

/// Counts the areas that have a figure of each definition, by the first figure that has it.
fn areas_by_definition(of_moment: &[OfMoment]) -> HashMap<Key<Observation>, usize> {
    of_moment.iter().flat_map(|of_area| of_area.iter().map(|summary| summary.counts_like).unique()).counts()
}

/// Explains why none of an area's figures was chosen.
fn nothing_chosen(dataset: &Dataset, area: Key<Area>, request: &Request, candidates: &[ObservationSummary]) -> Missing {
    if !dataset.reports(area, request.indicator) {
        let absence = dataset.absence(area, request.indicator);
        return absence.map_or(Missing::NotReported, |absence| Missing::LookedInto {
            kind: absence.kind,
            why: absence.why.clone(),
        });
    }
    let years = candidates.iter().filter_map(|summary| summary.time.year());
    match request.year_choice {
        _ if candidates.is_empty() => Missing::NothingOfChoice,
        YearChoice::Year(year) => Missing::NothingForYear { year, available: years.in_order().dedup().collect() },
        YearChoice::Latest | YearChoice::Closest => Missing::NotReported,
    }
}

/// Returns the figures of an area that are of the nature and of what was chosen.
fn candidates_of_choice(
    dataset: &Dataset,
    area: Key<Area>,
    indicator: Key<Indicator>,
    choice: &FigureChoice,
) -> Vec<Key<Observation>> {
    let nature = dataset.indicators[indicator].nature;
    let is_own = |key: &Key<Observation>| dataset.observations.summary(*key).nature == nature;
    let mut all = candidates(dataset, area, indicator, choice);
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
