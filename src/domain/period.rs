//! The time that a figure speaks of, with how each end is known.

use super::date::{PartialDate, months_between};
use crate::text::{Text, words};
use jiff::civil::Date;

/// How an end of a period is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The source says so.
    Stated,
    /// Worked out by the curator, for the reason given.
    Inferred {
        /// Why this date.
        why: Text,
        /// The earliest and the latest day that it can be, where that is wider than the date's own precision.
        bounds: Option<(Date, Date)>,
    },
}

/// The way in which a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasisKind {
    /// The source says so.
    Stated,
    /// Worked out by the curator.
    Inferred,
    /// The source does not let it be known.
    Unknown,
}

words! {
    BasisKind {
        Stated => "stated",
        Inferred => "inferred",
        Unknown => "unknown",
    }
}

/// One end of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// A date and how it is known.
    Known {
        /// The date, at the precision known.
        date: PartialDate,
        /// How it is known.
        basis: Basis,
    },
    /// The source does not let it be known; why.
    Unknown {
        /// Why it is not known.
        why: Text,
    },
}

impl End {
    /// A date that the source states.
    #[must_use]
    pub const fn stated(date: PartialDate) -> Self {
        Self::Known { date, basis: Basis::Stated }
    }

    /// The earliest and the latest day that this end can be; `None` where it is unknown.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Known { basis: Basis::Inferred { bounds: Some(bounds), .. }, .. } => Some(*bounds),
            Self::Known { date, .. } => Some((date.earliest(), date.latest())),
            Self::Unknown { .. } => None,
        }
    }

    /// The date, at the precision known; `None` where it is unknown.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Known { date, .. } => Some(*date),
            Self::Unknown { .. } => None,
        }
    }

    /// Returns the way in which this end is known.
    #[must_use]
    pub const fn basis_kind(&self) -> BasisKind {
        match self {
            Self::Known { basis: Basis::Stated, .. } => BasisKind::Stated,
            Self::Known { basis: Basis::Inferred { .. }, .. } => BasisKind::Inferred,
            Self::Unknown { .. } => BasisKind::Unknown,
        }
    }

    /// Whether this end was worked out and not read.
    #[must_use]
    pub const fn is_inferred(&self) -> bool {
        matches!(self, Self::Known { basis: Basis::Inferred { .. }, .. })
    }

    /// Why this end is inferred or unknown; `None` where it is stated.
    #[must_use]
    pub const fn why(&self) -> Option<&Text> {
        match self {
            Self::Known { basis: Basis::Inferred { why, .. }, .. } | Self::Unknown { why } => Some(why),
            Self::Known { basis: Basis::Stated, .. } => None,
        }
    }
}

/// The shape of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// From one end to another, both counted.
    Span {
        /// The first day.
        start: End,
        /// The last day.
        end: End,
    },
    /// One date: the shape of a stock.
    AsOf(End),
}

/// The time that a figure speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// From when to when, or as of when.
    pub shape: Shape,
    /// What the wording of the source needs told.
    pub note: Option<Text>,
}

/// The least and the greatest of something, both counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The least.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
}

impl Period {
    /// The first end of a span; `None` for a date.
    #[must_use]
    pub const fn start(&self) -> Option<&End> {
        match &self.shape {
            Shape::Span { start, .. } => Some(start),
            Shape::AsOf(_) => None,
        }
    }

    /// The last end of a span, or the date of a stock.
    #[must_use]
    pub const fn end(&self) -> &End {
        match &self.shape {
            Shape::Span { end, .. } | Shape::AsOf(end) => end,
        }
    }

    /// Both ends, or the one date.
    pub fn ends(&self) -> impl Iterator<Item = &End> {
        self.start().into_iter().chain(std::iter::once(self.end()))
    }

    /// Whether an end is inferred.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        self.ends().any(End::is_inferred)
    }

    /// Whether an end is unknown.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.ends().any(|end| end.days().is_none())
    }

    /// The length in months over all days that the two ends may be: from the latest start to the earliest end, and from
    /// the earliest start to the latest end. `None` for a date, or where an end is unknown. The least is never below
    /// one day, since a period holds at least the day on which something happened.
    #[must_use]
    pub fn months(&self) -> Option<Range> {
        let Shape::Span { start, end } = &self.shape else { return None };
        let ((first_start, last_start), (first_end, last_end)) = (start.days()?, end.days()?);
        let day = 1.0 / 31.0;
        let least = months_between(last_start, first_end).max(day);
        let greatest = months_between(first_start, last_end).max(least);
        Some(Range { least, greatest })
    }

    /// The days that the period can reach over at most: from the earliest start to the latest end. Where one end is
    /// unknown, the other stands for it; `None` where both are.
    #[must_use]
    pub fn reach(&self) -> Option<(Date, Date)> {
        let end = self.end().days();
        match self.start().map(End::days) {
            None => end,
            Some(start) => {
                let (start, end) = (start.or(end)?, end.or(start)?);
                Some((start.0.min(end.0), end.1.max(start.1)))
            }
        }
    }

    /// The day halfway between the earliest and the latest day that the period can reach.
    #[must_use]
    pub fn middle(&self) -> Option<Date> {
        let (first, last) = self.reach()?;
        let half = super::date::days_between(first, last) / 2;
        first.checked_add(jiff::Span::new().try_days(half).ok()?).ok()
    }

    /// The year that the period counts under: the one in which its middle lies, so that a cycle from January 2025 to
    /// January 2026 counts under 2025.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        self.middle().map(Date::year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    fn span(start: &str, end: &str) -> Period {
        let shape = Shape::Span { start: End::stated(date(start)), end: End::stated(date(end)) };
        Period { shape, note: None }
    }

    #[test]
    fn a_month_is_any_of_its_days() {
        let months = span("2024-01", "2024-12").months().unwrap();
        assert!((months.greatest - 12.0).abs() < 1e-9);
        assert!((months.least - (10.0 + 1.0 / 31.0 + 1.0 / 31.0)).abs() < 1e-9, "{}", months.least);
        let exact = span("2024-01-01", "2024-12-31").months().unwrap();
        assert!((exact.least - 12.0).abs() < 1e-9 && (exact.greatest - 12.0).abs() < 1e-9);
    }

    #[test]
    fn a_cycle_counts_under_the_year_of_its_middle() {
        assert_eq!(span("2025-01", "2026-01-19").year(), Some(2025));
        assert_eq!(span("2019-02", "2020-08-13").year(), Some(2019));
    }

    #[test]
    fn an_unknown_start_has_no_length() {
        let unknown = End::Unknown { why: Text::new("未载", "not printed") };
        let shape = Shape::Span { start: unknown, end: End::stated(date("2023")) };
        let period = Period { shape, note: None };
        assert_eq!(period.months(), None);
        assert_eq!(period.year(), Some(2023));
        assert!(period.is_unknown());
    }
}
