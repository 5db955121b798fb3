//! The order of figures, which is only as strong as their intervals allow.
//!
//! This is an interval order: a figure stands before another only if its whole interval does. Where intervals overlap, a
//! figure gets a range of ranks.

use super::cell::CellIndex;
use super::indicator::OrderDirection;
use super::interval::Interval;
use super::period::Range;
use super::rank::Rank;
use crate::text::words;
use std::cmp::Ordering;

/// Why nothing is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// Fewer than two figures have an interval.
    FewerThanTwo,
    /// No two figures may be ranked against each other.
    NothingComparable,
    /// The intervals overlap so far that each figure could take each rank.
    CannotBeTold,
}

words! {
    NoOrder {
        FewerThanTwo => "fewer-than-two",
        NothingComparable => "nothing-comparable",
        CannotBeTold => "cannot-be-told",
    }
}

/// What a figure must be above another in.
#[derive(Clone, Copy, Debug)]
pub(super) struct OrderedFigure {
    /// The cell of the figure.
    pub cell: CellIndex,
    /// The interval under the measure.
    pub value: Interval,
    /// What it is per month, where the value is a total: the order of totals is told only where it is the same per month.
    pub per_month: Option<PerMonth>,
}

/// What a total says per month.
#[derive(Clone, Copy, Debug)]
pub(super) struct PerMonth {
    pub value: Interval,
    /// The length by which the total was divided.
    pub months: Range,
}

impl OrderedFigure {
    /// Whether this figure is surely above another, per month too.
    pub(super) fn is_above(&self, other: &Self) -> bool {
        self.value.is_surely_above(other.value) && self.agrees(other, Interval::is_surely_above)
    }

    /// Whether this figure is surely not above another, per month too.
    pub(super) fn is_not_above(&self, other: &Self) -> bool {
        self.value.is_surely_not_above(other.value) && self.agrees(other, Interval::is_surely_not_above)
    }

    /// Whether the values tell an order that the values per month do not.
    pub(super) fn turns_per_month(&self, other: &Self) -> bool {
        let turns = |one: &Self, other: &Self| {
            (one.value.is_surely_above(other.value) && !one.is_above(other))
                || (one.value.is_surely_not_above(other.value) && !one.is_not_above(other))
        };
        turns(self, other) || turns(other, self)
    }

    fn agrees(&self, other: &Self, is_so: fn(Interval, Interval) -> bool) -> bool {
        self.per_month.zip(other.per_month).is_none_or(|(own, other)| is_so(own.value, other.value))
    }
}

/// Figures over periods of the same length, by their low and by their high ends. In both orders whatever holds between a
/// figure and one of these holds for all that follow, so that they are counted without being looked at.
pub(super) struct SortedFigures {
    by_low: Vec<OrderedFigure>,
    by_high: Vec<OrderedFigure>,
}

impl SortedFigures {
    pub(super) fn new(figures: Vec<OrderedFigure>) -> Self {
        let mut by_low = figures;
        let mut by_high = by_low.clone();
        // One copy of the sort for both.
        let sort = |figures: &mut [OrderedFigure], compare: fn(Interval, Interval) -> Ordering| {
            figures.sort_by(|one, other| compare(one.value, other.value));
        };
        sort(&mut by_low, Interval::compare_low);
        sort(&mut by_high, Interval::compare_high);
        Self { by_low, by_high }
    }

    /// Joins figures over periods of the same length: what is counted in one list need not be counted in many.
    pub(super) fn joined<'a>(all: impl Iterator<Item = &'a Self>) -> Vec<Self> {
        let mut by_length: Vec<(Option<Range>, Vec<OrderedFigure>)> = Vec::new();
        for figure in all.flat_map(|figures| &figures.by_low) {
            let length = figure.per_month.map(|per_month| per_month.months);
            match by_length.iter_mut().find(|(known, _)| *known == length) {
                Some((_, figures)) => figures.push(*figure),
                None => by_length.push((length, vec![*figure])),
            }
        }
        by_length.into_iter().map(|(_, figures)| Self::new(figures)).collect()
    }

    /// Returns the figures, the lowest first.
    pub(super) fn figures(&self) -> &[OrderedFigure] {
        &self.by_low
    }

    /// Whether the order of a figure of these and another of `others`, which may be the same, can be told. The two with the
    /// lowest high end and the two with the highest low end decide it.
    pub(super) fn is_told(&self, others: &Self) -> bool {
        let told = |low: &Self, high: &Self| {
            let least = low.by_high.iter().take(2);
            let greatest = || high.by_low.iter().rev().take(2);
            let is_told = |low: &OrderedFigure| greatest().any(|high| low.cell != high.cell && low.is_not_above(high));
            least.into_iter().any(is_told)
        };
        told(self, others) || told(others, self)
    }

    /// Counts those that surely come before a figure, and those that may come before it, without the figure itself.
    fn before(&self, figure: &OrderedFigure, direction: OrderDirection, holds_it: bool) -> (usize, usize) {
        let all = self.by_low.len();
        let (surely, surely_not) = match direction {
            OrderDirection::Ascending => (
                self.by_high.partition_point(|other| figure.is_above(other)),
                all - self.by_low.partition_point(|other| !figure.is_not_above(other)),
            ),
            OrderDirection::Descending | OrderDirection::BySize => (
                all - self.by_low.partition_point(|other| !other.is_above(figure)),
                self.by_high.partition_point(|other| other.is_not_above(figure)),
            ),
        };
        let itself_surely_not = usize::from(holds_it && figure.is_not_above(figure));
        let others = all - usize::from(holds_it);
        (surely, others - (surely_not - itself_surely_not))
    }
}

/// Returns the range of ranks of each figure: from after all that surely come before it, to after all that may.
pub(super) fn ranks(group: &[SortedFigures], direction: OrderDirection) -> Vec<(CellIndex, Rank)> {
    let rank = |own: usize, figure: &OrderedFigure| {
        let before = group.iter().enumerate().map(|(index, others)| others.before(figure, direction, index == own));
        let (surely, perhaps) =
            before.fold((0, 0), |(surely, perhaps), (more, maybe)| (surely + more, perhaps + maybe));
        (figure.cell, Rank { from: 1 + surely, to: 1 + perhaps })
    };
    let all = group.iter().enumerate();
    all.flat_map(|(own, figures)| figures.figures().iter().map(move |figure| rank(own, figure))).collect()
}
