//! What figures say: an interval, a number without a bound that can be relied on, or a designed number.

use super::interval::{Amount, Interval, Qualifier};
use super::period::Range;

/// What a figure says under a measure.
#[derive(Clone, Debug, PartialEq)]
pub enum Extent {
    /// An interval that can be relied on.
    Within(Interval),
    /// A number without a bound that can be relied on: shown, never ranked.
    Unreliable {
        /// The number as printed, under the measure.
        amount: Amount,
        /// Why it gives no bound.
        qualifier: Qualifier,
    },
    /// A designed number such as “1+10”: a name, not a count.
    Designed(String),
}

impl Extent {
    /// Returns what a printed amount with its qualifier says.
    #[must_use]
    pub const fn of(amount: Amount, qualifier: Qualifier) -> Self {
        match qualifier {
            Qualifier::Exact => Self::Within(Interval::exactly(amount)),
            Qualifier::AtLeast => Self::Within(Interval::at_least(amount)),
            Qualifier::Below => Self::Within(Interval::below(amount)),
            Qualifier::AtMost => Self::Within(Interval::at_most(amount)),
            Qualifier::About | Qualifier::Order | Qualifier::Between => Self::Unreliable { amount, qualifier },
        }
    }

    /// Returns what a number says by which something has changed. It may be negative, so an upper bound alone has no lower
    /// end and gives nothing to rely on.
    #[must_use]
    pub const fn of_change(amount: Amount, qualifier: Qualifier) -> Self {
        match qualifier {
            Qualifier::Below | Qualifier::AtMost => Self::Unreliable { amount, qualifier },
            _ => Self::of(amount, qualifier),
        }
    }

    /// Returns what is left under a limit that no true amount exceeds; a share ends at 100 per cent. What lies above the
    /// limit altogether is returned as it is.
    #[must_use]
    pub fn up_to(self, limit: Amount) -> Self {
        match self {
            Self::Within(interval) => Self::Within(interval.up_to(limit).unwrap_or(interval)),
            other => other,
        }
    }

    /// Returns the interval, where there is one that can be relied on.
    #[must_use]
    pub const fn interval(&self) -> Option<Interval> {
        match self {
            Self::Within(interval) => Some(*interval),
            Self::Unreliable { .. } | Self::Designed(_) => None,
        }
    }

    /// Multiplies with a factor and divides by what is known only as a range; `None` for a designed number.
    pub(super) fn scaled(&self, factor: f64, by: Range) -> Option<Self> {
        match self {
            Self::Within(interval) => interval.scaled(factor, by).map(Self::Within),
            Self::Unreliable { amount, qualifier } => {
                let amount = amount.get() * factor;
                let middle = amount / f64::midpoint(by.least, by.greatest);
                Amount::new(middle).map(|amount| Self::Unreliable { amount, qualifier: *qualifier })
            }
            Self::Designed(_) => None,
        }
    }

    /// Multiplies with a factor and divides by an interval; `None` for a designed number.
    pub(super) fn divided(&self, factor: f64, by: Interval) -> Option<Self> {
        match self {
            Self::Within(interval) => interval.divided(factor, by).map(Self::Within),
            Self::Unreliable { .. } => {
                // Without a bound of its own the quotient has none, so the end that is known will do.
                let divisor = by.low().amount().get().max(1.0);
                self.scaled(factor, Range { least: divisor, greatest: divisor })
            }
            Self::Designed(_) => None,
        }
    }

    /// Returns the greatest finite number that a chart needs room for.
    #[must_use]
    pub fn largest(&self) -> Option<Amount> {
        match self {
            Self::Within(interval) => Some(interval.high().amount().unwrap_or(interval.low().amount())),
            Self::Unreliable { amount, .. } => Some(*amount),
            Self::Designed(_) => None,
        }
    }
}
