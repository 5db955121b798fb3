//! What keeps figures out of the order of a comparison.

use super::alike::AlikeFigures;
use super::cell::{Cell, CellIndex};
use super::compare::{Comparison, Refusal};
use super::dataset::Dataset;
use super::exclusion::{Exclusion, Kinds, add};
use super::order::NoOrder;
use super::reason::{Reason, Verdict};
use super::request::Divisor;
use super::verdict::within;
use std::collections::BTreeMap;
use std::rc::Rc;

impl Comparison {
    /// Returns what keeps figures out of the order. Areas that are excluded for the same kinds of reasons stand
    /// together. Empty where all figures are ranked, and where there are too few for any order.
    #[must_use]
    pub fn exclusions(&self, dataset: &Dataset) -> &[Exclusion] {
        self.asked.exclusions.get_or_init(|| self.work_out_exclusions(dataset))
    }

    fn work_out_exclusions(&self, dataset: &Dataset) -> Vec<Exclusion> {
        match (self.no_order, self.refused) {
            (_, Some(Refusal::NothingComparable)) => {
                self.for_all(dataset, |reason| reason.weight() == Verdict::NotComparable).into_iter().collect()
            }
            (_, Some(_)) | (Some(NoOrder::FewerThanTwo), None) => Vec::new(),
            (None, None) => self.unranked(dataset),
            (Some(NoOrder::NothingComparable), None) => {
                self.for_all(dataset, Reason::forbids_rank).into_iter().collect()
            }
            (Some(NoOrder::CannotBeTold), None) => self.too_wide(dataset),
        }
    }

    /// Returns why a figure may not be ranked with those that others may be ranked with, the reason against most of them
    /// first; empty where it may, and where no two figures may.
    #[must_use]
    pub fn why_apart(&self, dataset: &Dataset, index: CellIndex) -> Rc<[Reason]> {
        self.asked.why_apart.of(index, || self.work_out_why_apart(dataset, index))
    }

    fn work_out_why_apart(&self, dataset: &Dataset, index: CellIndex) -> Vec<Reason> {
        if self.is_in_group(index) {
            return Vec::new();
        }
        let Some(alike) = self.alike.iter().find(|alike| alike.members.contains(&index)) else { return Vec::new() };
        self.with_own_reasons(dataset, index, self.kinds_apart(dataset, alike))
    }

    /// Gathers the reasons that lie between figures that are alike and those that may be ranked against one another.
    fn kinds_apart(&self, dataset: &Dataset, alike: &AlikeFigures) -> Kinds {
        let mut kinds = Kinds::default();
        for other in self.alike.iter() {
            let against = other.members.iter().filter(|member| self.is_in_group(**member)).count();
            if against > 0 {
                let between = alike.between(other, dataset, self.request.measure);
                kinds.add(between.into_iter().filter(Reason::forbids_rank), against);
            }
        }
        kinds
    }

    fn with_own_reasons(&self, dataset: &Dataset, index: CellIndex, mut kinds: Kinds) -> Vec<Reason> {
        kinds.add(self.own_reasons(dataset, index).into_iter().filter(Reason::forbids_rank), self.group.len());
        kinds.by_weight()
    }

    /// Whether a figure is among those that may be ranked against one another.
    fn is_in_group(&self, index: CellIndex) -> bool {
        self.cells.get(index.0).is_some_and(Cell::is_on_one_scale)
    }

    /// Returns the reasons that lie in the figure of one cell alone, and so weigh on all its pairs.
    #[must_use]
    pub fn own_reasons(&self, dataset: &Dataset, index: CellIndex) -> Vec<Reason> {
        let figure = self.cells.get(index.0).and_then(Cell::figure);
        figure.map(|figure| within(dataset, figure).collect()).unwrap_or_default()
    }

    /// Gathers the reasons that weigh on the pairs at large.
    fn for_all(&self, dataset: &Dataset, weighs: impl Fn(&Reason) -> bool) -> Option<Exclusion> {
        let mut kinds = Kinds::default();
        for (at, alike) in self.alike.iter().enumerate() {
            for other in self.alike.iter().skip(at) {
                let between = alike.between(other, dataset, self.request.measure);
                kinds.add(between.into_iter().filter(&weighs), alike.count_pairs(other));
            }
        }
        let figures: Vec<CellIndex> = self.indices().filter(|index| self[*index].figure().is_some()).collect();
        let mut own = Kinds::default();
        for index in &figures {
            own.add(self.own_reasons(dataset, *index).into_iter().filter(&weighs), 1);
        }
        for (reason, having) in own.0 {
            // A pair has the kind of reason where one of its figures has it.
            let pairs = having * (figures.len() - having) + having * (having - 1) / 2;
            kinds.add([reason], pairs);
        }
        let reasons = kinds.by_weight();
        (!reasons.is_empty()).then_some(Exclusion { areas: Vec::new(), reasons })
    }

    /// Returns the measured figures outside the group that may be ranked, with what lies between them and that group.
    fn unranked(&self, dataset: &Dataset) -> Vec<Exclusion> {
        let mut reasons: BTreeMap<CellIndex, Vec<Reason>> = BTreeMap::new();
        for alike in self.alike.iter() {
            let is_apart = |index: &CellIndex| !self.is_in_group(*index) && self[*index].is_measured();
            let apart: Vec<CellIndex> = alike.members.iter().copied().filter(is_apart).collect();
            if apart.is_empty() {
                continue;
            }
            let kinds = self.kinds_apart(dataset, alike);
            reasons
                .extend(apart.into_iter().map(|index| (index, self.with_own_reasons(dataset, index, kinds.clone()))));
        }
        let mut exclusions: Vec<Exclusion> = Vec::new();
        for (index, reasons) in reasons {
            add(&mut exclusions, &[self[index].area], reasons);
        }
        exclusions
    }

    /// Returns the figures whose intervals are too wide to tell their order, with the figures that may not be ranked
    /// against them. Wide are bounds, rates over a period that is not known to the day, and totals whose order is not the
    /// same per month.
    fn too_wide(&self, dataset: &Dataset) -> Vec<Exclusion> {
        let is_total = |index: CellIndex| self.ordered(dataset, index).is_some_and(|figure| figure.per_month.is_some());
        let by_month = self.request.measure.divisor() == Divisor::Months;
        let mut exclusions: Vec<Exclusion> = Vec::new();
        for index in &self.group {
            let widens = |reason: &Reason| match reason {
                Reason::OnlyBound { .. } => true,
                // The length of the period blurs a rate, and the order of totals, which must be that of their rates.
                Reason::PeriodInferred { .. } => by_month || is_total(*index),
                _ => false,
            };
            let mut kinds = Kinds::default();
            kinds.add(self.own_reasons(dataset, *index).into_iter().filter(widens), self.group.len());
            kinds.add(self.group.iter().find_map(|other| self.turns_per_month(dataset, *index, *other)), 1);
            add(&mut exclusions, &[self[*index].area], kinds.by_weight());
        }
        exclusions.extend(self.unranked(dataset));
        exclusions
    }
}
