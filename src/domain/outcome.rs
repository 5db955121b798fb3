//! How comparisons end: with ranks, side by side without, or not at all. Whoever counts them counts them here.

use super::compare::Comparison;

/// How a comparison ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Some figures have ranks.
    Ranked,
    /// The figures stand side by side, and none has a rank.
    NotRanked,
    /// There is nothing to compare.
    Refused,
}

/// How many comparisons end in each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeCounts {
    pub ranked: usize,
    pub not_ranked: usize,
    pub refused: usize,
}

impl Comparison {
    /// Returns how the comparison ends.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        match (self.refused, self.no_order) {
            (Some(_), _) => Outcome::Refused,
            (None, Some(_)) => Outcome::NotRanked,
            (None, None) => Outcome::Ranked,
        }
    }
}

impl OutcomeCounts {
    /// Counts how comparisons end.
    #[must_use]
    pub fn of(comparisons: &[Comparison]) -> Self {
        let mut counts = Self::default();
        for comparison in comparisons {
            *match comparison.outcome() {
                Outcome::Ranked => &mut counts.ranked,
                Outcome::NotRanked => &mut counts.not_ranked,
                Outcome::Refused => &mut counts.refused,
            } += 1;
        }
        counts
    }
}
