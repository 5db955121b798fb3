//! The comparison that every view and every export shows.

use super::alike::{AlikeFigures, SameOwnReasons};
use super::area::Area;
use super::by_cell::ByCell;
use super::cell::{Cell, CellIndex, Standing};
use super::dataset::Dataset;
use super::exclusion::Exclusion;
use super::indicator::{Nature, Population};
use super::missing::Missing;
use super::observation::Observation;
use super::observation_index::ObservationTime;
use super::order::{NoOrder, OrderedFigure};
use super::pair_group::PairGroup;
use super::ranking::{Ranking, rank};
use super::reason::Reason;
use super::request::{Divisor, FigureChoice, Request, YearChoice};
use super::select::ChosenFigures;
use super::table::Key;
use crate::sorting::InOrder;
use itertools::Itertools;
use std::cell::OnceCell;
use std::ops::Index;
use std::rc::Rc;

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
    /// Fewer than two areas have a figure, of those that were asked for.
    FewerThanTwo(AskedFor),
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
            Self::FewerThanTwo(_) => "fewer-than-two",
            Self::FewerThanTwoOfChoice => "fewer-than-two-of-choice",
            Self::NothingMeasured => "nothing-measured",
            Self::NothingComparable => "nothing-comparable",
        }
    }
}

/// What was asked for where too few areas have a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// Only one area was asked for.
    OneArea,
    /// The figures of this year; of others there may be more.
    Year(i16),
    /// Any figures of several areas.
    Any,
}

impl AskedFor {
    fn by(request: &Request) -> Self {
        match request.year_choice {
            _ if request.areas.len() < 2 => Self::OneArea,
            YearChoice::Year(year) => Self::Year(year),
            YearChoice::Latest | YearChoice::Closest => Self::Any,
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
    pub(super) alike: Rc<[AlikeFigures]>,
    /// The cells whose figures may be ranked against one another, in their order.
    pub(super) group: Vec<CellIndex>,
    pub(super) asked: Asked,
}

/// What is asked of a comparison time and again, worked out when it is first asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub exclusions: OnceCell<Vec<Exclusion>>,
    /// They do not depend on the measure, and are kept with the chosen figures.
    pub choices: Rc<OnceCell<Vec<FigureChoice>>>,
    pub by_own_reasons: OnceCell<Vec<Vec<SameOwnReasons>>>,
    /// The reasons that lie in the figure of each cell alone.
    pub own_reasons: OnceCell<Vec<Vec<Reason>>>,
    /// What each figure is ordered by; `None` for one that may not be ranked.
    pub ordered: OnceCell<Vec<Option<OrderedFigure>>>,
    /// Whether the figure of each cell may be compared with any other.
    pub may_be_compared: OnceCell<Vec<bool>>,
    /// The cells by value.
    pub by_value: OnceCell<Vec<CellIndex>>,
    pub pair_groups: ByCell<PairGroup>,
    pub why_apart: ByCell<Reason>,
}

/// Compares the figures of some areas for one indicator.
#[must_use]
pub fn compare(dataset: &Dataset, request: &Request) -> Comparison {
    compare_chosen(dataset, request, &ChosenFigures::of(dataset, request))
}

/// Compares figures that have been chosen for the same request, or for one that differs in its measure alone.
#[must_use]
pub fn compare_chosen(dataset: &Dataset, request: &Request, chosen: &ChosenFigures) -> Comparison {
    let mut comparison = Comparison {
        request: request.clone(),
        cells: cells(dataset, request, chosen),
        no_order: None,
        refused: None,
        alike: Rc::clone(chosen.alike(dataset)),
        group: Vec::new(),
        asked: Asked { choices: Rc::clone(&chosen.choices), ..Asked::default() },
    };
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

fn cells(dataset: &Dataset, request: &Request, chosen: &ChosenFigures) -> Vec<Cell> {
    let cell = |(place, area): (usize, &Key<Area>)| {
        let content = chosen.content(dataset, request, place)?;
        Some(Cell { area: *area, content, standing: Standing::Apart })
    };
    request.areas.iter().enumerate().filter_map(cell).collect()
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
            let few = Refusal::FewerThanTwo(AskedFor::by(request));
            Some(if by_choice { Refusal::FewerThanTwoOfChoice } else { few })
        }
        (_, 0 | 1) => Some(Refusal::NothingMeasured),
        _ => (!comparison.has_pair_to_compare(dataset)).then_some(Refusal::NothingComparable),
    }
}

fn ranking(dataset: &Dataset, comparison: &Comparison) -> Ranking {
    let none = |why| Ranking { group: Vec::new(), ranks: Err(why) };
    match comparison.refused {
        Some(Refusal::FewerThanTwo(_) | Refusal::FewerThanTwoOfChoice) => none(NoOrder::FewerThanTwo),
        Some(_) => none(NoOrder::NothingComparable),
        // The 71st edition is not more of anything than the third.
        None if dataset.indicators[comparison.request.indicator].nature == Nature::Ordinal => {
            none(NoOrder::NothingComparable)
        }
        None => {
            let figures = (comparison.cells.as_slice(), comparison.all_ordered(dataset));
            rank(dataset, &comparison.request, figures, &comparison.alike)
        }
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

    /// Returns all figures that an area has for the indicator, earliest first, whatever was chosen.
    #[must_use]
    pub fn held_by<'a>(&self, dataset: &'a Dataset, area: Key<Area>) -> &'a [Key<Observation>] {
        dataset.observations.of(area, self.request.indicator)
    }

    /// Whether the figures speak of different periods, so that each must be shown with its own.
    #[must_use]
    pub fn periods_differ(&self, dataset: &Dataset) -> bool {
        !self.times(dataset).map(|time| time.reach).all_equal()
    }

    /// Whether the period of some figure was worked out and not read, so that it must be marked.
    #[must_use]
    pub fn has_inferred_period(&self, dataset: &Dataset) -> bool {
        let mut figures = self.cells.iter().filter_map(Cell::figure);
        figures.any(|figure| dataset.observations[figure.observation()].period.is_inferred())
    }

    fn times<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = ObservationTime> {
        self.cells.iter().filter_map(Cell::figure).map(|figure| dataset.observations.time(figure.observation()))
    }

    /// Returns the cells by value: ranked ones, best first; those that may be ranked but whose order is not told; figures apart; figures without a value under the
    /// measure; areas without a figure.
    #[must_use]
    pub fn cells_by_value(&self) -> Vec<&Cell> {
        let class = |index: &CellIndex| match (self[*index].standing, &self[*index].content) {
            (Standing::Ranked(rank), _) => (0, rank.from, rank.to),
            (Standing::Unordered, _) => (1, 0, 0),
            (Standing::Apart, Ok(figure)) if figure.extent.is_ok() => (2, 0, 0),
            (Standing::Apart, Ok(_)) => (3, 0, 0),
            (Standing::Apart, Err(_)) => (4, 0, 0),
        };
        let by_value = self.asked.by_value.get_or_init(|| self.indices().in_order_by_key(class).collect());
        by_value.iter().map(|index| &self[*index]).collect()
    }
}
