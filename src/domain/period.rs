//! The time that a figure speaks of, with how each end is known.

use super::date::{PartialDate, days_between, months_between};
use crate::text::{Text, words};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How an end of a period is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The source states it.
    Stated,
    /// The curator worked it out, for the reason given.
    Inferred {
        /// Why it must be this date.
        why: Text,
        /// The earliest and the latest day that it can be, where that is wider than the date's own precision.
        bounds: Option<(Date, Date)>,
    },
}

/// The way in which a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasisKind {
    /// The source states the date.
    Stated,
    /// The curator worked it out.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// There is a date.
    Known {
        /// The date, at the precision known.
        date: PartialDate,
        /// How the date is known.
        basis: Basis,
    },
    /// The source does not let it be known.
    Unknown {
        /// Why it is not known.
        why: Text,
    },
}

impl End {
    /// Returns an end that the source states.
    #[must_use]
    pub const fn stated(date: PartialDate) -> Self {
        Self::Known { date, basis: Basis::Stated }
    }

    /// Returns the earliest and the latest day that this date can be, at the precision known; `None` where it is unknown.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Known { basis: Basis::Inferred { bounds: Some(bounds), .. }, .. } => Some(*bounds),
            Self::Known { date, .. } => Some((date.earliest(), date.latest())),
            Self::Unknown { .. } => None,
        }
    }

    const fn is_stated(&self) -> bool {
        matches!(self, Self::Known { basis: Basis::Stated, .. })
    }

    /// Returns the date, at the precision known; `None` where it is unknown.
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

    /// Returns why this end is inferred or unknown; `None` where it is stated.
    #[must_use]
    pub const fn why(&self) -> Option<&Text> {
        match self {
            Self::Known { basis: Basis::Inferred { why, .. }, .. } | Self::Unknown { why } => Some(why),
            Self::Known { basis: Basis::Stated, .. } => None,
        }
    }
}

/// The shape of a period: a span, or one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// From one end to another, both counted.
    Span {
        /// The end at its first day.
        start: End,
        /// The end at its last day.
        end: End,
    },
    /// One date: the shape of a stock.
    AsOf(End),
}

/// The time that a figure speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The span, or the one date.
    pub shape: Shape,
    /// What the reader must know of how the source words it.
    pub note: Option<Text>,
}

/// A number that is known only to lie between two others, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    pub least: f64,
    pub greatest: f64,
}

impl Period {
    /// Returns the first end of a span; `None` for a date.
    #[must_use]
    pub const fn start(&self) -> Option<&End> {
        match &self.shape {
            Shape::Span { start, .. } => Some(start),
            Shape::AsOf(_) => None,
        }
    }

    /// Returns the last end of a span, or the date of a stock.
    #[must_use]
    pub const fn end(&self) -> &End {
        match &self.shape {
            Shape::Span { end, .. } | Shape::AsOf(end) => end,
        }
    }

    /// Returns both ends, or the one date.
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
        self.ends().any(|end| end.date().is_none())
    }

    /// Returns the earliest and the latest day on which the period can begin; `None` where that is unknown. For one date,
    /// that is any day that it can be.
    ///
    /// A stated end means the whole of what it names: from 2024 is from the first day of 2024. Only an inferred end is
    /// a range of days.
    #[must_use]
    pub fn first_days(&self) -> Option<(Date, Date)> {
        match &self.shape {
            Shape::Span { start, .. } if start.is_stated() => start.days().map(|(first, _)| (first, first)),
            Shape::Span { start: date, .. } | Shape::AsOf(date) => date.days(),
        }
    }

    /// Returns the earliest and the latest day on which the period can end; `None` where that is unknown.
    #[must_use]
    pub fn last_days(&self) -> Option<(Date, Date)> {
        match &self.shape {
            Shape::Span { end, .. } if end.is_stated() => end.days().map(|(_, last)| (last, last)),
            Shape::Span { end: date, .. } | Shape::AsOf(date) => date.days(),
        }
    }

    /// Whether both ends are known to the day.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        let is_one_day = |days: Option<(Date, Date)>| days.is_some_and(|(first, last)| first == last);
        is_one_day(self.first_days()) && is_one_day(self.last_days())
    }

    /// Returns the length in months, as a range from the shortest (latest start to earliest end) to the longest
    /// (earliest start to latest end).
    ///
    /// The least is never below one day, because a period holds at least the day on which something happened.
    #[must_use]
    pub fn months(&self) -> Option<Range> {
        let Shape::Span { .. } = &self.shape else { return None };
        let ((first_start, last_start), (first_end, last_end)) = (self.first_days()?, self.last_days()?);
        let day = 1.0 / 31.0;
        let least = months_between(last_start, first_end).max(day);
        let greatest = months_between(first_start, last_end).max(least);
        Some(Range { least, greatest })
    }

    /// Returns the first and the last day that the period can reach. Where one end is unknown, the other stands for it;
    /// `None` where both are.
    #[must_use]
    pub fn reach(&self) -> Option<(Date, Date)> {
        let (start, end) = (self.first_days(), self.last_days());
        let (start, end) = (start.or(end)?, end.or(start)?);
        Some((start.0.min(end.0), end.1.max(start.1)))
    }

    /// Returns the day halfway between the first and the last day that the period can reach.
    #[must_use]
    pub fn middle(&self) -> Option<Date> {
        self.reach().and_then(halfway)
    }

    /// Returns the year that the period counts under, which is that of its middle. A cycle from January 2025 to January
    /// 2026 counts under 2025.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        self.middle().map(Date::year)
    }
}

/// Returns the day halfway between two days, the earlier of two.
pub(super) fn halfway((first, last): (Date, Date)) -> Option<Date> {
    let half = days_between(first, last) / 2;
    first.checked_add(jiff::Span::new().try_days(half).ok()?).ok()
}

/// Returns the first and the last day of two stretches of days together.
pub(super) fn joined((first, last): (Date, Date), (start, end): (Date, Date)) -> (Date, Date) {
    (first.min(start), last.max(end))
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

    fn inferred(text: &str) -> End {
        End::Known { date: date(text), basis: Basis::Inferred { why: Text::new("推断", "inferred"), bounds: None } }
    }

    #[test]
    fn a_stated_year_or_month_is_the_whole_of_it() {
        for (start, end, length) in [
            ("2024", "2024", 12.0),
            ("2024-03", "2024-05", 3.0),
            ("2024-01-01", "2024-12", 12.0),
            ("2022", "2024", 36.0),
        ] {
            let months = span(start, end).months().unwrap();
            assert!((months.least - length).abs() < 1e-9 && (months.greatest - length).abs() < 1e-9, "{start} {end}");
        }
    }

    #[test]
    fn an_inferred_month_is_any_of_its_days() {
        let period = Period { shape: Shape::Span { start: inferred("2024-01"), end: inferred("2024-12") }, note: None };
        let months = period.months().unwrap();
        assert!((months.greatest - 12.0).abs() < 1e-9);
        assert!((months.least - (10.0 + 1.0 / 31.0 + 1.0 / 31.0)).abs() < 1e-9, "{}", months.least);
        assert!(!period.is_exact() && span("2024", "2024").is_exact());
    }

    #[test]
    fn a_date_known_to_the_month_is_any_of_its_days() {
        let period = Period { shape: Shape::AsOf(End::stated(date("2026-01"))), note: None };
        let days = (jiff::civil::date(2026, 1, 1), jiff::civil::date(2026, 1, 31));
        assert_eq!((period.first_days(), period.last_days(), period.is_exact()), (Some(days), Some(days), false));
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
