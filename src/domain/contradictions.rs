//! Figures of one area that contradict one another.

use super::dataset::Dataset;
use super::observation::Observation;
use super::observation_index::ObservationSummary;
use super::table::Key;
use crate::sorting::InOrder;

/// Returns the figure with all others that speak of the same thing at the same time and print another number.
///
/// A number within the range of a vaguer one (503 beside 500余) is no contradiction and replaces it.
pub(super) fn with_contradictions(
    dataset: &Dataset,
    chosen: Key<Observation>,
    candidates: &[ObservationSummary],
) -> Vec<Key<Observation>> {
    let own = dataset.observations.summary(chosen);
    let speaks_of_the_same = |other: &&ObservationSummary| {
        other.key != chosen
            && other.time.reach == own.time.reach
            && other.counts_like == own.counts_like
            && dataset.observations[other.key].actor == dataset.observations[chosen].actor
    };
    let mut all = vec![chosen];
    let others = candidates.iter().filter(speaks_of_the_same).map(|summary| summary.key);
    // Nearly always nothing else speaks of the same.
    if others.clone().next().is_none() {
        return all;
    }
    for key in others.in_order_by_key(|key| &dataset.observations[*key].id) {
        let prints = |key: Key<Observation>| &dataset.observations[key].value;
        if all.iter().all(|other| prints(*other) != prints(key)) {
            all.push(key);
        }
    }
    let interval = |key: &Key<Observation>| dataset.observations[*key].extent().interval();
    let stands_for = |vague: &Key<Observation>, exact: &Key<Observation>| {
        let pair = interval(vague).zip(interval(exact));
        pair.is_some_and(|(vague, exact)| vague != exact && vague.hull(exact) == vague)
    };
    all.iter().filter(|vague| !all.iter().any(|exact| stands_for(vague, exact))).copied().collect()
}
