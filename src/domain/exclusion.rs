//! What keeps figures out of an order: the short answer to “why is this not ranked?”, which stands beside every order.

use crate::domain::area::Area;
use crate::domain::compare::{Comparison, Pair, Refusal};
use crate::domain::order::{NoOrder, Order};
use crate::domain::request::Measure;
use crate::domain::table::Key;
use crate::domain::verdict::{Reason, Verdict};
use itertools::Itertools;

/// Figures outside an order, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptOut {
    /// Whose: those outside an order that others have; none where nothing is ranked, and this holds for all.
    pub areas: Vec<Key<Area>>,
    /// Why, one reason of each kind, the one that weighs on most pairs first; at least one.
    pub reasons: Vec<Reason>,
}

impl KeptOut {
    /// The same in fewer words: for each area its first reason alone.
    #[must_use]
    pub fn briefly(all: Vec<Self>) -> Vec<Self> {
        let mut brief = Vec::new();
        for Self { areas, mut reasons } in all {
            reasons.truncate(1);
            add(&mut brief, &areas, reasons);
        }
        brief
    }
}

impl Comparison {
    /// What keeps figures out of the order. Areas that are kept out for the same kinds of reasons stand together. Empty
    /// where all figures are ranked, and where there are too few for any order.
    #[must_use]
    pub fn kept_out(&self) -> Vec<KeptOut> {
        match (&self.order, self.refused) {
            (_, Some(Refusal::NothingComparable)) => {
                self.for_all(|reason| reason.weight() == Verdict::NotComparable).into_iter().collect()
            }
            (_, Some(_)) | (Order::None(NoOrder::FewerThanTwo), None) => Vec::new(),
            (Order::Ranked(_), None) => self.unranked(),
            (Order::None(NoOrder::NothingComparable | NoOrder::SeveralGroups), None) => {
                self.for_all(Reason::forbids_rank).into_iter().collect()
            }
            (Order::None(NoOrder::CannotBeTold), None) => self.wide(),
        }
    }

    /// What holds for the pairs at large.
    fn for_all(&self, weighs: impl Fn(&Reason) -> bool) -> Option<KeptOut> {
        let reasons = kinds(&self.pairs.iter().collect_vec(), weighs);
        (!reasons.is_empty()).then_some(KeptOut { areas: Vec::new(), reasons })
    }

    /// The measured figures outside the group of those that may be ranked, with what lies between them and that group.
    fn unranked(&self) -> Vec<KeptOut> {
        let group = self.group();
        let mut kept: Vec<KeptOut> = Vec::new();
        for (place, cell) in self.cells.iter().enumerate() {
            let is_measured = cell.found().is_some_and(|found| found.extent.is_ok());
            if is_measured && !group.contains(&place) {
                let pairs: Vec<&Pair> = group.iter().filter_map(|other| self.pair(place, *other)).collect();
                add(&mut kept, &[cell.area], kinds(&pairs, Reason::forbids_rank));
            }
        }
        kept
    }

    /// The figures whose intervals are too wide to tell: bounds, and rates over a period that is not known to the day; and
    /// those that may not be ranked against them.
    fn wide(&self) -> Vec<KeptOut> {
        let group = self.group();
        let mut kept: Vec<KeptOut> = Vec::new();
        for (place, cell) in self.cells.iter().enumerate().filter(|(place, _)| group.contains(place)) {
            let pairs: Vec<&Pair> = group.iter().filter_map(|other| self.pair(place, *other)).collect();
            let widens = |reason: &Reason| {
                let is_wide = match reason {
                    Reason::OnlyBound { .. } => true,
                    Reason::PeriodInferred { .. } => self.request.measure == Measure::PerMonth,
                    _ => false,
                };
                is_wide && reason.area() == Some(cell.area)
            };
            add(&mut kept, &[cell.area], kinds(&pairs, widens));
        }
        kept.extend(self.unranked());
        kept
    }
}

/// Adds areas to those that are kept out for the same kinds of reasons, where there are such.
fn add(kept: &mut Vec<KeptOut>, areas: &[Key<Area>], reasons: Vec<Reason>) {
    let names = |reasons: &[Reason]| reasons.iter().map(Reason::id).sorted_unstable().collect_vec();
    match kept.iter_mut().find(|group| names(&group.reasons) == names(&reasons)) {
        _ if reasons.is_empty() => {}
        Some(group) => group.areas.extend(areas),
        None => kept.push(KeptOut { areas: areas.to_vec(), reasons }),
    }
}

/// One of each kind of the reasons that weigh, the kind with most pairs first.
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
