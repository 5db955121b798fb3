//! The comparisons of all indicators, each worked out when it is first looked at: a key costs what is seen, however many
//! indicators there are.

use crate::domain::{
    Area, CellContent, ChosenFigures, Comparison, Dataset, FigureCandidates, Indicator, Key, Measure, Request, Verdict,
    YearChoice, compare_chosen,
};
use crate::sorting::InOrder;
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// One place for the comparison of each indicator. A copy shares what is worked out already.
#[derive(Clone, Debug)]
pub(super) struct Comparisons {
    in_force: InForce,
    by_indicator: Vec<KnownOfIndicator>,
}

/// What is in force for all indicators.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct InForce {
    pub measure: Measure,
    pub year_choice: YearChoice,
    /// The areas, in the order in which they are shown.
    pub areas: Rc<[Key<Area>]>,
}

impl InForce {
    fn is_of(&self, request: &Request) -> bool {
        (self.measure, self.year_choice) == (request.measure, request.year_choice) && self.areas == request.areas
    }

    /// Whether both are of the same areas, in whatever order.
    fn is_of_the_areas_of(&self, other: &Self) -> bool {
        let sorted = |areas: &[Key<Area>]| areas.iter().copied().in_order().collect::<Vec<_>>();
        self.areas == other.areas || sorted(&self.areas) == sorted(&other.areas)
    }
}

/// What is known of one indicator, and kept as long as it stays the same: the candidates whatever the areas, the year and the
/// measure are; the figures that are chosen of them for the areas, for each year that was looked at, whatever the measure is.
#[derive(Clone, Debug, Default)]
struct KnownOfIndicator {
    candidates: Rc<OnceCell<Rc<FigureCandidates>>>,
    chosen: Rc<RefCell<ChosenByYear>>,
    /// The years in which the areas in force have a figure.
    years: Rc<OnceCell<Vec<i16>>>,
    /// What is compared under what is in force.
    compared: Rc<ComparedFigures>,
    /// The same under what was in force before, or may be next.
    elsewhere: Rc<RefCell<ComparedElsewhere>>,
}

/// What is compared under other measures, years and areas, the one that was kept last behind the others.
type ComparedElsewhere = Vec<(InForce, Rc<ComparedFigures>)>;

/// Under how many of them beside those in force what was compared is kept.
const MOST_ELSEWHERE: usize = 5;

/// For how many years and orders of the areas what was chosen is kept.
const MOST_CHOSEN: usize = 24;

/// The figures that are chosen for each year choice and order of the areas that was looked at.
type ChosenByYear = Vec<(YearChoice, Rc<ChosenFigures>)>;

/// What a row of a table shows of one area.
#[derive(Debug)]
pub struct RowFigure {
    /// What the area puts into the comparison.
    pub content: CellContent,
    /// How many other figures it holds beside that.
    pub others: usize,
}

/// The comparison of one indicator, and what is asked of it time and again.
#[derive(Debug, Default)]
struct ComparedFigures {
    comparison: OnceCell<Comparison>,
    first_with_trend: OnceCell<Option<Key<Area>>>,
    /// The verdict of a row, which is the same whatever the order of the areas.
    row_verdict: Rc<OnceCell<Option<Verdict>>>,
    /// What rows show of areas, by their places among those that are compared.
    row_figures: RefCell<FxHashMap<usize, Rc<RowFigure>>>,
}

impl KnownOfIndicator {
    /// Keeps what was compared under what was in force, and takes what is known under what is in force now; `same_areas` says
    /// whether the areas are the same, in whatever order.
    fn put(&mut self, before: &InForce, now: &InForce, same_areas: bool) {
        let is_reordered = same_areas && (before.measure, before.year_choice) == (now.measure, now.year_choice);
        let row_verdict = if is_reordered { Rc::clone(&self.compared.row_verdict) } else { Rc::default() };
        let new = || Rc::new(ComparedFigures { row_verdict, ..ComparedFigures::default() });
        let known = self.known_under(now).unwrap_or_else(new);
        let compared = std::mem::replace(&mut self.compared, known);
        if compared.comparison.get().is_some() || !compared.row_figures.borrow().is_empty() {
            self.keep((before.clone(), compared));
        }
        if !same_areas {
            self.chosen = Rc::default();
            self.years = Rc::default();
        }
    }

    /// Returns what was compared under what was in force before, or may be next.
    fn known_under(&self, under: &InForce) -> Option<Rc<ComparedFigures>> {
        self.elsewhere.borrow().iter().find(|(other, _)| other == under).map(|(_, known)| Rc::clone(known))
    }

    fn keep(&self, (under, compared): (InForce, Rc<ComparedFigures>)) {
        let mut elsewhere = self.elsewhere.borrow_mut();
        elsewhere.retain(|(other, _)| *other != under);
        if elsewhere.len() == MOST_ELSEWHERE {
            elsewhere.remove(0);
        }
        elsewhere.push((under, compared));
    }

    fn candidates(&self, dataset: &Dataset, request: &Request) -> Rc<FigureCandidates> {
        let candidates = || Rc::new(FigureCandidates::of(dataset, request.indicator, &request.figure_choice));
        Rc::clone(self.candidates.get_or_init(candidates))
    }

    fn compare(&self, dataset: &Dataset, request: &Request) -> Comparison {
        compare_chosen(dataset, request, &self.chosen(dataset, request))
    }

    /// Returns the figures that are chosen for a request, of the areas in force in whatever order.
    fn chosen(&self, dataset: &Dataset, request: &Request) -> Rc<ChosenFigures> {
        let mut known = self.chosen.borrow_mut();
        let of_year = || known.iter().filter(|(year, _)| *year == request.year_choice).map(|(_, chosen)| chosen);
        if let Some(chosen) = of_year().find(|chosen| chosen.are_of(&request.areas)) {
            return Rc::clone(chosen);
        }
        // What is chosen does not depend on the order.
        let in_order = of_year().next().map(|chosen| chosen.in_order_of(&request.areas));
        let chosen = in_order.unwrap_or_else(|| ChosenFigures::among(request, self.candidates(dataset, request)));
        let chosen = Rc::new(chosen);
        if known.len() == MOST_CHOSEN {
            known.remove(0);
        }
        known.push((request.year_choice, Rc::clone(&chosen)));
        chosen
    }
}

impl ComparedFigures {
    fn first_with_trend(&self, dataset: &Dataset, comparison: &Comparison) -> Option<Key<Area>> {
        *self.first_with_trend.get_or_init(|| comparison.trends(dataset).next().map(|trend| trend.area))
    }
}

impl Comparisons {
    /// Returns a place for each indicator, with nothing worked out.
    pub fn new(dataset: &Dataset) -> Self {
        let areas = dataset.areas.keys().collect();
        let in_force = InForce { measure: Measure::Raw, year_choice: YearChoice::Latest, areas };
        Self { in_force, by_indicator: dataset.indicators.keys().map(|_| KnownOfIndicator::default()).collect() }
    }

    /// Returns the comparison of an indicator, and works it out if nobody has looked at it yet.
    pub fn of(&self, dataset: &Dataset, indicator: Key<Indicator>, request: impl FnOnce() -> Request) -> &Comparison {
        // There is a place for every indicator of the data, and keys of other data never come here.
        let place = &self.by_indicator[indicator.position()];
        place.compared.comparison.get_or_init(|| {
            let request = request();
            debug_assert!(self.in_force.is_of(&request), "what is asked is not what is in force");
            place.compare(dataset, &request)
        })
    }

    /// Compares the figures of an indicator under what is not in force, but of the same areas in whatever order, and keeps the
    /// result for when it will be.
    pub fn prepare(&self, dataset: &Dataset, request: &Request, under: InForce) {
        if under == self.in_force {
            return;
        }
        let place = &self.by_indicator[request.indicator.position()];
        let known = place.known_under(&under);
        let is_new = known.is_none();
        let compared = known.unwrap_or_default();
        compared.comparison.get_or_init(|| place.compare(dataset, request));
        if is_new {
            place.keep((under, compared));
        }
    }

    /// Returns the figures that are chosen for an indicator, for whoever needs no order of them.
    pub fn chosen(&self, dataset: &Dataset, request: &Request) -> Rc<ChosenFigures> {
        self.by_indicator[request.indicator.position()].chosen(dataset, request)
    }

    /// Returns what a row shows of the area at a place, and works it out if nobody has looked at it yet.
    pub fn row_figure(
        &self,
        indicator: Key<Indicator>,
        place: usize,
        work_out: impl FnOnce() -> Option<RowFigure>,
    ) -> Option<Rc<RowFigure>> {
        let known = &self.by_indicator[indicator.position()].compared.row_figures;
        if let Some(figure) = known.borrow().get(&place) {
            return Some(Rc::clone(figure));
        }
        let figure = Rc::new(work_out()?);
        known.borrow_mut().insert(place, Rc::clone(&figure));
        Some(figure)
    }

    /// Returns the first area with a trend in the comparison of an indicator, which has been worked out before.
    pub fn first_with_trend(&self, dataset: &Dataset, indicator: Key<Indicator>) -> Option<Key<Area>> {
        let compared = &self.by_indicator[indicator.position()].compared;
        compared.first_with_trend(dataset, compared.comparison.get()?)
    }

    /// Returns the years in which the areas in force have a figure of an indicator, the earliest first.
    pub fn years(&self, dataset: &Dataset, indicator: Key<Indicator>) -> &[i16] {
        let years = &self.by_indicator[indicator.position()].years;
        years.get_or_init(|| dataset.observations.years(&self.in_force.areas, indicator).into_iter().collect())
    }

    /// Returns the verdict of the row of an indicator, which is worked out where it is not known yet.
    pub fn row_verdict(
        &self,
        indicator: Key<Indicator>,
        work_out: impl FnOnce() -> Option<Verdict>,
    ) -> Option<Verdict> {
        *self.by_indicator[indicator.position()].compared.row_verdict.get_or_init(work_out)
    }

    /// Forgets all comparisons, because something changes for every indicator.
    pub fn forget_all(&mut self) {
        self.by_indicator.iter_mut().for_each(|place| *place = KnownOfIndicator::default());
    }

    /// Puts other measures, years or areas in force, or the same areas in another order.
    pub fn put(&mut self, now: InForce) {
        if now != self.in_force {
            let before = std::mem::replace(&mut self.in_force, now);
            let same_areas = self.in_force.is_of_the_areas_of(&before);
            self.by_indicator.iter_mut().for_each(|place| place.put(&before, &self.in_force, same_areas));
        }
    }

    /// Forgets the comparison of one indicator, because something changes for it.
    pub fn forget(&mut self, indicator: Key<Indicator>) {
        if let Some(place) = self.by_indicator.get_mut(indicator.position()) {
            *place = KnownOfIndicator::default();
        }
    }
}
