//! The pairs of one figure, gathered: with many areas most pairs have the same verdict for the same reasons.

use super::alike::{AlikeFigures, SameOwnReasons};
use super::cell::CellIndex;
use super::compare::Comparison;
use super::dataset::Dataset;
use super::pair_group::PairGroup;
use super::reason::{Reason, Verdict};
use super::verdict::verdict;
use crate::sorting::PutInOrder;
use std::cmp::Reverse;
use std::rc::Rc;

impl Comparison {
    /// Gathers the pairs of a figure with all others.
    #[must_use]
    pub fn pair_groups(&self, dataset: &Dataset, index: CellIndex) -> Rc<[PairGroup]> {
        self.asked.pair_groups.of(index, || self.work_out_pair_groups(dataset, index))
    }

    fn work_out_pair_groups(&self, dataset: &Dataset, index: CellIndex) -> Vec<PairGroup> {
        let Some(alike) = self.alike.iter().find(|alike| alike.members.contains(&index)) else { return Vec::new() };
        let own = verdict(self.own_reasons(dataset, index));
        let mut groups: Vec<PairGroup> = Vec::new();
        for others in self.alike.iter().zip(self.by_own_reasons(dataset)) {
            self.add_groups(dataset, (index, alike, own), (others.0, others.1), &mut groups);
        }
        groups
    }

    fn add_groups(
        &self,
        dataset: &Dataset,
        (index, alike, own): (CellIndex, &AlikeFigures, Verdict),
        (others, by_own_reasons): (&AlikeFigures, &[SameOwnReasons]),
        groups: &mut Vec<PairGroup>,
    ) {
        let between = alike.between(others, dataset, self.request.measure);
        let known = groups.len();
        for same in by_own_reasons {
            let members = || same.members.iter().copied().filter(|other| *other != index);
            let Some(first) = members().next() else { continue };
            let common: Vec<Reason> =
                between.iter().cloned().chain(self.own_reasons(dataset, first).iter().cloned()).collect();
            // Where a rank is forbidden, the values of two totals say nothing more.
            let may_turn = !common.iter().any(Reason::forbids_rank);
            let mut alike_in_all: Option<usize> = None;
            for other in members() {
                let turns = may_turn.then(|| self.turns_per_month(dataset, index, other)).flatten();
                if let (None, Some(group)) = (&turns, alike_in_all.and_then(|at| groups.get_mut(at))) {
                    group.others.push(other);
                    continue;
                }
                let is_plain = turns.is_none();
                let mut reasons = common.clone();
                reasons.extend(turns);
                reasons.put_in_order_by_key(|reason| Reverse(reason.weight()));
                let place = groups.iter().skip(known).position(|group| are_alike(&group.reasons, &reasons));
                let place = place.map_or(groups.len(), |at| at + known);
                match groups.get_mut(place) {
                    Some(group) => group.others.push(other),
                    None => {
                        groups.push(PairGroup { verdict: own.max(verdict(&reasons)), reasons, others: vec![other] });
                    }
                }
                if is_plain {
                    alike_in_all = Some(place);
                }
            }
        }
    }

    /// Returns, for each gathering of alike figures, its members by the reasons that lie in them alone.
    pub(super) fn by_own_reasons(&self, dataset: &Dataset) -> &[Vec<SameOwnReasons>] {
        self.asked.by_own_reasons.get_or_init(|| {
            let gather = |alike: &AlikeFigures| {
                let mut gathered: Vec<SameOwnReasons> = Vec::new();
                for index in &alike.members {
                    let reasons = self.own_reasons(dataset, *index);
                    match gathered.iter_mut().find(|same| are_alike(&same.reasons, reasons)) {
                        Some(same) => same.members.push(*index),
                        None => gathered.push(SameOwnReasons { reasons: reasons.to_vec(), members: vec![*index] }),
                    }
                }
                gathered
            };
            self.alike.iter().map(gather).collect()
        })
    }
}

/// Whether two lists hold the same reasons, whichever area they lie in.
fn are_alike(one: &[Reason], other: &[Reason]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_like(other))
}
