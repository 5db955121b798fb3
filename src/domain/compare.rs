//! The comparison that every view and every export shows.

use super::area::Area;
use super::cell::{Cell, CellIndex};
use super::dataset::Dataset;
use super::indicator::{Indicator, Nature};
use super::interval::Extent;
use super::measure::{MeasuredFigure, NoMeasure, measure};
use super::observation::Observation;
use super::order::{CellInterval, NoOrder, order, rankable_group};
use super::period::Period;
use super::rank::Rank;
use super::request::{Divisor, Measure, Request};
use super::select::choose;
use super::table::Key;
use super::verdict::{Reason, Verdict, reasons};
use itertools::Itertools;
use std::ops::Index;

/// Two cells that have figures, and whether these may be compared.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The earlier of the two cells.
    pub first: CellIndex,
    /// The later of the two cells.
    pub second: CellIndex,
    /// Whether the figures may be compared.
    pub verdict: Verdict,
    /// All reasons, the weightiest first; empty where like is compared with like.
    pub reasons: Vec<Reason>,
}

impl Pair {
    /// Whether this is the pair of the two cells, in either order.
    fn is_of(&self, one: CellIndex, other: CellIndex) -> bool {
        (self.first, self.second) == (one.min(other), one.max(other))
    }

    /// Whether the two figures may stand in one order.
    fn may_rank(&self) -> bool {
        !self.reasons.iter().any(Reason::forbids_rank)
    }
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
    /// Fewer than two figures have a value under this measure.
    NothingMeasured,
    /// No two figures are comparable.
    NothingComparable,
}

impl Refusal {
    /// Returns the stable id, which never changes with the language.
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
    /// The request that this answers.
    pub request: Request,
    /// One cell for each area asked for, in that order. The cells carry their ranks.
    pub cells: Vec<Cell>,
    /// One pair for each two areas that have figures.
    pub pairs: Vec<Pair>,
    /// Why no cell has a rank; `None` where some have one.
    pub no_order: Option<NoOrder>,
    /// Why there is nothing to compare; `None` where there is.
    pub refused: Option<Refusal>,
}

/// Compares the figures of some areas for one indicator.
#[must_use]
pub fn compare(dataset: &Dataset, request: &Request) -> Comparison {
    let mut cells = cells(dataset, request);
    let pairs = pairs(dataset, &cells, request.measure);
    let refused = refusal(dataset, request, &cells, &pairs);
    let nature = dataset.indicators[request.indicator].nature;
    let no_order = match ranks(nature, &cells, &pairs, refused) {
        Err(why) => Some(why),
        Ok(ranks) => {
            for (index, rank) in ranks {
                if let Some(cell) = cells.get_mut(index.0) {
                    cell.rank = Some(rank);
                }
            }
            None
        }
    };
    Comparison { request: request.clone(), cells, pairs, no_order, refused }
}

fn cells(dataset: &Dataset, request: &Request) -> Vec<Cell> {
    let choices = choose(dataset, request.indicator, &request.areas, request.year_choice);
    let cell = |(area, choice): (&Key<Area>, Result<Vec<Key<Observation>>, _>)| Cell {
        area: *area,
        content: choice.map(|observations| measured_figure(dataset, observations, request.measure)),
        observations: by_time(dataset, *area, request.indicator),
        rank: None,
    };
    request.areas.iter().zip(choices).map(cell).collect()
}

/// Applies the measure to a figure and to those that contradict it.
fn measured_figure(dataset: &Dataset, observations: Vec<Key<Observation>>, by: Measure) -> MeasuredFigure {
    let mut extent: Option<Result<Extent, NoMeasure>> = None;
    let mut denominator = None;
    for key in &observations {
        let measured = measure(dataset, &dataset.observations[*key], by);
        let next = measured.map(|measured| {
            denominator = measured.denominator;
            measured.extent
        });
        extent = Some(match (extent, next) {
            // Where figures contradict one another, the truth lies in one of them, and so in the interval that holds both.
            (Some(Ok(Extent::Within(first))), Ok(Extent::Within(next))) => Ok(Extent::Within(first.hull(next))),
            (Some(first), _) => first,
            (None, next) => next,
        });
    }
    MeasuredFigure { observations, extent: extent.unwrap_or(Err(NoMeasure::OutOfRange)), denominator }
}

fn by_time(dataset: &Dataset, area: Key<Area>, indicator: Key<Indicator>) -> Vec<Key<Observation>> {
    let middle = |(_, observation): &(Key<Observation>, &Observation)| observation.period.middle();
    dataset.observations_of(area, indicator).sorted_by_key(middle).map(|(key, _)| key).collect()
}

fn pairs(dataset: &Dataset, cells: &[Cell], by: Measure) -> Vec<Pair> {
    let pair = |((first, one), (second, other)): ((usize, &Cell), (usize, &Cell))| {
        let reasons = reasons(dataset, one.figure()?, other.figure()?, by);
        let verdict = reasons.iter().map(Reason::weight).max().unwrap_or(Verdict::Comparable);
        Some(Pair { first: CellIndex(first), second: CellIndex(second), verdict, reasons })
    };
    cells.iter().enumerate().tuple_combinations().filter_map(pair).collect()
}

fn refusal(dataset: &Dataset, request: &Request, cells: &[Cell], pairs: &[Pair]) -> Option<Refusal> {
    let nature = dataset.indicators[request.indicator].nature;
    if dataset.theme_of(request.indicator).is_context {
        return Some(Refusal::Context);
    }
    if nature == Nature::Structure {
        return Some(Refusal::Designed);
    }
    match request.measure.divisor() {
        Divisor::Months if nature != Nature::Flow => return Some(Refusal::NotAFlow(nature)),
        Divisor::Heads { .. } if !nature.is_count() => return Some(Refusal::NotACount(nature)),
        _ => {}
    }
    let figures = cells.iter().filter(|cell| cell.figure().is_some()).count();
    let measured = cells.iter().filter(|cell| cell.is_measured()).count();
    match (figures, measured) {
        (0 | 1, _) => Some(Refusal::FewerThanTwo),
        (_, 0 | 1) => Some(Refusal::NothingMeasured),
        _ if pairs.iter().all(|pair| pair.verdict == Verdict::NotComparable) => Some(Refusal::NothingComparable),
        _ => None,
    }
}

fn ranks(
    nature: Nature,
    cells: &[Cell],
    pairs: &[Pair],
    refused: Option<Refusal>,
) -> Result<Vec<(CellIndex, Rank)>, NoOrder> {
    match refused {
        Some(Refusal::FewerThanTwo) => return Err(NoOrder::FewerThanTwo),
        Some(_) => return Err(NoOrder::NothingComparable),
        // The 71st edition is not more of anything than the third.
        None if nature == Nature::Ordinal => return Err(NoOrder::NothingComparable),
        None => {}
    }
    order(&intervals(cells), may_rank(pairs))
}

/// Returns the cells whose figures give an interval that can be relied on.
fn intervals(cells: &[Cell]) -> Vec<CellInterval> {
    let interval = |cell: &Cell| cell.figure()?.extent.as_ref().ok()?.interval();
    cells.iter().enumerate().filter_map(|(index, cell)| Some((CellIndex(index), interval(cell)?))).collect()
}

/// Returns a test of whether two cells may be ranked against each other.
fn may_rank(pairs: &[Pair]) -> impl Fn(CellIndex, CellIndex) -> bool {
    |one, other| pairs.iter().find(|pair| pair.is_of(one, other)).is_some_and(Pair::may_rank)
}

impl Index<CellIndex> for Comparison {
    type Output = Cell;

    /// # Panics
    /// Where the index came from a comparison with more cells: a fault of the program, never of its input.
    fn index(&self, index: CellIndex) -> &Cell {
        &self.cells[index.0]
    }
}

impl Comparison {
    /// Returns the indices of all cells, in their order.
    pub fn indices(&self) -> impl Iterator<Item = CellIndex> + use<> {
        (0..self.cells.len()).map(CellIndex)
    }

    /// Returns the index of an area's cell, where the area was asked for.
    #[must_use]
    pub fn index_of(&self, area: Key<Area>) -> Option<CellIndex> {
        self.cells.iter().position(|cell| cell.area == area).map(CellIndex)
    }

    /// Returns an area's cell, where the area was asked for.
    #[must_use]
    pub fn cell_of(&self, area: Key<Area>) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.area == area)
    }

    /// Returns the cells that may be ranked against one another, whether or not their order is known.
    pub(super) fn rankable_group(&self) -> Vec<CellIndex> {
        rankable_group(&intervals(&self.cells), may_rank(&self.pairs))
    }

    /// Counts the areas asked for that have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.cells.iter().filter(|cell| cell.content.is_ok()).count()
    }

    /// Returns the pair of two cells, in either order; `None` where one of them has no figure.
    #[must_use]
    pub fn pair(&self, one: CellIndex, other: CellIndex) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.is_of(one, other))
    }

    /// Whether the figures speak of different periods, so that each must be shown with its own.
    #[must_use]
    pub fn periods_differ(&self, dataset: &Dataset) -> bool {
        !self.periods(dataset).map(Period::reach).all_equal()
    }

    /// Whether the figures count under different years, so that each must be shown with its own.
    #[must_use]
    pub fn years_differ(&self, dataset: &Dataset) -> bool {
        !self.periods(dataset).map(Period::year).all_equal()
    }

    /// Whether the period of some figure was worked out and not read, so that it must be marked.
    #[must_use]
    pub fn has_inferred_period(&self, dataset: &Dataset) -> bool {
        self.periods(dataset).any(Period::is_inferred)
    }

    fn periods<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = &'a Period> {
        self.cells.iter().filter_map(Cell::figure).map(|figure| &dataset.observations[figure.observation()].period)
    }

    /// Returns the cells by value: ranked ones, best first; figures without a rank; figures without a value under the
    /// measure; areas without a figure.
    #[must_use]
    pub fn cells_by_value(&self) -> Vec<&Cell> {
        let class = |cell: &&Cell| match (cell.rank, &cell.content) {
            (Some(rank), _) => (0, rank.from, rank.to),
            (None, Ok(figure)) if figure.extent.is_ok() => (1, 0, 0),
            (None, Ok(_)) => (2, 0, 0),
            (None, Err(_)) => (3, 0, 0),
        };
        self.cells.iter().sorted_by_key(class).collect()
    }
}
