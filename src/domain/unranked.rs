//! What keeps figures out of the order of a comparison.

use super::alike::AlikeFigures;
use super::area::Area;
use super::cell::{Cell, CellIndex};
use super::compare::{Comparison, Refusal};
use super::dataset::Dataset;
use super::exclusion::{Exclusion, Kinds, add};
use super::order::NoOrder;
use super::reason::{Reason, Verdict};
use super::request::Divisor;
use super::table::Key;
use super::verdict::within;
use crate::sorting::PutInOrder;
use std::cell::OnceCell;
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
        let own = self.own_reasons(dataset, index).iter().filter(|reason| reason.forbids_rank());
        kinds.add(own.cloned(), self.group.len());
        kinds.by_weight()
    }

    /// Whether a figure is among those that may be ranked against one another.
    fn is_in_group(&self, index: CellIndex) -> bool {
        self.cells.get(index.0).is_some_and(Cell::is_on_one_scale)
    }

    /// Returns the reasons that lie in the figure of one cell alone, and so weigh on all its pairs.
    #[must_use]
    pub fn own_reasons(&self, dataset: &Dataset, index: CellIndex) -> &[Reason] {
        let of_cell = |cell: &Cell| cell.figure().map(|figure| within(dataset, figure).collect()).unwrap_or_default();
        let all = self.asked.own_reasons.get_or_init(|| self.cells.iter().map(of_cell).collect());
        all.get(index.0).map(Vec::as_slice).unwrap_or_default()
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
            own.add(self.own_reasons(dataset, *index).iter().filter(|reason| weighs(reason)).cloned(), 1);
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
        let is_apart = |index: &CellIndex| !self.is_in_group(*index) && self[*index].is_measured();
        // Where the same reasons lie in figures that are alike, the same keeps them out.
        let mut apart: Vec<(Vec<CellIndex>, Vec<Reason>)> = Vec::new();
        for (alike, by_own_reasons) in self.alike.iter().zip(self.by_own_reasons(dataset)) {
            let kinds = OnceCell::new();
            for same in by_own_reasons {
                let members: Vec<CellIndex> = same.members.iter().copied().filter(is_apart).collect();
                let Some(first) = members.first() else { continue };
                let kinds = kinds.get_or_init(|| self.kinds_apart(dataset, alike));
                let reasons = self.with_own_reasons(dataset, *first, kinds.clone());
                apart.push((members, reasons));
            }
        }
        apart.put_in_order_by_key(|(members, _)| members.first().copied());
        let mut exclusions: Vec<Exclusion> = Vec::new();
        for (members, reasons) in apart {
            let areas: Vec<Key<Area>> = members.iter().map(|index| self[*index].area).collect();
            add(&mut exclusions, &areas, reasons);
        }
        for exclusion in &mut exclusions {
            exclusion.areas.put_in_order_by_key(|area| self.index_of(*area));
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
            let own = self.own_reasons(dataset, *index).iter().filter(|reason| widens(reason));
            kinds.add(own.cloned(), self.group.len());
            kinds.add(self.group.iter().find_map(|other| self.turns_per_month(dataset, *index, *other)), 1);
            add(&mut exclusions, &[self[*index].area], kinds.by_weight());
        }
        exclusions.extend(self.unranked(dataset));
        exclusions
    }
}
