//! Checks that parts and wholes do not run in a circle.

use super::context::CheckContext;
use crate::data::fault;

/// Checks every part with its whole.
pub(super) fn check(context: &CheckContext) {
    let observations = &context.drafts.observations;
    let whole_of = |part: usize| Some(observations.get(part)?.part_of.as_ref()?.key.position());
    for (part, draft) in observations.iter().enumerate() {
        if let Some(whole) = draft.part_of.as_ref().filter(|whole| whole.key.position() == part) {
            context.sink.report(whole.span, fault::part_of_itself());
        }
    }
    for first in circles(observations.len(), |part| whole_of(part).filter(|whole| *whole != part)) {
        if let Some(whole) = observations.get(first).and_then(|draft| draft.part_of.as_ref()) {
            context.sink.report(whole.span, fault::part_cycle());
        }
    }
}

/// Returns the first member of every circle in which the parts below `count` lead to their wholes. Each part is walked over
/// once.
fn circles(count: usize, whole_of: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    // The walk on which a part was first met.
    let mut met: Vec<Option<usize>> = vec![None; count];
    let mut found = Vec::new();
    for begin in 0..count {
        let mut at = Some(begin);
        while let Some(part) = at.filter(|part| met.get(*part) == Some(&None)) {
            if let Some(walk) = met.get_mut(part) {
                *walk = Some(begin);
            }
            at = whole_of(part);
        }
        // A walk that comes back to a part of its own has found a circle.
        if let Some(again) = at.filter(|part| met.get(*part) == Some(&Some(begin))) {
            let members = std::iter::successors(whole_of(again), |part| whole_of(*part).filter(|_| *part != again));
            found.extend(members.take_while(|part| *part != again).chain([again]).min());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_circle_is_found_once_at_its_first_member() {
        let circles = |wholes: &[Option<usize>]| {
            let mut found = super::circles(wholes.len(), |part| wholes[part]);
            found.sort_unstable();
            found
        };
        assert_eq!(circles(&[Some(1), Some(2), Some(0), Some(0)]), [0]);
        assert_eq!(circles(&[Some(3), Some(2), Some(1), None]), [1]);
        assert_eq!(circles(&[Some(4), Some(2), Some(3), Some(1), Some(2)]), [1]);
        assert_eq!(circles(&[Some(1), Some(0), Some(3), Some(2)]), [0, 2]);
        assert!(circles(&[Some(1), Some(2), None]).is_empty());
    }
}
