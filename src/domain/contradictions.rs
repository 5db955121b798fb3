//! Figures of one area that contradict one another.

use super::dataset::Dataset;
use super::observation::Observation;
use super::table::Key;
use itertools::Itertools;

/// Returns the figure with all others that speak of the same thing at the same time and print another number.
///
/// A number within the range of a vaguer one (503 beside 500余) is no contradiction and replaces it.
pub(super) fn with_contradictions(
    dataset: &Dataset,
    chosen: Key<Observation>,
    candidates: &[Key<Observation>],
) -> Vec<Key<Observation>> {
    let speaks_of_the_same = |key: &Key<Observation>| {
        let (own, other) = (dataset.observations.summary(chosen), dataset.observations.summary(*key));
        *key != chosen
            && other.time.reach == own.time.reach
            && other.counts_like == own.counts_like
            && dataset.observations[*key].actor == dataset.observations[chosen].actor
    };
    let mut all = vec![chosen];
    if !candidates.iter().any(speaks_of_the_same) {
        return all;
    }
    let others = candidates.iter().copied().filter(speaks_of_the_same);
    for key in others.sorted_by_key(|key| &dataset.observations[*key].id) {
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
