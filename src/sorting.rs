//! Sorting, with one copy of the algorithm in the program.
//!
//! The standard library makes a copy of its sort for each type and each key, some six kilobytes every time, and most of what is
//! sorted here has a dozen members. So positions are sorted, by one function for all, and then the things are put there.
//! Where thousands are sorted at each key, the standard library's own sort is used.

use std::cmp::Ordering;

/// Sorts in place. Things that are equal stay in the order in which they were.
pub trait PutInOrder<T> {
    /// Sorts by what a function says of two things.
    fn put_in_order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn put_in_order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.put_in_order_by(|one, other| key(one).cmp(&key(other)));
    }

    /// Sorts by the things' own order.
    fn put_in_order(&mut self)
    where
        T: Ord,
    {
        self.put_in_order_by(T::cmp);
    }
}

impl<T> PutInOrder<T> for [T] {
    fn put_in_order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut sources = sorted_positions(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        for start in 0..self.len() {
            let mut place = start;
            while sources[place] != start {
                let source = std::mem::replace(&mut sources[place], place);
                self.swap(place, source);
                place = source;
            }
            sources[place] = place;
        }
    }
}

/// Sorts what an iterator gives. Things that are equal stay in the order in which they were.
pub trait InOrder: Iterator + Sized {
    /// Sorts by what a function says of two things.
    fn in_order_by(self, compare: impl FnMut(&Self::Item, &Self::Item) -> Ordering) -> std::vec::IntoIter<Self::Item> {
        let mut things: Vec<Self::Item> = self.collect();
        things.put_in_order_by(compare);
        things.into_iter()
    }

    /// Sorts by a key.
    fn in_order_by_key<K: Ord>(self, mut key: impl FnMut(&Self::Item) -> K) -> std::vec::IntoIter<Self::Item> {
        self.in_order_by(|one, other| key(one).cmp(&key(other)))
    }

    /// Sorts by the things' own order.
    fn in_order(self) -> std::vec::IntoIter<Self::Item>
    where
        Self::Item: Ord,
    {
        self.in_order_by(Self::Item::cmp)
    }
}

impl<I: Iterator> InOrder for I {}

/// Returns for each place in the order which position its thing is at now.
fn sorted_positions(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(things in prop::collection::vec((0_u8..8, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (things.clone(), things.clone());
            ours.put_in_order_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            theirs.sort_unstable();
            prop_assert_eq!(things.into_iter().in_order().collect::<Vec<_>>(), theirs);
        }
    }
}
