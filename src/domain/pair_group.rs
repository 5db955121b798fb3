//! Pairs of which all have the same verdict for the same reasons.

use super::cell::CellIndex;
use super::reason::{Reason, Verdict};

/// Pairs of one figure with several others, of which all have the same verdict for the same reasons.
#[derive(Clone, Debug)]
pub struct PairGroup {
    pub verdict: Verdict,
    /// What lies between the figures and what lies in the others, the weightiest first; without what lies in the figure
    /// itself. A reason that names an area names that of the first.
    pub reasons: Vec<Reason>,
    /// The other figures, in the order of the cells.
    pub others: Vec<CellIndex>,
}
