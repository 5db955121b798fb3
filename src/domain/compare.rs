//! The comparison that every view and every export shows.

use super::alike::{AlikeFigures, gather};
use super::area::Area;
use super::cell::{Cell, CellIndex, Standing};
use super::dataset::Dataset;
use super::extent::Extent;
use super::indicator::{Indicator, Nature, Population};
use super::measure::{MeasuredFigure, NoMeasure, measure};
use super::missing::Missing;
use super::observation::Observation;
use super::order::NoOrder;
use super::period::Period;
use super::ranking::{Ranking, rank};
use super::reason::Verdict;
use super::request::{Divisor, Measure, Request};
use super::select::choose;
use super::table::Key;
use itertools::Itertools;
use std::ops::Index;

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
    /// The number of members per hundred members says nothing.
    OfItself(Population),
    /// Fewer than two areas have a figure.
    FewerThanTwo,
    /// Fewer than two areas have a figure of the variant and the level that were chosen, though others have figures.
    FewerThanTwoOfChoice,
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
            Self::OfItself(_) => "of-itself",
            Self::FewerThanTwo => "fewer-than-two",
            Self::FewerThanTwoOfChoice => "fewer-than-two-of-choice",
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
    /// One cell for each area asked for, in that order. The cells carry their standing.
    pub cells: Vec<Cell>,
    /// Why no cell has a rank; `None` where some have one.
    pub no_order: Option<NoOrder>,
    /// Why there is nothing to compare; `None` where there is.
    pub refused: Option<Refusal>,
    /// The figures, gathered by what verdicts look at between two.
    pub(super) alike: Vec<AlikeFigures>,
    /// The cells whose figures may be ranked against one another, in their order.
    pub(super) group: Vec<CellIndex>,
}

/// Compares the figures of some areas for one indicator.
#[must_use]
pub fn compare(dataset: &Dataset, request: &Request) -> Comparison {
    let cells = cells(dataset, request);
    let alike = gather(dataset, &cells);
    let mut comparison =
        Comparison { request: request.clone(), cells, no_order: None, refused: None, alike, group: Vec::new() };
    comparison.refused = refusal(dataset, &comparison);
    let ranking = ranking(dataset, &comparison);
    comparison.group = ranking.group;
    for index in &comparison.group {
        if let Some(cell) = comparison.cells.get_mut(index.0) {
            cell.standing = Standing::Unordered;
        }
    }
    match ranking.ranks {
        Err(why) => comparison.no_order = Some(why),
        Ok(ranks) => {
            for (index, rank) in ranks {
                if let Some(cell) = comparison.cells.get_mut(index.0) {
                    cell.standing = Standing::Ranked(rank);
                }
            }
        }
    }
    comparison
}

fn cells(dataset: &Dataset, request: &Request) -> Vec<Cell> {
    let choices = choose(dataset, request);
    let cell = |(area, choice): (&Key<Area>, Result<Vec<Key<Observation>>, _>)| Cell {
        area: *area,
        content: choice.map(|observations| measured_figure(dataset, observations, request.measure)),
        observations: by_time(dataset, *area, request.indicator),
        standing: Standing::Apart,
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
    let all = dataset.observations.of(area, indicator).iter().copied();
    all.sorted_by_key(|key| (dataset.observations.time(*key).middle, &dataset.observations[*key].id)).collect()
}

fn refusal(dataset: &Dataset, comparison: &Comparison) -> Option<Refusal> {
    let request = &comparison.request;
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
        Divisor::Heads { population, .. } if dataset.indicators[request.indicator].denominator == Some(population) => {
            return Some(Refusal::OfItself(population));
        }
        _ => {}
    }
    let figures = comparison.cells.iter().filter(|cell| cell.figure().is_some()).count();
    let measured = comparison.cells.iter().filter(|cell| cell.is_measured()).count();
    match (figures, measured) {
        (0 | 1, _) => {
            let is_by_choice = |cell: &Cell| matches!(cell.content, Err(Missing::NothingOfChoice));
            let by_choice = comparison.cells.iter().any(is_by_choice);
            Some(if by_choice { Refusal::FewerThanTwoOfChoice } else { Refusal::FewerThanTwo })
        }
        (_, 0 | 1) => Some(Refusal::NothingMeasured),
        _ => {
            let counts = comparison.verdict_counts(dataset);
            (counts.of(Verdict::NotComparable) == counts.all()).then_some(Refusal::NothingComparable)
        }
    }
}

fn ranking(dataset: &Dataset, comparison: &Comparison) -> Ranking {
    let none = |why| Ranking { group: Vec::new(), ranks: Err(why) };
    match comparison.refused {
        Some(Refusal::FewerThanTwo | Refusal::FewerThanTwoOfChoice) => none(NoOrder::FewerThanTwo),
        Some(_) => none(NoOrder::NothingComparable),
        // The 71st edition is not more of anything than the third.
        None if dataset.indicators[comparison.request.indicator].nature == Nature::Ordinal => {
            none(NoOrder::NothingComparable)
        }
        None => rank(dataset, &comparison.request, &comparison.cells, &comparison.alike),
    }
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
    pub fn indices(&self) -> impl Iterator<Item = CellIndex> + Clone + use<> {
        (0..self.cells.len()).map(CellIndex)
    }

    /// Returns the index of an area's cell, where the area was asked for.
    #[must_use]
    pub fn index_of(&self, area: Key<Area>) -> Option<CellIndex> {
        // Where all areas were asked for, each stands at its own position.
        let own = area.position();
        if self.cells.get(own).is_some_and(|cell| cell.area == area) {
            return Some(CellIndex(own));
        }
        self.cells.iter().position(|cell| cell.area == area).map(CellIndex)
    }

    /// Returns an area's cell, where the area was asked for.
    #[must_use]
    pub fn cell_of(&self, area: Key<Area>) -> Option<&Cell> {
        self.index_of(area).and_then(|index| self.cells.get(index.0))
    }

    /// Counts the areas asked for that have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.cells.iter().filter(|cell| cell.content.is_ok()).count()
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

    /// Returns the cells by value: ranked ones, best first; those that may be ranked but whose order is not told; figures apart; figures without a value under the
    /// measure; areas without a figure.
    #[must_use]
    pub fn cells_by_value(&self) -> Vec<&Cell> {
        let class = |cell: &&Cell| match (cell.standing, &cell.content) {
            (Standing::Ranked(rank), _) => (0, rank.from, rank.to),
            (Standing::Unordered, _) => (1, 0, 0),
            (Standing::Apart, Ok(figure)) if figure.extent.is_ok() => (2, 0, 0),
            (Standing::Apart, Ok(_)) => (3, 0, 0),
            (Standing::Apart, Err(_)) => (4, 0, 0),
        };
        self.cells.iter().sorted_by_key(class).collect()
    }
}
