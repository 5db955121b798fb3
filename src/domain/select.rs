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
use super::observation_index::ObservationSummary;
use super::period::Period;
use super::request::{FigureChoice, Request, YearChoice};
use super::table::Key;
use crate::sorting::InOrder;
use itertools::Itertools;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::cmp::Reverse;
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
        all.figures.reserve(dataset.observations.summaries_of(indicator).map(|(_, held)| held.len()).sum());
        for (area, held) in dataset.observations.summaries_of(indicator) {
            all.ends.resize(area.position(), all.figures.len());
            candidates_of_choice(dataset, indicator, held, choice, &mut all.figures);
            all.ends.push(all.figures.len());
        }
        all.ends.resize(dataset.areas.len(), all.figures.len());
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

/// The figures that stand in a comparison, each chosen when it is first asked for. They depend on everything that is asked but
/// the measure.
#[derive(Clone, Debug)]
pub struct ChosenFigures {
    candidates: Rc<FigureCandidates>,
    areas: Rc<[Key<Area>]>,
    year_choice: YearChoice,
    /// The day to which the figures lie closest, where that is asked for.
    anchor: Option<Date>,
    /// One figure for each area asked for, in that order.
    of_areas: Vec<OnceCell<Option<Key<Observation>>>>,
    /// How many areas have a figure of each definition, by the first figure that has it.
    areas_by_definition: OnceCell<FxHashMap<Key<Observation>, usize>>,
    alike: OnceCell<Rc<[AlikeFigures]>>,
    /// What may be chosen of the figures that are held, as far as it was asked.
    pub(super) choices: Rc<OnceCell<Vec<FigureChoice>>>,
}

impl ChosenFigures {
    /// Chooses the figures for a request, whatever its measure is.
    #[must_use]
    pub fn of(dataset: &Dataset, request: &Request) -> Self {
        let candidates = FigureCandidates::of(dataset, request.indicator, &request.figure_choice);
        Self::among(request, Rc::new(candidates))
    }

    /// Chooses among candidates for the same indicator and figure choice.
    #[must_use]
    pub fn among(request: &Request, candidates: Rc<FigureCandidates>) -> Self {
        let anchor = match request.year_choice {
            YearChoice::Closest => closest_day(request.areas.iter().map(|area| candidates.of_area(*area))),
            YearChoice::Latest | YearChoice::Year(_) => None,
        };
        Self {
            candidates,
            areas: Rc::clone(&request.areas),
            year_choice: request.year_choice,
            anchor,
            of_areas: vec![OnceCell::new(); request.areas.len()],
            areas_by_definition: OnceCell::new(),
            alike: OnceCell::new(),
            choices: Rc::default(),
        }
    }

    /// Returns the same figures for the same areas in another order.
    ///
    /// # Panics
    /// Where the areas are others: a fault of the program, never of its input.
    #[must_use]
    pub fn in_order_of(&self, areas: &Rc<[Key<Area>]>) -> Self {
        let mut by_position =
            vec![OnceCell::new(); self.areas.iter().map(|area| area.position() + 1).max().unwrap_or(0)];
        for (area, chosen) in self.areas.iter().zip(&self.of_areas) {
            by_position[area.position()] = chosen.clone();
        }
        Self {
            candidates: Rc::clone(&self.candidates),
            areas: Rc::clone(areas),
            of_areas: areas.iter().map(|area| by_position[area.position()].clone()).collect(),
            areas_by_definition: self.areas_by_definition.clone(),
            alike: OnceCell::new(),
            choices: Rc::default(),
            ..*self
        }
    }

    /// Whether these are the figures for these areas in this order.
    #[must_use]
    pub fn are_of(&self, areas: &Rc<[Key<Area>]>) -> bool {
        Rc::ptr_eq(&self.areas, areas) || self.areas == *areas
    }

    /// Returns what one area puts into the comparison, by its place among those asked for: its figure, with others that
    /// contradict it, or why there is none.
    #[must_use]
    pub fn content(&self, dataset: &Dataset, request: &Request, place: usize) -> Option<CellContent> {
        let area = *self.areas.get(place)?;
        let candidates = self.candidates.of_area(area);
        Some(match self.chosen(dataset, place) {
            Some(chosen) => {
                let observations = with_contradictions(dataset, chosen, candidates);
                Ok(MeasuredFigure::of(dataset, observations, request.measure))
            }
            None => Err(nothing_chosen(dataset, area, request, candidates)),
        })
    }

    /// Counts the areas that have a figure.
    #[must_use]
    pub fn reported(&self, dataset: &Dataset) -> usize {
        (0..self.areas.len()).filter(|place| self.chosen(dataset, *place).is_some()).count()
    }

    /// Returns the figures, gathered by what verdicts look at between two.
    pub(super) fn alike(&self, dataset: &Dataset) -> &Rc<[AlikeFigures]> {
        self.alike.get_or_init(|| {
            let first = |(place, area): (usize, &Key<Area>)| {
                let chosen = self.chosen(dataset, place)?;
                with_contradictions(dataset, chosen, self.candidates.of_area(*area)).first().copied()
            };
            gather(dataset, &self.areas.iter().enumerate().map(first).collect_vec())
        })
    }

    /// Returns the figure of the area at a place. Where it has several for the moment, those are taken that most areas have.
    fn chosen(&self, dataset: &Dataset, place: usize) -> Option<Key<Observation>> {
        let work_out = || {
            let preference = |summary: &&ObservationSummary| {
                let areas = self.areas_by_definition(dataset).get(&summary.counts_like).copied();
                (areas.unwrap_or_default(), Reverse(Definition::of(&dataset.observations[summary.key])))
            };
            match self.of_moment(dataset, *self.areas.get(place)?) {
                OfMoment::Nothing => None,
                OfMoment::One(only) => Some(only.key),
                OfMoment::Several(several) => several.iter().max_by_key(preference).map(|best| best.key),
            }
        };
        *self.of_areas.get(place)?.get_or_init(work_out)
    }

    fn of_moment(&self, dataset: &Dataset, area: Key<Area>) -> OfMoment {
        OfMoment::of(dataset, self.candidates.of_area(area), self.year_choice, self.anchor)
    }

    fn areas_by_definition(&self, dataset: &Dataset) -> &FxHashMap<Key<Observation>, usize> {
        self.areas_by_definition.get_or_init(|| {
            let mut areas: FxHashMap<Key<Observation>, usize> = FxHashMap::default();
            for area in self.areas.iter() {
                let of_moment = self.of_moment(dataset, *area);
                let definitions = of_moment.iter().map(|summary| summary.counts_like).unique();
                definitions.for_each(|definition| *areas.entry(definition).or_default() += 1);
            }
            areas
        })
    }
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
        YearChoice::Year(year) => {
            let held = dataset.observations.of(area, request.indicator);
            let is_planned = held.iter().any(|key| {
                let is_of_year = dataset.observations.time(*key).year() == Some(year);
                is_of_year && dataset.observations[*key].status != Status::Achieved
            });
            Missing::NothingForYear { year, available: years.in_order().dedup().collect(), is_planned }
        }
        YearChoice::Latest | YearChoice::Closest => Missing::NotReported,
    }
}

/// Takes the figures of an area that are of the nature and of what was chosen.
fn candidates_of_choice(
    dataset: &Dataset,
    indicator: Key<Indicator>,
    held: &[ObservationSummary],
    choice: &FigureChoice,
    taken: &mut Vec<ObservationSummary>,
) {
    let nature = dataset.indicators[indicator].nature;
    let is_own = |summary: &&ObservationSummary| summary.nature == nature;
    let candidates = candidates(dataset, held, choice);
    let has_own = candidates.clone().any(|summary| is_own(&summary));
    taken.extend(candidates.filter(|summary| !has_own || is_own(summary)));
}

/// Returns all figures of an area that may stand in a comparison, among those of the choice.
///
/// What has happened comes before what is only planned. A part is left out if its whole is there, which already counts
/// it. But one year of a total over several years is a part in time, and stands for itself; and so does a part whose whole
/// is not of the choice.
pub(super) fn candidates<'a>(
    dataset: &'a Dataset,
    held: &'a [ObservationSummary],
    choice: &'a FigureChoice,
) -> impl Iterator<Item = &'a ObservationSummary> + Clone {
    let observations = &dataset.observations;
    let is_of_choice = move |key: Key<Observation>| choice.is_open() || choice.takes(&observations[key]);
    let is_achieved = |summary: &ObservationSummary| summary.status == Status::Achieved;
    let has_achieved = held.iter().any(|summary| is_achieved(summary) && is_of_choice(summary.key));
    let is_part = move |summary: &ObservationSummary| {
        let is_held = |whole: &Key<Observation>| held.iter().any(|other| other.key == *whole) && is_of_choice(*whole);
        let whole = summary.part_of.filter(is_held);
        whole.is_some_and(|whole| !is_part_in_time(&observations[summary.key].period, &observations[whole].period))
    };
    held.iter().filter(move |summary| {
        is_of_choice(summary.key) && (!has_achieved || is_achieved(summary)) && !is_part(summary)
    })
}

/// Whether a part speaks of no more than half of the time that its whole speaks of.
fn is_part_in_time(part: &Period, whole: &Period) -> bool {
    let days = |period: &Period| period.reach().map(|(first, last)| days_between(first, last) + 1);
    days(part).zip(days(whole)).is_some_and(|(part, whole)| part * 2 <= whole)
}
