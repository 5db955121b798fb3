//! By how much one figure exceeds another, as far as the two intervals tell.

use super::cell::{Cell, CellIndex};
use super::compare::Comparison;
use super::dataset::Dataset;
use super::indicator::Nature;
use super::interval::{High, Interval, Low};
use super::reason::Reason;

/// One end of what a difference may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DifferenceEnd {
    /// By how much the first exceeds the second; negative where it falls short.
    pub by: f64,
    /// Whether the difference may be exactly this, and not only come near it.
    pub is_reached: bool,
}

/// All that the first figure less the second may be; an end is `None` where nothing limits it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The least that it may be.
    pub least: Option<DifferenceEnd>,
    /// The greatest that it may be.
    pub greatest: Option<DifferenceEnd>,
}

impl Difference {
    /// Returns the difference between all amounts of one interval and all of another.
    #[must_use]
    pub fn between(first: Interval, second: Interval) -> Self {
        let low = |low: Low| (low.amount().get(), matches!(low, Low::Closed(_)));
        let high = |high: High| Some((high.amount()?.get(), matches!(high, High::Closed(_))));
        let end = |(more, more_is_in): (f64, bool), (less, less_is_in): (f64, bool)| DifferenceEnd {
            by: subtract(more, less),
            is_reached: more_is_in && less_is_in,
        };
        Self {
            least: high(second.high()).map(|second| end(low(first.low()), second)),
            greatest: high(first.high()).map(|first| end(first, low(second.low()))),
        }
    }

    /// Returns by how much the second exceeds the first.
    #[must_use]
    pub fn reversed(self) -> Self {
        let negated = |end: Option<DifferenceEnd>| end.map(|end| DifferenceEnd { by: 0.0 - end.by, ..end });
        Self { least: negated(self.greatest), greatest: negated(self.least) }
    }

    /// Whether the first is surely no less than the second.
    #[must_use]
    pub fn is_surely_not_less(self) -> bool {
        self.least.is_some_and(|least| least.by >= 0.0)
    }
}

/// Subtracts as one does on paper: 83.8 less 81.2 is 2.6, and not a trifle less.
fn subtract(from: f64, number: f64) -> f64 {
    const PLACES: f64 = 1e9;
    let (difference, magnitude) = (from - number, from.abs().max(number.abs()));
    let rounded = (difference * PLACES).round() / PLACES;
    // Of large numbers no such place is known; their difference stands as it is.
    if magnitude < 1e6 && rounded.is_finite() { rounded + 0.0 } else { difference + 0.0 }
}

impl Comparison {
    /// Returns by how much the figure of one cell exceeds that of another. `None` where no order may be told between the two, for
    /// then no difference may, and where one of them has no bound to rely on.
    #[must_use]
    pub fn difference(&self, dataset: &Dataset, one: CellIndex, other: CellIndex) -> Option<Difference> {
        let nature = dataset.indicators[self.request.indicator].nature;
        if self.refused.is_some() || matches!(nature, Nature::Ordinal | Nature::Structure) {
            return None;
        }
        let pair = self.pair(dataset, one, other)?;
        let is_untold = |reason: &Reason| reason.forbids_rank() || matches!(reason, Reason::OrderTurnsPerMonth { .. });
        if pair.reasons.iter().any(is_untold) {
            return None;
        }
        let interval = |index: CellIndex| {
            let figure = self.cells.get(index.0).and_then(Cell::figure)?;
            figure.extent.as_ref().ok()?.interval()
        };
        Some(Difference::between(interval(one)?, interval(other)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interval::Amount;

    fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    /// By how much, and whether that is reached.
    type OneEnd = Option<(f64, bool)>;

    fn ends(first: Interval, second: Interval) -> (OneEnd, OneEnd) {
        let Difference { least, greatest } = Difference::between(first, second);
        let end = |end: Option<DifferenceEnd>| end.map(|end| (end.by, end.is_reached));
        (end(least), end(greatest))
    }

    #[test]
    fn a_difference_is_as_sure_as_its_figures() {
        let exactly = |number| Interval::exactly(amount(number));
        assert_eq!(ends(exactly(579.0), exactly(512.0)), (Some((67.0, true)), Some((67.0, true))));
        assert_eq!(ends(exactly(83.8), exactly(81.2)), (Some((2.6, true)), Some((2.6, true))));
        assert_eq!(ends(Interval::at_least(amount(544.0)), exactly(512.0)), (Some((32.0, true)), None));
        assert_eq!(ends(exactly(150.0), Interval::below(amount(150.0))), (Some((0.0, false)), Some((150.0, false))));
        assert_eq!(ends(Interval::at_least(amount(1.0)), Interval::at_least(amount(2.0))), (None, None));
        let (thirty, forty) = (amount(30.0), amount(40.0));
        assert_eq!(ends(Interval::between(thirty, forty), exactly(35.0)), (Some((-5.0, true)), Some((5.0, true))));
    }

    #[test]
    fn the_reverse_of_a_difference_has_the_other_sign_and_its_ends_change_places() {
        let difference = Difference::between(Interval::at_least(amount(544.0)), Interval::exactly(amount(512.0)));
        let reversed = Difference::between(Interval::exactly(amount(512.0)), Interval::at_least(amount(544.0)));
        assert_eq!(difference.reversed(), reversed);
        assert!(difference.is_surely_not_less() && !reversed.is_surely_not_less());
    }
}
