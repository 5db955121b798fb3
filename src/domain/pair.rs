//! Pairs: two cells that have figures, and whether these may be compared.

use super::alike::AlikeFigures;
use super::cell::{Cell, CellIndex};
use super::compare::Comparison;
use super::dataset::Dataset;
use super::order::OrderedFigure;
use super::outcome::Outcome;
use super::ranking::ordered_figure;
use super::reason::{Reason, Verdict};
use super::verdict::{of_value_and_time, reasons, verdict};
use crate::sorting::PutInOrder;
use itertools::Itertools;
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// How many pairs have each verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts(BTreeMap<Verdict, usize>);

impl VerdictCounts {
    fn add(&mut self, verdict: Verdict, pairs: usize) {
        if pairs > 0 {
            *self.0.entry(verdict).or_default() += pairs;
        }
    }

    /// Returns the number of pairs with a verdict.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> usize {
        self.0.get(&verdict).copied().unwrap_or_default()
    }

    /// Returns the number of all pairs.
    #[must_use]
    pub fn all(&self) -> usize {
        self.0.values().sum()
    }
}

impl Comparison {
    /// Works out the pair of two cells, in either order; `None` where one of them has no figure, or both are one.
    #[must_use]
    pub fn pair(&self, dataset: &Dataset, one: CellIndex, other: CellIndex) -> Option<Pair> {
        let (first, second) = (one.min(other), one.max(other));
        let (a, b) = (self.cells.get(first.0)?, self.cells.get(second.0)?);
        let (figure, against) = (a.figure()?, b.figure()?);
        if first == second {
            return None;
        }
        let reasons = reasons(dataset, figure, against, self.request.measure);
        let reasons = self.with_order_of_totals(dataset, (first, second), reasons);
        Some(Pair { first, second, verdict: verdict(&reasons), reasons })
    }

    /// Works out the pairs of all cells, one after the other. There are about half as many as the square of the number of
    /// cells, so this is for those who need every one.
    pub fn pairs<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = Pair> + 'a {
        let pair = |(one, other): (CellIndex, CellIndex)| self.pair(dataset, one, other);
        self.indices().tuple_combinations().filter_map(pair)
    }

    /// Returns what a figure is ordered by; `None` where it may not be ranked.
    pub(super) fn ordered(&self, dataset: &Dataset, index: CellIndex) -> Option<OrderedFigure> {
        self.all_ordered(dataset).get(index.0).copied().flatten()
    }

    /// Returns what the figure of each cell is ordered by.
    pub(super) fn all_ordered(&self, dataset: &Dataset) -> &[Option<OrderedFigure>] {
        let work_out = |index: CellIndex| ordered_figure(dataset, &self.request, index, self.cells.get(index.0)?);
        self.asked.ordered.get_or_init(|| self.indices().map(work_out).collect())
    }

    /// Adds what the values of two totals say of their order, where nothing else keeps them from one. The weightiest reason
    /// stands first.
    pub(super) fn with_order_of_totals(
        &self,
        dataset: &Dataset,
        (one, other): (CellIndex, CellIndex),
        mut reasons: Vec<Reason>,
    ) -> Vec<Reason> {
        if !reasons.iter().any(Reason::forbids_rank) {
            reasons.extend(self.turns_per_month(dataset, one, other));
        }
        reasons.put_in_order_by_key(|reason| Reverse(reason.weight()));
        reasons
    }

    /// Returns the reason why two totals have no order, where it is that their order per month is another.
    pub(super) fn turns_per_month(&self, dataset: &Dataset, one: CellIndex, other: CellIndex) -> Option<Reason> {
        let turns = self.ordered(dataset, one)?.turns_per_month(&self.ordered(dataset, other)?);
        let months = |index: CellIndex| {
            let figure = self.cells.get(index.0)?.figure()?;
            dataset.observations[figure.observation()].period.months()
        };
        let (first, second) = (months(one)?, months(other)?);
        (turns && one != other).then_some(Reason::OrderTurnsPerMonth { first, second })
    }

    /// Returns how well the figures can be compared at the best: *comparable* where some have ranks, *with caution* where two can
    /// at least stand side by side.
    #[must_use]
    pub fn best_verdict(&self, dataset: &Dataset) -> Verdict {
        if self.outcome() == Outcome::Ranked {
            Verdict::Comparable
        } else if self.refused.is_none() && self.has_pair_to_compare(dataset) {
            Verdict::WithCaution
        } else {
            Verdict::NotComparable
        }
    }

    /// Whether any two figures may be compared.
    pub(super) fn has_pair_to_compare(&self, dataset: &Dataset) -> bool {
        let may = |index: &&CellIndex| self.is_fit_to_compare(dataset, **index);
        let mut comparable: Vec<(&AlikeFigures, usize)> = Vec::new();
        for alike in self.alike.iter() {
            // Of figures that are alike two tell as much as all.
            let own = alike.members.iter().filter(may).take(2).count();
            if own > 0 {
                comparable.push((alike, own));
            }
            let others = comparable.iter().filter(|(other, own)| other.example != alike.example || *own > 1);
            let lies_between = |other: &AlikeFigures| verdict(alike.between(other, dataset, self.request.measure));
            if own > 0 && others.into_iter().any(|(other, _)| lies_between(other) != Verdict::NotComparable) {
                return true;
            }
        }
        false
    }

    /// Whether nothing in a figure alone keeps it from being compared. What is told of its source does not.
    pub(super) fn is_fit_to_compare(&self, dataset: &Dataset, index: CellIndex) -> bool {
        let figure = self.cells.get(index.0).and_then(Cell::figure);
        figure.is_some_and(|figure| verdict(of_value_and_time(dataset, figure)) != Verdict::NotComparable)
    }

    /// Counts the pairs by their verdicts, without working out each.
    #[must_use]
    pub fn verdict_counts(&self, dataset: &Dataset) -> VerdictCounts {
        let gathered: Vec<BTreeMap<Verdict, usize>> =
            self.alike.iter().map(|alike| self.own_weights(dataset, &alike.members)).collect();
        let mut counts = VerdictCounts::default();
        for (at, alike) in self.alike.iter().enumerate() {
            for (other_at, other) in self.alike.iter().enumerate().skip(at) {
                let between = verdict(alike.between(other, dataset, self.request.measure));
                let (Some(ones), Some(others)) = (gathered.get(at), gathered.get(other_at)) else { continue };
                for ((own, one), (others_own, many)) in ones.iter().cartesian_product(others) {
                    let pairs = match at == other_at {
                        false => one * many,
                        true if own == others_own => one * (one - 1) / 2,
                        // Of two kinds within one gathering each pair comes up twice.
                        true if own < others_own => one * many,
                        true => 0,
                    };
                    counts.add(between.max(*own).max(*others_own), pairs);
                }
            }
        }
        counts
    }

    /// Counts the pairs of one cell by their verdicts, without working out each.
    #[must_use]
    pub fn verdict_counts_of(&self, dataset: &Dataset, index: CellIndex) -> VerdictCounts {
        let mut counts = VerdictCounts::default();
        let Some(own) = self.alike.iter().find(|alike| alike.members.contains(&index)) else { return counts };
        let own_weight = self.own_weight(dataset, index);
        for other in self.alike.iter() {
            let between = verdict(own.between(other, dataset, self.request.measure));
            for other in other.members.iter().filter(|other| **other != index) {
                counts.add(between.max(own_weight).max(self.own_weight(dataset, *other)), 1);
            }
        }
        counts
    }

    fn own_weights(&self, dataset: &Dataset, members: &[CellIndex]) -> BTreeMap<Verdict, usize> {
        let weights = members.iter().map(|index| self.own_weight(dataset, *index));
        weights.counts().into_iter().collect()
    }

    fn own_weight(&self, dataset: &Dataset, index: CellIndex) -> Verdict {
        verdict(self.own_reasons(dataset, index))
    }
}
