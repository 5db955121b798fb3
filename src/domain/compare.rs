//! The one comparison that every view and export shows.

use super::dataset::Dataset;
use super::interval::{Extent, Interval};
use super::measure::{NoMeasure, measure};
use super::order::{NoOrder, Order, order, ranked_group};
use super::table::Key;
use super::verdict::{Reason, Verdict, reasons};
use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::measure::Found;
use crate::domain::observation::Observation;
use crate::domain::request::Measure;
use crate::domain::request::Request;
use crate::domain::select::Missing;
use crate::domain::select::choose;
use itertools::Itertools;

/// What one area puts into a comparison.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Whose.
    pub area: Key<Area>,
    /// The figure, or why there is none.
    pub content: Result<Found, Missing>,
    /// All figures held of this area and indicator, by time.
    pub held: Vec<Key<Observation>>,
}

impl Cell {
    /// The figure, where there is one.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        self.content.as_ref().ok()
    }
}

/// Two areas, and whether their figures may be compared.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The place of the first among the cells.
    pub first: usize,
    /// The place of the second among the cells.
    pub second: usize,
    /// Whether they may be compared.
    pub verdict: Verdict,
    /// All reasons, the weightiest first; none where like is compared with like.
    pub reasons: Vec<Reason>,
}

/// Why a comparison is refused altogether. The figures are still shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The figures are background, not performance.
    Context,
    /// Designed numbers are names, not counts.
    Designed,
    /// Only a flow has a rate per month.
    NotAFlow(Nature),
    /// Only counts may be divided by heads.
    NotACount(Nature),
    /// Fewer than two areas have a figure.
    FewerThanTwo,
    /// No two figures have a value under this measure.
    NothingMeasured,
    /// Each pair of figures is like with unlike.
    NothingComparable,
}

impl Refusal {
    /// Returns its name in exports; it never changes with the language.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Designed => "designed",
            Self::NotAFlow(_) => "not-a-flow",
            Self::NotACount(_) => "not-a-count",
            Self::FewerThanTwo => "fewer-than-two",
            Self::NothingMeasured => "nothing-measured",
            Self::NothingComparable => "nothing-comparable",
        }
    }
}

/// The result of a comparison.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What was asked.
    pub request: Request,
    /// One for each area asked for, in that order.
    pub cells: Vec<Cell>,
    /// One for each two areas that have figures.
    pub pairs: Vec<Pair>,
    /// Who stands before whom, as far as that can be told.
    pub order: Order,
    /// Why there is nothing to compare; `None` where there is.
    pub refused: Option<Refusal>,
}

/// Compares.
#[must_use]
pub fn compare(dataset: &Dataset, request: &Request) -> Comparison {
    let choices = choose(dataset, request.indicator, &request.areas, request.moment);
    let cells: Vec<Cell> = request
        .areas
        .iter()
        .zip(choices)
        .map(|(area, choice)| Cell {
            area: *area,
            content: choice.map(|observations| found(dataset, observations, request.measure)),
            held: held(dataset, *area, request.indicator),
        })
        .collect();
    let pairs: Vec<Pair> = cells
        .iter()
        .enumerate()
        .tuple_combinations()
        .filter_map(|((first, a), (second, b))| {
            let reasons = reasons(dataset, a.found()?, b.found()?, request.measure);
            let verdict = reasons.iter().map(Reason::weight).max().unwrap_or(Verdict::Comparable);
            Some(Pair { first, second, verdict, reasons })
        })
        .collect();
    let refused = refusal(dataset, request, &cells, &pairs);
    let nature = dataset.indicators[request.indicator].nature;
    let order = ranked(nature, &cells, &pairs, refused);
    Comparison { request: request.clone(), cells, pairs, order, refused }
}

fn found(dataset: &Dataset, observations: Vec<Key<Observation>>, by: Measure) -> Found {
    let mut extent: Option<Result<Extent, NoMeasure>> = None;
    let mut denominator = None;
    for key in &observations {
        let measured = measure(dataset, &dataset.observations[*key], by);
        let next = measured.map(|measured| {
            denominator = measured.denominator;
            measured.extent
        });
        extent = Some(match (extent, next) {
            // Figures that contradict one another: the truth lies in one of them, so in what holds both.
            (Some(Ok(Extent::Within(before))), Ok(Extent::Within(next))) => Ok(Extent::Within(before.hull(next))),
            (Some(before), _) => before,
            (None, next) => next,
        });
    }
    Found { observations, extent: extent.unwrap_or(Err(NoMeasure::OutOfRange)), denominator }
}

fn held(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Vec<Key<Observation>> {
    let by_time = |(_, observation): &(Key<Observation>, &Observation)| observation.period.middle();
    dataset.observations_of(area, indicator).sorted_by_key(by_time).map(|(key, _)| key).collect()
}

fn refusal(dataset: &Dataset, request: &Request, cells: &[Cell], pairs: &[Pair]) -> Option<Refusal> {
    let nature = dataset.indicators[request.indicator].nature;
    if dataset.theme_of(request.indicator).is_context {
        return Some(Refusal::Context);
    }
    if nature == Nature::Structure {
        return Some(Refusal::Designed);
    }
    match request.measure {
        Measure::PerMonth if nature != Nature::Flow => return Some(Refusal::NotAFlow(nature)),
        Measure::PerHundredMembers | Measure::PerMillionResidents
            if !matches!(nature, Nature::Flow | Nature::Stock) =>
        {
            return Some(Refusal::NotACount(nature));
        }
        _ => {}
    }
    let found = cells.iter().filter_map(Cell::found);
    let (count, measured) =
        found.fold((0, 0), |(count, measured), found| (count + 1, measured + usize::from(found.extent.is_ok())));
    match (count, measured) {
        (0 | 1, _) => Some(Refusal::FewerThanTwo),
        (_, 0 | 1) => Some(Refusal::NothingMeasured),
        _ if pairs.iter().all(|pair| pair.verdict == Verdict::NotComparable) => Some(Refusal::NothingComparable),
        _ => None,
    }
}

fn ranked(nature: Nature, cells: &[Cell], pairs: &[Pair], refused: Option<Refusal>) -> Order {
    match refused {
        Some(Refusal::FewerThanTwo) => return Order::None(NoOrder::FewerThanTwo),
        Some(_) => return Order::None(NoOrder::NothingComparable),
        // The 71st edition is not more of anything than the third.
        None if nature == Nature::Ordinal => return Order::None(NoOrder::NothingComparable),
        None => {}
    }
    order(&intervals(cells), may_rank(pairs))
}

fn intervals(cells: &[Cell]) -> Vec<Option<Interval>> {
    cells.iter().map(|cell| cell.found().and_then(|found| found.extent.as_ref().ok()?.interval())).collect()
}

/// Whether two cells, by their places, may be ranked against each other.
fn may_rank(pairs: &[Pair]) -> impl Fn(usize, usize) -> bool {
    |a, b| {
        let places = (a.min(b), a.max(b));
        let pair = pairs.iter().find(|pair| (pair.first, pair.second) == places);
        pair.is_some_and(|pair| !pair.reasons.iter().any(Reason::forbids_rank))
    }
}

impl Comparison {
    /// The places of the cells that may be ranked against one another, whether or not their order can be told.
    pub(super) fn group(&self) -> Vec<usize> {
        ranked_group(&intervals(&self.cells), may_rank(&self.pairs))
    }

    /// How many of the areas asked for have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.cells.iter().filter(|cell| cell.content.is_ok()).count()
    }

    /// The verdict between two cells, by their places; `None` where one of them has no figure.
    #[must_use]
    pub fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        let places = (one.min(other), one.max(other));
        self.pairs.iter().find(|pair| (pair.first, pair.second) == places)
    }

    /// Whether the figures speak of different periods, so that the period must stand beside each.
    #[must_use]
    pub fn periods_differ(&self, dataset: &Dataset) -> bool {
        !self.periods(dataset).map(super::period::Period::reach).all_equal()
    }

    /// Whether the figures count under different years, so that the year must stand beside each.
    #[must_use]
    pub fn years_differ(&self, dataset: &Dataset) -> bool {
        !self.periods(dataset).map(super::period::Period::year).all_equal()
    }

    /// Whether a period among the figures is not as the source states it, so that it must be marked.
    #[must_use]
    pub fn has_inferred_period(&self, dataset: &Dataset) -> bool {
        self.periods(dataset).any(super::period::Period::is_inferred)
    }

    fn periods<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = &'a super::period::Period> {
        self.cells.iter().filter_map(Cell::found).map(|found| &dataset.observations[found.main()].period)
    }

    /// The places of the cells by value: those that are ranked, best first; then figures without a rank, figures
    /// without a value under the measure, and last the areas without a figure. Within each, as asked for.
    #[must_use]
    pub fn by_value(&self) -> Vec<usize> {
        let class = |place: &usize| match (self.order.rank(*place), self.cells.get(*place).map(|cell| &cell.content)) {
            (Some(rank), _) => (0, rank.from, rank.to),
            (None, Some(Ok(found))) if found.extent.is_ok() => (1, 0, 0),
            (None, Some(Ok(_))) => (2, 0, 0),
            (None, _) => (3, 0, 0),
        };
        (0..self.cells.len()).sorted_by_key(class).collect()
    }
}
