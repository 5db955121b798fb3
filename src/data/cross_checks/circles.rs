//! Finds circles of parts and wholes.

use crate::sorting::PutInOrder;

/// Returns the members of every circle in which the parts below `count` lead to their wholes, the first of the data first. A
/// part of itself is a circle alone. Each part is walked over once.
pub(super) fn circles(count: usize, whole_of: impl Fn(usize) -> Option<usize>) -> Vec<Vec<usize>> {
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
            let up = std::iter::successors(whole_of(again), |part| whole_of(*part));
            let mut members: Vec<usize> = up.take_while(|part| *part != again).chain([again]).collect();
            members.put_in_order();
            found.push(members);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_circle_is_found_once_with_its_members() {
        let circles = |wholes: &[Option<usize>]| super::circles(wholes.len(), |part| wholes[part]);
        assert_eq!(circles(&[Some(1), Some(2), Some(0), Some(0)]), [vec![0, 1, 2]]);
        assert_eq!(circles(&[Some(3), Some(2), Some(1), None]), [vec![1, 2]]);
        assert_eq!(circles(&[Some(4), Some(2), Some(3), Some(1), Some(2)]), [vec![1, 2, 3]]);
        assert_eq!(circles(&[Some(1), Some(0), Some(3), Some(2)]), [vec![0, 1], vec![2, 3]]);
        assert_eq!(circles(&[Some(0), Some(0)]), [vec![0]]);
        assert!(circles(&[Some(1), Some(2), None]).is_empty());
    }
}
