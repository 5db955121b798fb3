//! The ranks that a figure may take.

/// The best and the worst rank that a figure may take, counted from 1; the greatest figure ranks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rank {
    /// The best rank that it may take.
    pub from: usize,
    /// The worst rank that it may take.
    pub to: usize,
}
