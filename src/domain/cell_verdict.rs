//! How one figure stands among the others, for whoever has room for one sign.

use super::cell::CellIndex;
use super::compare::{Comparison, Refusal};
use super::dataset::Dataset;
use super::order::NoOrder;
use super::reason::Verdict;
use super::verdict::verdict;

impl Comparison {
    /// Returns how a figure stands among the others: where it may be ranked with some, by the best of its pairs; *with caution*
    /// where it stands beside some without a rank, *not comparable* where it is kept apart; `None` where there is no figure,
    /// or nothing to set it against.
    #[must_use]
    pub fn verdict_of(&self, dataset: &Dataset, index: CellIndex) -> Option<Verdict> {
        let cell = self.cells.get(index.0)?;
        if cell.is_on_one_scale() {
            let of = |verdict: &Verdict| self.verdict_counts_of(dataset, index).of(*verdict) > 0;
            return [Verdict::Comparable, Verdict::WithCaution].into_iter().find(of);
        }
        // A figure alone stands apart from nothing.
        if !cell.is_measured() || self.reported() < 2 {
            return None;
        }
        if let Some(reason) = self.why_apart(dataset, index).first() {
            return Some(reason.weight());
        }
        match (self.refused, self.no_order) {
            (Some(Refusal::FewerThanTwo(_) | Refusal::NothingMeasured), _) => None,
            (None, Some(NoOrder::NothingComparable)) if self.may_be_compared(dataset, index) => {
                Some(Verdict::WithCaution)
            }
            (Some(_), _) | (None, Some(NoOrder::NothingComparable)) => Some(Verdict::NotComparable),
            (None, _) => None,
        }
    }

    /// Whether a figure may be compared with any other, be it with caution.
    fn may_be_compared(&self, dataset: &Dataset, index: CellIndex) -> bool {
        let all = self.asked.may_be_compared.get_or_init(|| {
            let mut all = vec![false; self.cells.len()];
            let may = |index: &CellIndex| self.is_fit_to_compare(dataset, *index);
            for (at, alike) in self.alike.iter().enumerate() {
                for other in self.alike.iter().skip(at) {
                    let (ones, others) =
                        (alike.members.iter().filter(|one| may(one)), other.members.iter().filter(|one| may(one)));
                    let least = if alike.example == other.example { 2 } else { 1 };
                    let are_two = ones.clone().count() >= least && others.clone().count() >= least;
                    if are_two && verdict(alike.between(other, dataset, self.request.measure)) != Verdict::NotComparable
                    {
                        ones.chain(others).for_each(|index| all[index.0] = true);
                    }
                }
            }
            all
        });
        all.get(index.0).copied().unwrap_or_default()
    }
}
