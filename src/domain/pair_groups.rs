//! The pairs of one figure, gathered: with many areas most pairs have the same verdict for the same reasons.

use super::alike::AlikeFigures;
use super::cell::CellIndex;
use super::compare::Comparison;
use super::dataset::Dataset;
use super::reason::{Reason, Verdict};
use super::verdict::verdict;

/// Pairs of one figure with several others, of which all have the same verdict for the same reasons.
#[derive(Clone, Debug)]
pub struct PairGroup {
    pub verdict: Verdict,
    /// What lies between the figures and what lies in the others, the weightiest first; without what lies in the figure
    /// itself. A reason that names an area names that of the first.
    pub reasons: Vec<Reason>,
    /// The other figures, in the order of the cells.
    pub others: Vec<CellIndex>,
}

impl Comparison {
    /// Gathers the pairs of a figure with all others.
    #[must_use]
    pub fn pair_groups(&self, dataset: &Dataset, index: CellIndex) -> Vec<PairGroup> {
        let Some(alike) = self.alike.iter().find(|alike| alike.members.contains(&index)) else { return Vec::new() };
        let own = verdict(&self.own_reasons(dataset, index));
        let mut groups: Vec<PairGroup> = Vec::new();
        for others in &self.alike {
            self.add_groups(dataset, (index, alike, own), others, &mut groups);
        }
        groups
    }

    fn add_groups(
        &self,
        dataset: &Dataset,
        (index, alike, own): (CellIndex, &AlikeFigures, Verdict),
        others: &AlikeFigures,
        groups: &mut Vec<PairGroup>,
    ) {
        let between = alike.between(others, dataset, self.request.measure);
        let known = groups.len();
        for other in others.members.iter().copied().filter(|other| *other != index) {
            let mut reasons = between.clone();
            reasons.extend(self.own_reasons(dataset, other));
            let reasons = self.with_order_of_totals(dataset, (index, other), reasons);
            let is_same = |group: &&mut PairGroup| are_alike(&group.reasons, &reasons);
            match groups.iter_mut().skip(known).find(is_same) {
                Some(group) => group.others.push(other),
                None => groups.push(PairGroup { verdict: own.max(verdict(&reasons)), reasons, others: vec![other] }),
            }
        }
    }
}

/// Whether two lists hold the same reasons, whichever area they lie in.
fn are_alike(one: &[Reason], other: &[Reason]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_like(other))
}
