//! The largest group of things of which every two may stand together.
//!
//! Whether two figures may be ranked is not transitive, so this is the search for the clique of most weight in a graph. It is
//! exact. It branches over the things and cuts off what cannot become heavier than the best group found, by colouring:
//! a group takes at most one thing of each colour, where no two of one colour may stand together. (Carraghan and Pardalos
//! 1990; Tomita and Seki 2003.) Groupings of periods and dates are nearly always told by their colours alone, so that the
//! search hardly ever branches.

use crate::sorting::PutInOrder;

/// A graph of things that may stand together.
pub(super) struct Togetherness<'a> {
    /// How much each thing weighs.
    pub weights: &'a [u128],
    /// Whether two things may stand together.
    pub may: &'a [Vec<bool>],
    /// Whether it counts that two things, or two of the same, stand together. A group in which nothing counts is none.
    pub counts: &'a [Vec<bool>],
}

/// A group and its weight.
#[derive(Clone, Debug, Default)]
struct Group {
    things: Vec<usize>,
    weight: u128,
    counts: bool,
}

/// Returns the heaviest group in which something counts; empty where there is none. Of two as heavy the one whose things
/// come first is returned.
pub(super) fn heaviest(graph: &Togetherness) -> Vec<usize> {
    let mut best = Group::default();
    let all: Vec<usize> = (0..graph.weights.len()).collect();
    graph.search(&Group::default(), &all, &mut best);
    best.things.put_in_order();
    best.things
}

impl Togetherness<'_> {
    fn weight(&self, thing: usize) -> u128 {
        self.weights.get(thing).copied().unwrap_or_default()
    }

    fn may(&self, one: usize, other: usize) -> bool {
        self.may.get(one).and_then(|row| row.get(other)).copied().unwrap_or(false)
    }

    fn counts(&self, one: usize, other: usize) -> bool {
        self.counts.get(one).and_then(|row| row.get(other)).copied().unwrap_or(false)
    }

    /// Returns a group with one thing more.
    fn with(&self, group: &Group, thing: usize) -> Group {
        let mut things = group.things.clone();
        things.push(thing);
        let counts = group.counts || things.iter().any(|other| self.counts(thing, *other));
        Group { weight: group.weight + self.weight(thing), things, counts }
    }

    /// Grows a group by the candidates, all of which may stand with all of it, and keeps the best in `best`.
    fn search(&self, group: &Group, candidates: &[usize], best: &mut Group) {
        if self.are_all_together(candidates) {
            let whole = candidates.iter().fold(group.clone(), |group, thing| self.with(&group, *thing));
            if whole.counts && whole.weight > best.weight {
                *best = whole;
            }
            return;
        }
        let mut rest = self.coloured(candidates);
        while let Some((thing, bound)) = rest.pop() {
            if group.weight + bound <= best.weight {
                return;
            }
            let larger = self.with(group, thing);
            let fitting: Vec<usize> =
                rest.iter().map(|(other, _)| *other).filter(|other| self.may(thing, *other)).collect();
            if larger.counts || self.can_count(&larger, &fitting) {
                self.search(&larger, &fitting, best);
            }
        }
    }

    fn are_all_together(&self, things: &[usize]) -> bool {
        let pairs = |(index, one): (usize, &usize)| things.iter().skip(index + 1).all(|other| self.may(*one, *other));
        things.iter().enumerate().all(pairs)
    }

    /// Whether something would count if all candidates could join the group.
    fn can_count(&self, group: &Group, candidates: &[usize]) -> bool {
        let with = |thing: &usize| {
            let others = candidates.iter().chain(&group.things);
            others.into_iter().any(|other| self.counts(*thing, *other))
        };
        candidates.iter().any(with)
    }

    /// Returns the things color by color, each with the most that a group of it and of all before it can weigh.
    fn coloured(&self, things: &[usize]) -> Vec<(usize, u128)> {
        let mut colours: Vec<Vec<usize>> = Vec::new();
        for thing in things {
            let fits = |colour: &&mut Vec<usize>| colour.iter().all(|other| !self.may(*thing, *other));
            match colours.iter_mut().find(fits) {
                Some(colour) => colour.push(*thing),
                None => colours.push(vec![*thing]),
            }
        }
        let mut coloured = Vec::with_capacity(things.len());
        let mut below = 0;
        for mut colour in colours {
            // Within a colour the bound grows with the heaviest so far, so the lighter stand first.
            colour.put_in_order_by_key(|thing| (self.weight(*thing), std::cmp::Reverse(*thing)));
            let heaviest = colour.last().map_or(0, |thing| self.weight(*thing));
            coloured.extend(colour.iter().map(|thing| (*thing, below + self.weight(*thing))));
            below += heaviest;
        }
        coloured
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Tries every group there is.
    fn by_trying_all(graph: &Togetherness) -> u128 {
        let all = graph.weights.len();
        let groups = (1_u32..1 << all).map(|set| (0..all).filter(|thing| set >> thing & 1 == 1).collect::<Vec<_>>());
        let is_group = |things: &Vec<usize>| graph.are_all_together(things);
        let counts =
            |things: &Vec<usize>| things.iter().any(|one| things.iter().any(|other| graph.counts(*one, *other)));
        let weight = |things: Vec<usize>| things.iter().map(|thing| graph.weight(*thing)).sum();
        groups.filter(is_group).filter(counts).map(weight).max().unwrap_or(0)
    }

    proptest! {
        #[test]
        fn the_heaviest_group_is_found(
            weights in proptest::collection::vec(1_u128..5, 1..11),
            edges in proptest::collection::vec(proptest::bool::weighted(0.6), 121),
            told in proptest::collection::vec(proptest::bool::weighted(0.3), 121),
        ) {
            let matrix = |flags: &[bool]| -> Vec<Vec<bool>> {
                let at = |one: usize, other: usize| flags[one.min(other) * 11 + one.max(other)];
                (0..weights.len()).map(|one| (0..weights.len()).map(|other| at(one, other)).collect()).collect()
            };
            let (may, counts) = (matrix(&edges), matrix(&told));
            let graph = Togetherness { weights: &weights, may: &may, counts: &counts };
            let found = heaviest(&graph);
            prop_assert!(graph.are_all_together(&found));
            let weight: u128 = found.iter().map(|thing| graph.weight(*thing)).sum();
            prop_assert_eq!(weight, by_trying_all(&graph));
        }
    }
}
