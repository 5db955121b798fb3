//! Amounts as intervals: how far a printed number can be relied on.
//!
//! An exact *v* is [*v*, *v*]; at least *v* is [*v*, ∞); below *v* is (0, *v*), because a reported count is never zero;
//! at most *v* is (0, *v*]; between *v* and *w* is [*v*, *w*]. About *v* and an order of magnitude give no bound that can
//! be relied on. Nothing here is ever “not a number” or
//! infinite: where there is no upper end, [`High::Unbounded`] says so.

use super::period::Range;
use crate::text::words;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A finite number. Only a change can be negative; what is counted never is.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Amount(f64);

impl Amount {
    /// Checks a number that counts something; `None` for a negative number, an infinity or a NaN.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        (number.is_finite() && number >= 0.0).then_some(Self(number))
    }

    /// Checks a number that says by how much something has changed; `None` for an infinity or a NaN.
    #[must_use]
    pub fn of_change(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }

    /// Returns the number itself.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// How the source hedges a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// It is printed without a hedge.
    Exact,
    /// 余 多 超 上 以上: this many or more.
    AtLeast,
    /// 近 不足: fewer than this.
    Below,
    /// 不超过 以内 最多: this many or fewer.
    AtMost,
    /// 30至40: from one number to another.
    Between,
    /// 约 左右: somewhere near.
    About,
    /// 达百万: the order of magnitude only.
    Order,
}

words! {
    Qualifier {
        Exact => "exact",
        AtLeast => "at-least",
        Below => "below",
        AtMost => "at-most",
        Between => "between",
        About => "about",
        Order => "order",
    }
}

/// The upper end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum High {
    /// Up to and with this amount.
    Closed(Amount),
    /// Up to but without this amount.
    Open(Amount),
    /// No upper end is known.
    Unbounded,
}

/// The lower end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Low {
    /// From this amount on.
    Closed(Amount),
    /// From above this amount on.
    Open(Amount),
}

impl Low {
    /// Returns the number at the end, counted in or not.
    #[must_use]
    pub const fn amount(self) -> Amount {
        match self {
            Self::Closed(amount) | Self::Open(amount) => amount,
        }
    }
}

impl High {
    /// Returns the number at the end, counted in or not; `None` where there is no end.
    #[must_use]
    pub const fn amount(self) -> Option<Amount> {
        match self {
            Self::Closed(amount) | Self::Open(amount) => Some(amount),
            Self::Unbounded => None,
        }
    }
}

/// All amounts that a figure may stand for. The low end never lies above the high end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    low: Low,
    high: High,
}

impl Interval {
    /// Returns the interval of exactly this amount.
    #[must_use]
    pub const fn exactly(amount: Amount) -> Self {
        Self { low: Low::Closed(amount), high: High::Closed(amount) }
    }

    /// Returns the interval of this amount or more.
    #[must_use]
    pub const fn at_least(amount: Amount) -> Self {
        Self { low: Low::Closed(amount), high: High::Unbounded }
    }

    /// Returns the interval of more than nothing and less than this amount.
    #[must_use]
    pub const fn below(amount: Amount) -> Self {
        Self { low: Low::Open(Amount(0.0)), high: High::Open(amount) }
    }

    /// Returns the interval of more than nothing and no more than this amount.
    #[must_use]
    pub const fn at_most(amount: Amount) -> Self {
        Self { low: Low::Open(Amount(0.0)), high: High::Closed(amount) }
    }

    /// Returns the interval between two amounts, both counted, whichever is lower.
    #[must_use]
    pub fn between(low: Amount, high: Amount) -> Self {
        let (low, high) = if high < low { (high, low) } else { (low, high) };
        Self { low: Low::Closed(low), high: High::Closed(high) }
    }

    /// Returns the low end.
    #[must_use]
    pub const fn low(self) -> Low {
        self.low
    }

    /// Returns the high end.
    #[must_use]
    pub const fn high(self) -> High {
        self.high
    }

    /// Returns the amount, where there is only one inside.
    #[must_use]
    pub fn point(self) -> Option<Amount> {
        match (self.low, self.high) {
            (Low::Closed(low), High::Closed(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Returns the qualifier that says the same of a number.
    #[must_use]
    pub fn qualifier(self) -> Qualifier {
        match (self.low, self.high) {
            _ if self.point().is_some() => Qualifier::Exact,
            (_, High::Unbounded) => Qualifier::AtLeast,
            (Low::Open(low), High::Open(_)) if low.0 == 0.0 => Qualifier::Below,
            (Low::Open(low), High::Closed(_)) if low.0 == 0.0 => Qualifier::AtMost,
            _ => Qualifier::Between,
        }
    }

    /// Whether `amount` lies inside.
    #[must_use]
    pub fn contains(self, amount: Amount) -> bool {
        let above = match self.low {
            Low::Closed(low) => amount >= low,
            Low::Open(low) => amount > low,
        };
        let under = match self.high {
            High::Closed(high) => amount <= high,
            High::Open(high) => amount < high,
            High::Unbounded => true,
        };
        above && under
    }

    /// Compares the low ends; of two at the same amount the one that is counted in is lower.
    #[must_use]
    pub fn compare_low(self, other: Self) -> Ordering {
        let end = |interval: Self| (interval.low.amount().0, matches!(interval.low, Low::Open(_)));
        let ((own, is_open), (amount, other_is_open)) = (end(self), end(other));
        own.total_cmp(&amount).then(is_open.cmp(&other_is_open))
    }

    /// Compares the high ends; no end is higher than any, and of two at the same amount the one that is counted in.
    #[must_use]
    pub fn compare_high(self, other: Self) -> Ordering {
        match (self.high.amount(), other.high.amount()) {
            (Some(own), Some(amount)) => {
                let is_closed = |interval: Self| matches!(interval.high, High::Closed(_));
                own.0.total_cmp(&amount.0).then(is_closed(self).cmp(&is_closed(other)))
            }
            (own, amount) => own.is_none().cmp(&amount.is_none()),
        }
    }

    /// Whether every amount inside is greater than every amount inside `other`.
    #[must_use]
    pub fn is_surely_above(self, other: Self) -> bool {
        match (self.low, other.high) {
            (_, High::Unbounded) => false,
            (Low::Closed(low), High::Closed(high)) => low > high,
            (low, high) => high.amount().is_some_and(|high| low.amount() >= high),
        }
    }

    /// Whether no amount inside is greater than any amount inside `other`.
    #[must_use]
    pub fn is_surely_not_above(self, other: Self) -> bool {
        self.high.amount().is_some_and(|high| high <= other.low.amount())
    }

    /// Returns the smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let (mine, theirs) = (self.low.amount(), other.low.amount());
        let mine_holds = mine < theirs || (mine == theirs && matches!(self.low, Low::Closed(_)));
        let low = if mine_holds { self.low } else { other.low };
        let high = match (self.high.amount(), other.high.amount()) {
            (Some(mine), Some(theirs)) if mine > theirs => self.high,
            (Some(mine), Some(theirs)) if mine == theirs && matches!(self.high, High::Closed(_)) => self.high,
            (Some(_), Some(_)) => other.high,
            _ => High::Unbounded,
        };
        Self { low, high }
    }

    /// Returns what is left up to a limit; `None` where the whole interval lies above it.
    #[must_use]
    pub fn up_to(self, limit: Amount) -> Option<Self> {
        let reaches_beyond = self.high.amount().is_none_or(|high| high > limit);
        let high = if reaches_beyond { High::Closed(limit) } else { self.high };
        (self.low.amount() <= limit).then_some(Self { high, ..self })
    }

    /// Returns the range of the rate per month: every amount inside divided by every length that `months` allows. `None`
    /// where the least length is not above zero, or a quotient is too large for a number.
    #[must_use]
    pub fn per(self, months: Range) -> Option<Self> {
        if months.least.partial_cmp(&0.0) != Some(Ordering::Greater) {
            return None;
        }
        self.scaled(1.0, months)
    }

    /// Multiplies every amount inside with a positive number.
    #[must_use]
    pub fn times(self, factor: f64) -> Option<Self> {
        self.scaled(factor, Range { least: 1.0, greatest: 1.0 })
    }

    pub(super) fn scaled(self, factor: f64, by: Range) -> Option<Self> {
        self.divided(factor, Self::between(Amount::new(by.least)?, Amount::new(by.greatest)?))
    }

    /// Multiplies every amount inside with a factor and divides it by every amount inside `by`; neither interval reaches
    /// below zero. `None` where a quotient is too large for a number.
    ///
    /// It multiplies first and then divides, never by a reciprocal, so that 10 of 300 and 11 of 330 come out equal.
    pub(super) fn divided(self, factor: f64, by: Self) -> Option<Self> {
        let quotient = |amount: Amount, divisor: Amount| Amount::new(amount.0 * factor / divisor.0);
        let low = match (self.low, by.high) {
            (_, High::Unbounded) => Low::Open(Amount(0.0)),
            (Low::Closed(low), High::Closed(divisor)) => Low::Closed(quotient(low, divisor)?),
            (low, High::Closed(divisor) | High::Open(divisor)) => Low::Open(quotient(low.amount(), divisor)?),
        };
        let high = match (self.high, by.low) {
            (High::Unbounded, _) => High::Unbounded,
            (_, divisor) if divisor.amount().0 == 0.0 => High::Unbounded,
            (High::Closed(high), Low::Closed(divisor)) => High::Closed(quotient(high, divisor)?),
            (High::Closed(high) | High::Open(high), divisor) => High::Open(quotient(high, divisor.amount())?),
        };
        Some(Self { low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    fn any_amount() -> impl Strategy<Value = Amount> {
        (0.0..1e9_f64).prop_map(amount)
    }

    fn any_interval() -> impl Strategy<Value = Interval> {
        prop_oneof![
            any_amount().prop_map(Interval::exactly),
            any_amount().prop_map(Interval::at_least),
            (1e-3..1e9_f64).prop_map(|number| Interval::below(amount(number))),
            (any_amount(), any_amount()).prop_map(|(low, high)| Interval::between(low, high)),
        ]
    }

    #[test]
    fn amounts_are_finite_and_not_negative() {
        for number in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Amount::new(number), None);
        }
    }

    #[test]
    fn a_bound_is_above_only_what_it_clears() {
        let (over_150, exactly_113) = (Interval::at_least(amount(150.0)), Interval::exactly(amount(113.0)));
        assert!(over_150.is_surely_above(exactly_113));
        assert!(!exactly_113.is_surely_above(over_150));
        assert!(!over_150.is_surely_above(over_150));
        assert!(exactly_113.is_surely_above(Interval::below(amount(113.0))));
        assert!(!Interval::below(amount(113.0)).contains(amount(0.0)));
    }

    #[test]
    fn a_hull_counts_an_end_in_where_either_interval_does() {
        let (below_5, from_0_to_5) = (Interval::below(amount(5.0)), Interval::between(amount(0.0), amount(5.0)));
        for hull in [below_5.hull(from_0_to_5), from_0_to_5.hull(below_5)] {
            assert_eq!(hull, from_0_to_5);
        }
        assert_eq!(below_5.hull(below_5), below_5);
    }

    proptest! {
        #[test]
        fn scaling_keeps_what_is_inside(
            interval in any_interval(), inside in any_amount(), least in 0.1..20.0_f64, more in 0.0..20.0_f64, at in 0.0..=1.0_f64,
        ) {
            prop_assume!(interval.contains(inside));
            let months = Range { least, greatest: least + more };
            let rate = interval.per(months).unwrap();
            let quotient = amount(inside.get() / (least + more * at));
            // One unit in the last place is the arithmetic's, not the rule's.
            let slack = |factor: f64| amount(quotient.get() * factor);
            prop_assert!(rate.contains(quotient) || rate.contains(slack(1.0 + 1e-12)) || rate.contains(slack(1.0 - 1e-12)));
        }

        #[test]
        fn order_is_strict(first in any_interval(), second in any_interval(), x in any_amount(), y in any_amount()) {
            prop_assert!(!(first.is_surely_above(second) && second.is_surely_above(first)));
            if first.is_surely_above(second) && first.contains(x) && second.contains(y) {
                prop_assert!(x > y);
            }
            if first.is_surely_not_above(second) && first.contains(x) && second.contains(y) {
                prop_assert!(x <= y);
            }
        }

        #[test]
        fn a_hull_holds_both(first in any_interval(), second in any_interval(), inside in any_amount()) {
            if first.contains(inside) || second.contains(inside) {
                prop_assert!(first.hull(second).contains(inside));
            }
        }
    }
}
