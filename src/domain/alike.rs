//! Figures that are alike in all that verdicts look at between two figures, gathered so that many areas cost no more than
//! a few: what lies between two gatherings is worked out once, and holds for all their figures.

use super::cell::CellIndex;
use super::dataset::Dataset;
use super::observation::Observation;
use super::period::Shape;
use super::reason::Reason;
use super::request::Measure;
use super::table::Key;
use super::verdict::between;
use crate::sorting::InOrder;
use jiff::civil::Date;
use std::collections::HashMap;
use std::rc::Rc;

/// Everything about a figure that [`between`] looks at. Two figures with the same likeness have the same reasons against
/// any third.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Likeness {
    /// The first figure with the same definition.
    counts_like: Key<Observation>,
    is_date: bool,
    first_days: Option<(Date, Date)>,
    last_days: Option<(Date, Date)>,
}

impl Likeness {
    fn of(dataset: &Dataset, key: Key<Observation>) -> Self {
        let observation = &dataset.observations[key];
        Self {
            counts_like: dataset.observations.summary(key).counts_like,
            is_date: matches!(observation.period.shape, Shape::AsOf(_)),
            first_days: observation.period.first_days(),
            last_days: observation.period.last_days(),
        }
    }
}

/// Figures that are alike.
#[derive(Clone, Debug)]
pub(super) struct AlikeFigures {
    /// The cells of the figures, in their order; at least one.
    pub members: Vec<CellIndex>,
    /// One of the figures, which stands for all.
    pub example: Key<Observation>,
}

impl AlikeFigures {
    /// Returns the reasons that lie between each figure of this gathering and each of another, or of this one itself.
    pub(super) fn between(&self, other: &Self, dataset: &Dataset, by: Measure) -> Vec<Reason> {
        between(dataset, &dataset.observations[self.example], &dataset.observations[other.example], by)
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
    let mut by_likeness: HashMap<Likeness, AlikeFigures> = HashMap::new();
    for (index, figure) in figures.iter().enumerate() {
        let Some(key) = *figure else { continue };
        let alike = by_likeness.entry(Likeness::of(dataset, key));
        alike.or_insert_with(|| AlikeFigures { members: Vec::new(), example: key }).members.push(CellIndex(index));
    }
    let code = |alike: &AlikeFigures| {
        let of_members = alike.members.iter().filter_map(|index| figures.get(index.0).copied().flatten());
        of_members.map(|key| &dataset.areas[dataset.observations[key].area].code).min()
    };
    by_likeness.into_values().in_order_by_key(code).collect()
}
