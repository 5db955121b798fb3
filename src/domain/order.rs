//! The order of figures, which is only as strong as their intervals allow.
//!
//! This is an interval order: a figure stands above another only if its whole interval does. Where intervals overlap, a
//! figure gets a range of ranks.

use super::cell::CellIndex;
use super::interval::Interval;
use super::rank::Rank;
use crate::text::words;

/// Why nothing is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// Fewer than two figures have an interval.
    FewerThanTwo,
    /// No two figures may be ranked against each other.
    NothingComparable,
    /// Several groups of figures could each be ranked, and none is larger than all others.
    SeveralGroups,
    /// The intervals overlap so far that each figure could take each rank.
    CannotBeTold,
}

words! {
    NoOrder {
        FewerThanTwo => "fewer-than-two",
        NothingComparable => "nothing-comparable",
        SeveralGroups => "several-groups",
        CannotBeTold => "cannot-be-told",
    }
}

/// A cell with the interval that its figure stands for.
pub(super) type CellInterval = (CellIndex, Interval);

/// Ranks the cells that may be ranked against one another; the others get no rank.
///
/// Being rankable is not transitive. So the ranked cells are the largest group in which every two may be ranked. Where
/// there are several largest groups, choosing one would be arbitrary, and nothing is ranked.
///
/// # Errors
/// A [`NoOrder`], where there is no such group or all its ranks are the same.
pub(super) fn order(
    cells: &[CellInterval],
    may_rank: impl Fn(CellIndex, CellIndex) -> bool,
) -> Result<Vec<(CellIndex, Rank)>, NoOrder> {
    if cells.len() < 2 {
        return Err(NoOrder::FewerThanTwo);
    }
    let group = largest_group(cells, may_rank)?;
    let ranks: Vec<(CellIndex, Rank)> = group.iter().map(|cell| (cell.0, rank(*cell, &group))).collect();
    let any_rank = Rank { from: 1, to: group.len() };
    if ranks.iter().all(|(_, rank)| *rank == any_rank) {
        return Err(NoOrder::CannotBeTold);
    }
    Ok(ranks)
}

/// Returns the range of ranks of one cell: from after all cells surely above it, to after all that may be above it.
fn rank((index, interval): CellInterval, group: &[CellInterval]) -> Rank {
    let others = || group.iter().filter(move |(other, _)| *other != index).map(|(_, other)| *other);
    Rank {
        from: 1 + others().filter(|other| other.is_surely_above(interval)).count(),
        to: 1 + others().filter(|other| !other.is_surely_not_above(interval)).count(),
    }
}

/// Returns the cells that may be ranked against one another, where there is one largest group of them.
pub(super) fn rankable_group(
    cells: &[CellInterval],
    may_rank: impl Fn(CellIndex, CellIndex) -> bool,
) -> Vec<CellIndex> {
    largest_group(cells, may_rank).unwrap_or_default().into_iter().map(|(index, _)| index).collect()
}

/// Finds the one largest group in which every two cells may be ranked.
///
/// Every group is grown one cell at a time. The search takes exponential time in theory, but a comparison has few
/// areas. A greedy search would not be exact.
fn largest_group(
    cells: &[CellInterval],
    may_rank: impl Fn(CellIndex, CellIndex) -> bool,
) -> Result<Vec<CellInterval>, NoOrder> {
    let mut groups: Vec<Vec<CellInterval>> = cells.iter().map(|cell| vec![*cell]).collect();
    loop {
        let mut larger: Vec<Vec<CellInterval>> = Vec::new();
        for group in &groups {
            // Only later cells are added, so that each group is built once.
            let last = group.last().map(|(index, _)| *index);
            let fits = |(next, _): &&CellInterval| {
                Some(*next) > last && group.iter().all(|(index, _)| may_rank(*index, *next))
            };
            larger.extend(cells.iter().filter(fits).map(|next| {
                let mut grown = group.clone();
                grown.push(*next);
                grown
            }));
        }
        if larger.is_empty() {
            break;
        }
        groups = larger;
    }
    match groups.as_slice() {
        [group] if group.len() >= 2 => Ok(group.clone()),
        groups if groups.iter().all(|group| group.len() < 2) => Err(NoOrder::NothingComparable),
        _ => Err(NoOrder::SeveralGroups),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interval::Amount;
    use proptest::prelude::*;

    fn exactly(number: f64) -> Interval {
        Interval::exactly(Amount::new(number).unwrap())
    }

    fn at_least(number: f64) -> Interval {
        Interval::at_least(Amount::new(number).unwrap())
    }

    fn cells(intervals: &[Interval]) -> Vec<CellInterval> {
        intervals.iter().enumerate().map(|(index, interval)| (CellIndex(index), *interval)).collect()
    }

    fn ranked(intervals: &[Interval]) -> Result<Vec<(CellIndex, Rank)>, NoOrder> {
        order(&cells(intervals), |_, _| true)
    }

    fn ranks(pairs: &[(usize, usize)]) -> Vec<(CellIndex, Rank)> {
        let rank = |(index, (from, to)): (usize, &(usize, usize))| (CellIndex(index), Rank { from: *from, to: *to });
        pairs.iter().enumerate().map(rank).collect()
    }

    #[test]
    fn ranks_are_ranges() {
        assert_eq!(ranked(&[exactly(3.0), exactly(9.0), exactly(5.0)]), Ok(ranks(&[(3, 3), (1, 1), (2, 2)])));
        assert_eq!(ranked(&[at_least(4.0), exactly(9.0), exactly(3.0)]), Ok(ranks(&[(1, 2), (1, 2), (3, 3)])));
        assert_eq!(ranked(&[exactly(5.0), exactly(5.0), exactly(3.0)]), Ok(ranks(&[(1, 1), (1, 1), (3, 3)])));
        assert_eq!(ranked(&[at_least(10.0), at_least(10.0)]), Err(NoOrder::CannotBeTold));
        assert_eq!(ranked(&[exactly(1.0)]), Err(NoOrder::FewerThanTwo));
    }

    #[test]
    fn only_one_largest_group_is_ranked() {
        let cells = cells(&[exactly(1.0), exactly(2.0), exactly(3.0), exactly(4.0)]);
        let pair = |a: CellIndex, b: CellIndex| (a.0, b.0) == (0, 2);
        let expected = [(CellIndex(0), Rank { from: 2, to: 2 }), (CellIndex(2), Rank { from: 1, to: 1 })];
        assert_eq!(order(&cells, pair), Ok(expected.to_vec()));
        let two_pairs = |a: CellIndex, b: CellIndex| (a.0, b.0) == (0, 1) || (a.0, b.0) == (2, 3);
        assert_eq!(order(&cells, two_pairs), Err(NoOrder::SeveralGroups));
        assert_eq!(order(&cells, |_, _| false), Err(NoOrder::NothingComparable));
    }

    proptest! {
        #[test]
        fn the_true_rank_lies_in_the_range(numbers in proptest::collection::vec((0..50_u32, 0..20_u32), 2..7)) {
            let intervals: Vec<Interval> = numbers.iter().map(|(low, more)| {
                let amount = |number: u32| Amount::new(f64::from(number)).unwrap();
                Interval::between(amount(*low), amount(low + more))
            }).collect();
            let Ok(ranks) = ranked(&intervals) else { return Ok(()) };
            // One of the truths that the intervals allow: every figure at its low end.
            for (index, rank) in ranks {
                let (low, _) = numbers[index.0];
                let truth = 1 + numbers.iter().filter(|(other, _)| *other > low).count();
                prop_assert!(rank.from <= truth && truth <= rank.to);
            }
        }
    }
}
