//! Entries without ids that give way to those of a folder that lies over theirs: an absence to a figure or another absence, a
//! denominator to another of the same date.

use super::entities::{AbsenceDraft, DenominatorDraft};
use super::observation::ObservationDraft;
use std::collections::HashMap;
use std::hash::Hash;

/// Returns the absences that nothing lies over.
pub(super) fn absences_in_force(absences: Vec<AbsenceDraft>, observations: &[ObservationDraft]) -> Vec<AbsenceDraft> {
    let of_figures = observations.iter().filter_map(|draft| Some((draft.area.zip(draft.indicator)?, draft.layer)));
    let of_absences = absences.iter().filter_map(|draft| Some((draft.area.zip(draft.indicator)?, draft.layer)));
    let highest = highest(of_figures.chain(of_absences));
    let is_in_force = |draft: &AbsenceDraft| {
        let subject = draft.area.zip(draft.indicator);
        subject.is_none_or(|subject| highest.get(&subject).is_none_or(|highest| *highest <= draft.layer))
    };
    absences.into_iter().filter(is_in_force).collect()
}

/// Returns the denominators that no other lies over.
pub(super) fn denominators_in_force(denominators: Vec<DenominatorDraft>) -> Vec<DenominatorDraft> {
    let highest = highest(denominators.iter().filter_map(|draft| Some((draft.id()?, draft.layer))));
    let is_in_force = |draft: &DenominatorDraft| {
        draft.id().is_none_or(|id| highest.get(&id).is_none_or(|highest| *highest <= draft.layer))
    };
    denominators.into_iter().filter(is_in_force).collect()
}

/// Returns the highest layer of each subject.
fn highest<S: Eq + Hash>(layers: impl Iterator<Item = (S, usize)>) -> HashMap<S, usize> {
    let mut highest: HashMap<S, usize> = HashMap::new();
    for (subject, layer) in layers {
        highest.entry(subject).and_modify(|known| *known = layer.max(*known)).or_insert(layer);
    }
    highest
}
