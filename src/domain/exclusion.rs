//! Exclusions: which figures an order leaves out, and why. They answer “why is this not ranked?” beside every order.

use super::area::Area;
use super::cell::CellIndex;
use super::compare::{Comparison, Pair, Refusal};
use super::order::NoOrder;
use super::request::Divisor;
use super::table::Key;
use super::verdict::{Reason, Verdict};
use itertools::Itertools;

/// Figures that an order leaves out, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// The excluded areas; empty if nothing is ranked and the reasons apply to all.
    pub areas: Vec<Key<Area>>,
    /// At least one reason: one of each kind, the kind that weighs on most pairs first.
    pub reasons: Vec<Reason>,
}

impl Exclusion {
    /// Keeps only the first reason of each exclusion, and joins those that are then alike.
    #[must_use]
    pub fn briefly(exclusions: Vec<Self>) -> Vec<Self> {
        let mut brief = Vec::new();
        for Self { areas, mut reasons } in exclusions {
            reasons.truncate(1);
            add(&mut brief, &areas, reasons);
        }
        brief
    }
}

impl Comparison {
    /// Returns what keeps figures out of the order. Areas that are excluded for the same kinds of reasons stand
    /// together. Empty where all figures are ranked, and where there are too few for any order.
    #[must_use]
    pub fn exclusions(&self) -> Vec<Exclusion> {
        match (self.no_order, self.refused) {
            (_, Some(Refusal::NothingComparable)) => {
                self.for_all(|reason| reason.weight() == Verdict::NotComparable).into_iter().collect()
            }
            (_, Some(_)) | (Some(NoOrder::FewerThanTwo), None) => Vec::new(),
            (None, None) => self.unranked(),
            (Some(NoOrder::NothingComparable | NoOrder::SeveralGroups), None) => {
                self.for_all(Reason::forbids_rank).into_iter().collect()
            }
            (Some(NoOrder::CannotBeTold), None) => self.too_wide(),
        }
    }

    /// Gathers the reasons that weigh on the pairs at large.
    fn for_all(&self, weighs: impl Fn(&Reason) -> bool) -> Option<Exclusion> {
        let reasons = kinds(&self.pairs.iter().collect_vec(), weighs);
        (!reasons.is_empty()).then_some(Exclusion { areas: Vec::new(), reasons })
    }

    /// Returns the measured figures outside the group that may be ranked, with what lies between them and that group.
    fn unranked(&self) -> Vec<Exclusion> {
        let group = self.rankable_group();
        let mut exclusions: Vec<Exclusion> = Vec::new();
        for index in self.indices().filter(|index| !group.contains(index)) {
            let cell = &self[index];
            if cell.is_measured() {
                add(&mut exclusions, &[cell.area], kinds(&self.pairs_with(index, &group), Reason::forbids_rank));
            }
        }
        exclusions
    }

    /// Returns the figures whose intervals are too wide to tell their order, with the figures that may not be ranked
    /// against them. Wide are bounds, and rates over a period that is not known to the day.
    fn too_wide(&self) -> Vec<Exclusion> {
        let group = self.rankable_group();
        let is_rate = self.request.measure.divisor() == Divisor::Months;
        let mut exclusions: Vec<Exclusion> = Vec::new();
        for index in &group {
            let area = self[*index].area;
            let widens = |reason: &Reason| {
                let is_wide = match reason {
                    Reason::OnlyBound { .. } => true,
                    // Only a rate divides by the length of the period, so only there its ends blur the value.
                    Reason::PeriodInferred { .. } => is_rate,
                    _ => false,
                };
                is_wide && reason.area() == Some(area)
            };
            add(&mut exclusions, &[area], kinds(&self.pairs_with(*index, &group), widens));
        }
        exclusions.extend(self.unranked());
        exclusions
    }

    fn pairs_with(&self, index: CellIndex, group: &[CellIndex]) -> Vec<&Pair> {
        group.iter().filter_map(|other| self.pair(index, *other)).collect()
    }
}

/// Adds areas to the exclusion with the same kinds of reasons, or as a new one.
fn add(exclusions: &mut Vec<Exclusion>, areas: &[Key<Area>], reasons: Vec<Reason>) {
    let ids = |reasons: &[Reason]| reasons.iter().map(Reason::id).sorted_unstable().collect_vec();
    match exclusions.iter_mut().find(|exclusion| ids(&exclusion.reasons) == ids(&reasons)) {
        _ if reasons.is_empty() => {}
        Some(exclusion) => exclusion.areas.extend(areas),
        None => exclusions.push(Exclusion { areas: areas.to_vec(), reasons }),
    }
}

/// Returns one of each kind of the reasons that weigh, the kind with most pairs first.
fn kinds(pairs: &[&Pair], weighs: impl Fn(&Reason) -> bool) -> Vec<Reason> {
    let mut kinds: Vec<(&Reason, usize)> = Vec::new();
    for pair in pairs {
        for reason in pair.reasons.iter().filter(|reason| weighs(reason)).unique_by(|reason| reason.id()) {
            match kinds.iter_mut().find(|(other, _)| other.id() == reason.id()) {
                Some((_, count)) => *count += 1,
                None => kinds.push((reason, 1)),
            }
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds.into_iter().map(|(reason, _)| reason.clone()).collect()
}
