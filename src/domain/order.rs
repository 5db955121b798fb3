//! An order that is only as strong as the intervals allow.

use super::interval::Interval;
use crate::text::words;

/// The places that a figure may take among those ranked, from 1; the greatest figure is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The best place it may take.
    pub from: usize,
    /// The worst place it may take.
    pub to: usize,
}

/// Why nothing is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// Fewer than two figures are held.
    FewerThanTwo,
    /// No two figures may be ranked against each other.
    NothingComparable,
    /// Several groups of figures could each be ranked, and none is larger than all others.
    SeveralGroups,
    /// The intervals overlap so far that each figure could take each place.
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

/// An order among the cells of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// A rank for each cell, in the order of the cells; `None` for a cell outside the group that is ranked.
    Ranked(Vec<Option<Rank>>),
    /// No rank for any, and why.
    None(NoOrder),
}

impl Order {
    /// The rank of the cell at `position`.
    #[must_use]
    pub fn rank(&self, position: usize) -> Option<Rank> {
        match self {
            Self::Ranked(ranks) => ranks.get(position).copied().flatten(),
            Self::None(_) => None,
        }
    }
}

/// Ranks the cells. `intervals` holds one for each cell that has one; `may_rank` says whether two cells may be ranked
/// against each other.
///
/// Being rankable is not transitive, so the cells that are ranked are the one largest group in which every two may be
/// ranked; where there are several largest groups, choosing one would be arbitrary, and nothing is ranked.
pub(super) fn order(intervals: &[Option<Interval>], may_rank: impl Fn(usize, usize) -> bool) -> Order {
    let held: Vec<(usize, Interval)> =
        intervals.iter().enumerate().filter_map(|(at, interval)| Some((at, (*interval)?))).collect();
    if held.len() < 2 {
        return Order::None(NoOrder::FewerThanTwo);
    }
    let group = match largest_group(&held, may_rank) {
        Ok(group) => group,
        Err(why) => return Order::None(why),
    };
    let ranks: Vec<(usize, Rank)> = group.iter().map(|(at, interval)| (*at, rank(*interval, *at, &group))).collect();
    let everywhere = Rank { from: 1, to: group.len() };
    if ranks.iter().all(|(_, rank)| *rank == everywhere) {
        return Order::None(NoOrder::CannotBeTold);
    }
    let place = |position: usize| ranks.iter().find(|(at, _)| *at == position).map(|(_, rank)| *rank);
    Order::Ranked((0..intervals.len()).map(place).collect())
}

/// The place of one interval: after all that are surely above it, and after no more than those that may be above it.
fn rank(interval: Interval, at: usize, group: &[(usize, Interval)]) -> Rank {
    let others = || group.iter().filter(move |(other, _)| *other != at).map(|(_, other)| *other);
    Rank {
        from: 1 + others().filter(|other| other.is_surely_above(interval)).count(),
        to: 1 + others().filter(|other| !other.is_surely_not_above(interval)).count(),
    }
}

/// The places of the cells that are ranked against one another, where there is one largest group of them.
pub(super) fn ranked_group(intervals: &[Option<Interval>], may_rank: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let held: Vec<(usize, Interval)> =
        intervals.iter().enumerate().filter_map(|(at, interval)| Some((at, (*interval)?))).collect();
    largest_group(&held, may_rank).unwrap_or_default().into_iter().map(|(at, _)| at).collect()
}

/// Grows every group one cell at a time; with the few areas of a comparison that is quick, and it is exact.
fn largest_group(
    held: &[(usize, Interval)],
    may_rank: impl Fn(usize, usize) -> bool,
) -> Result<Vec<(usize, Interval)>, NoOrder> {
    let mut groups: Vec<Vec<usize>> = (0..held.len()).map(|index| vec![index]).collect();
    loop {
        let mut larger: Vec<Vec<usize>> = Vec::new();
        for group in &groups {
            let after = group.last().map_or(0, |last| last + 1);
            let fits = |next: &usize| {
                let next_at = held.get(*next).map(|(at, _)| *at);
                group.iter().all(|index| {
                    let at = held.get(*index).map(|(at, _)| *at);
                    at.zip(next_at).is_some_and(|(first, second)| may_rank(first, second))
                })
            };
            larger.extend((after..held.len()).filter(fits).map(|next| {
                let mut grown = group.clone();
                grown.push(next);
                grown
            }));
        }
        if larger.is_empty() {
            break;
        }
        groups = larger;
    }
    match groups.as_slice() {
        [group] if group.len() >= 2 => Ok(group.iter().filter_map(|index| held.get(*index).copied()).collect()),
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

    fn ranked(intervals: &[Interval]) -> Order {
        order(&intervals.iter().map(|interval| Some(*interval)).collect::<Vec<_>>(), |_, _| true)
    }

    fn ranks(pairs: &[(usize, usize)]) -> Order {
        Order::Ranked(pairs.iter().map(|(from, to)| Some(Rank { from: *from, to: *to })).collect())
    }

    #[test]
    fn ranks_are_ranges() {
        assert_eq!(ranked(&[exactly(3.0), exactly(9.0), exactly(5.0)]), ranks(&[(3, 3), (1, 1), (2, 2)]));
        assert_eq!(ranked(&[at_least(4.0), exactly(9.0), exactly(3.0)]), ranks(&[(1, 2), (1, 2), (3, 3)]));
        assert_eq!(ranked(&[exactly(5.0), exactly(5.0), exactly(3.0)]), ranks(&[(1, 1), (1, 1), (3, 3)]));
        assert_eq!(ranked(&[at_least(10.0), at_least(10.0)]), Order::None(NoOrder::CannotBeTold));
        assert_eq!(ranked(&[exactly(1.0)]), Order::None(NoOrder::FewerThanTwo));
    }

    #[test]
    fn only_one_largest_group_is_ranked() {
        let intervals = [Some(exactly(1.0)), Some(exactly(2.0)), Some(exactly(3.0)), Some(exactly(4.0))];
        let pair = |a: usize, b: usize| (a, b) == (0, 2);
        let Order::Ranked(ranks) = order(&intervals, pair) else { panic!() };
        assert_eq!(ranks, [Some(Rank { from: 2, to: 2 }), None, Some(Rank { from: 1, to: 1 }), None]);
        let two_pairs = |a: usize, b: usize| (a, b) == (0, 1) || (a, b) == (2, 3);
        assert_eq!(order(&intervals, two_pairs), Order::None(NoOrder::SeveralGroups));
        assert_eq!(order(&intervals, |_, _| false), Order::None(NoOrder::NothingComparable));
    }

    proptest! {
        #[test]
        fn the_true_place_lies_in_the_range(numbers in proptest::collection::vec((0..50_u32, 0..20_u32), 2..7)) {
            let intervals: Vec<Interval> = numbers.iter().map(|(low, more)| {
                let amount = |number: u32| Amount::new(f64::from(number)).unwrap();
                Interval::between(amount(*low), amount(low + more))
            }).collect();
            let Order::Ranked(ranks) = ranked(&intervals) else { return Ok(()) };
            // One of the truths that the intervals allow: every figure at its low end.
            for (index, (low, _)) in numbers.iter().enumerate() {
                let place = 1 + numbers.iter().filter(|(other, _)| other > low).count();
                let rank = ranks[index].unwrap();
                prop_assert!(rank.from <= place && place <= rank.to);
            }
        }
    }
}
