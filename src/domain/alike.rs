//! Figures that are alike in all that verdicts look at between two figures, gathered so that many areas cost no more than
//! a few: what lies between two gatherings is worked out once, and holds for all their figures.

use super::cell::CellIndex;
use super::dataset::Dataset;
use super::observation::Observation;
use super::reason::Reason;
use super::request::Measure;
use super::table::Key;
use super::time_rules::KnownDays;
use super::verdict::between;
use crate::sorting::InOrder;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Figures that are alike.
#[derive(Clone, Debug)]
pub(super) struct AlikeFigures {
    /// The cells of the figures, in their order; at least one.
    pub members: Vec<CellIndex>,
    /// One of the figures, which stands for all.
    pub example: Key<Observation>,
    /// The days that they speak of.
    days: KnownDays,
}

impl AlikeFigures {
    /// Returns the reasons that lie between each figure of this gathering and each of another, or of this one itself.
    pub(super) fn between(&self, other: &Self, dataset: &Dataset, by: Measure) -> Vec<Reason> {
        let (own, others) = (&dataset.observations[self.example], &dataset.observations[other.example]);
        between(dataset, (own, &self.days), (others, &other.days), by)
    }

    /// Counts the pairs of a figure of this gathering with one of another, or with another of this one itself.
    pub(super) fn count_pairs(&self, other: &Self) -> usize {
        if self.example == other.example {
            self.members.len() * (self.members.len() - 1) / 2
        } else {
            self.members.len() * other.members.len()
        }
    }
}

/// Figures in each of which the same reasons lie.
#[derive(Clone, Debug)]
pub(super) struct SameOwnReasons {
    /// The reasons, in the words of the first figure.
    pub reasons: Vec<Reason>,
    pub members: Vec<CellIndex>,
}

/// Gathers the figures of some cells, without those that have none, in an order that depends on what they say and not on where they stand.
pub(super) fn gather(dataset: &Dataset, figures: &[Option<Key<Observation>>]) -> Rc<[AlikeFigures]> {
    let mut by_likeness: FxHashMap<Key<Observation>, AlikeFigures> = FxHashMap::default();
    for (index, figure) in figures.iter().enumerate() {
        let Some(key) = *figure else { continue };
        let alike = by_likeness.entry(dataset.observations.summary(key).alike_to);
        let new = || {
            let days = KnownDays::of(&dataset.observations[key].period);
            AlikeFigures { members: Vec::new(), example: key, days }
        };
        alike.or_insert_with(new).members.push(CellIndex(index));
    }
    let code = |alike: &AlikeFigures| {
        let of_members = alike.members.iter().filter_map(|index| figures.get(index.0).copied().flatten());
        of_members.map(|key| &dataset.areas[dataset.observations[key].area].code).min()
    };
    by_likeness.into_values().in_order_by_key(code).collect()
}
