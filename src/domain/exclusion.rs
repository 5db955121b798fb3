//! Exclusions: which figures an order leaves out, and why. They answer “why is this not ranked?” beside every order.

use super::area::Area;
use super::reason::Reason;
use super::table::Key;
use crate::sorting::{InOrder, PutInOrder};
use itertools::Itertools;
use std::cmp::Reverse;

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
    pub fn briefly<'a>(exclusions: impl IntoIterator<Item = &'a Self>) -> Vec<Self> {
        let mut brief = Vec::new();
        for Self { areas, reasons } in exclusions {
            add(&mut brief, areas, reasons.iter().take(1).cloned().collect());
        }
        brief
    }
}

/// Kinds of reasons, one reason of each, with the number of pairs on which the kind weighs.
#[derive(Clone, Default)]
pub(super) struct Kinds(pub Vec<(Reason, usize)>);

impl Kinds {
    /// Adds reasons that weigh on as many pairs each.
    pub fn add(&mut self, reasons: impl IntoIterator<Item = Reason>, pairs: usize) {
        for reason in reasons.into_iter().filter(|_| pairs > 0) {
            match self.0.iter_mut().find(|(other, _)| other.id() == reason.id()) {
                Some((_, count)) => *count += pairs,
                None => self.0.push((reason, pairs)),
            }
        }
    }

    /// Returns one reason of each kind, the kind with most pairs first, then the weightier.
    pub fn by_weight(mut self) -> Vec<Reason> {
        self.0.put_in_order_by_key(|(reason, count)| (Reverse(*count), Reverse(reason.weight()), reason.id()));
        self.0.into_iter().map(|(reason, _)| reason).collect()
    }
}

/// Adds areas to the exclusion with the same kinds of reasons, or as a new one.
pub(super) fn add(exclusions: &mut Vec<Exclusion>, areas: &[Key<Area>], reasons: Vec<Reason>) {
    let ids = |reasons: &[Reason]| reasons.iter().map(Reason::id).in_order().collect_vec();
    match exclusions.iter_mut().find(|exclusion| ids(&exclusion.reasons) == ids(&reasons)) {
        _ if reasons.is_empty() => {}
        Some(exclusion) => exclusion.areas.extend(areas),
        None => exclusions.push(Exclusion { areas: areas.to_vec(), reasons }),
    }
}
