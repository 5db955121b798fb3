//! The comparisons of all indicators, each worked out when it is first looked at: a key costs what is seen, however many
//! indicators there are.

use crate::domain::{
    Area, CellContent, ChosenFigures, Comparison, Dataset, FigureCandidates, Indicator, Key, Measure, Request,
    YearChoice, compare_chosen,
};
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
        (self.measure, self.year_choice) == (request.measure, request.year_choice) && *self.areas == *request.areas
    }
}

/// What is known of one indicator, and kept as long as it stays the same: the candidates whatever the areas, the year and the
/// measure are; the figures that are chosen of them for the areas, for each year that was looked at, whatever the measure is.
#[derive(Clone, Debug, Default)]
struct KnownOfIndicator {
    candidates: Rc<OnceCell<Rc<FigureCandidates>>>,
    chosen: Rc<RefCell<ChosenByYear>>,
    /// What is compared under what is in force.
    compared: Rc<ComparedFigures>,
    /// The same under what was in force before, or may be next.
    elsewhere: Rc<RefCell<ComparedElsewhere>>,
}

/// What is compared under other measures, years and areas, the one that was kept last behind the others.
type ComparedElsewhere = Vec<(InForce, Rc<ComparedFigures>)>;

/// Under how many of them beside those in force what was compared is kept.
const MOST_ELSEWHERE: usize = 5;

/// The figures that are chosen for each year choice that was looked at.
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
    /// What rows show of areas, by their places among those that are compared.
    row_figures: RefCell<FxHashMap<usize, Rc<RowFigure>>>,
}

impl KnownOfIndicator {
    /// Keeps what was compared under what was in force, and takes what is known under what is in force now.
    fn put(&mut self, before: &InForce, now: &InForce) {
        let known = self.elsewhere.borrow().iter().find(|(under, _)| under == now).map(|(_, known)| Rc::clone(known));
        let compared = std::mem::replace(&mut self.compared, known.unwrap_or_default());
        if compared.comparison.get().is_some() || !compared.row_figures.borrow().is_empty() {
            self.keep((before.clone(), compared));
        }
        if before.areas != now.areas {
            self.chosen = Rc::default();
        }
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

    fn chosen(&self, dataset: &Dataset, request: &Request) -> Rc<ChosenFigures> {
        let known = self
            .chosen
            .borrow()
            .iter()
            .find(|(year, _)| *year == request.year_choice)
            .map(|(_, chosen)| Rc::clone(chosen));
        known.unwrap_or_else(|| {
            let chosen = Rc::new(ChosenFigures::among(request, self.candidates(dataset, request)));
            self.chosen.borrow_mut().push((request.year_choice, Rc::clone(&chosen)));
            chosen
        })
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

    /// Compares the figures of an indicator under what is not in force, and keeps what comes of it and is asked of it for when it
    /// will be.
    pub fn prepare(&self, dataset: &Dataset, (request, under): (&Request, InForce), ask: impl FnOnce(&Comparison)) {
        let place = &self.by_indicator[request.indicator.position()];
        if under == self.in_force || place.elsewhere.borrow().iter().any(|(other, _)| *other == under) {
            return;
        }
        let compared = ComparedFigures::default();
        let comparison = compared.comparison.get_or_init(|| {
            if under.areas == self.in_force.areas {
                return place.compare(dataset, request);
            }
            // The figures that are kept are those of the areas in force.
            let candidates = place.candidates(dataset, request);
            compare_chosen(dataset, request, &ChosenFigures::among(request, candidates))
        });
        compared.first_with_trend(dataset, comparison);
        ask(comparison);
        place.keep((under, Rc::new(compared)));
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

    /// Forgets all comparisons, because something changes for every indicator.
    pub fn forget_all(&mut self) {
        self.by_indicator.iter_mut().for_each(|place| *place = KnownOfIndicator::default());
    }

    /// Puts other measures, years or areas in force, or the same areas in another order.
    pub fn put(&mut self, now: InForce) {
        if now != self.in_force {
            let before = std::mem::replace(&mut self.in_force, now);
            self.by_indicator.iter_mut().for_each(|place| place.put(&before, &self.in_force));
        }
    }

    /// Forgets the comparison of one indicator, because something changes for it.
    pub fn forget(&mut self, indicator: Key<Indicator>) {
        if let Some(place) = self.by_indicator.get_mut(indicator.position()) {
            *place = KnownOfIndicator::default();
        }
    }
}
