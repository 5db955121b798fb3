//! Dates that are known to the day, the month or the year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A date with the precision at which it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartialDate {
    /// One day that is known.
    Day(Date),
    /// Any day of a month.
    Month {
        year: i16,
        /// The month, from 1 to 12.
        month: i8,
    },
    /// Any day of a year.
    Year(i16),
}

impl PartialDate {
    /// Reads `2024`, `2024-08` or `2024-08-21`. `None` where it is none of these or names no real date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let plain = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        match parts.as_slice() {
            [year] if plain(year, 4) => Self::year(year.parse().ok()?),
            [year, month] if plain(year, 4) && plain(month, 2) => Self::month(year.parse().ok()?, month.parse().ok()?),
            [year, month, day] if plain(year, 4) && plain(month, 2) && plain(day, 2) => {
                Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().map(Self::Day)
            }
            _ => None,
        }
    }

    fn year(year: i16) -> Option<Self> {
        Date::new(year, 1, 1).ok().map(|_| Self::Year(year))
    }

    fn month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(|_| Self::Month { year, month })
    }

    /// Returns the first day that this can be.
    #[must_use]
    pub fn earliest(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { year, month } => Date::constant(year, month, 1),
            Self::Year(year) => Date::constant(year, 1, 1),
        }
    }

    /// Returns the last day that this can be.
    #[must_use]
    pub fn latest(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { .. } => self.earliest().last_of_month(),
            Self::Year(year) => Date::constant(year, 12, 31),
        }
    }
}

impl fmt::Display for PartialDate {
    /// Writes ISO 8601 at the precision known: `2024`, `2024-08`, `2024-08-21`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(formatter, "{date}"),
            Self::Month { year, month } => write!(formatter, "{year:04}-{month:02}"),
            Self::Year(year) => write!(formatter, "{year:04}"),
        }
    }
}

/// Returns the length in months of the days from `start` to `end`, both counted; zero or negative where `end` lies before
/// `start`.
///
/// A calendar year is 12 and a calendar month 1. A part of a month counts by its days: 1 January to 15 February is 1 +
/// 15/28.
#[must_use]
pub fn months_between(start: Date, end: Date) -> f64 {
    // The whole months are subtracted as whole numbers, so that equal lengths are equal numbers wherever they lie.
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let part = |date: Date, day: i8| f64::from(day) / f64::from(date.days_in_month());
    f64::from(month(end) - month(start)) + (part(end, end.day()) - part(start, start.day() - 1))
}

/// Counts the days from `from` to `to`; negative where `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_keep_their_precision() {
        for text in ["2024", "2024-08", "2024-08-21"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["", "24", "2024-13", "2024-02-30", "2024-8", "2024-08-21-1", "+202"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
        let february = PartialDate::parse("2024-02").unwrap();
        assert_eq!((february.earliest(), february.latest()), (date(2024, 2, 1), date(2024, 2, 29)));
    }

    #[test]
    fn a_year_has_twelve_months() {
        let close = |left: f64, right: f64| assert!((left - right).abs() < 1e-9, "{left} {right}");
        close(months_between(date(2024, 1, 1), date(2024, 12, 31)), 12.0);
        close(months_between(date(2024, 2, 1), date(2024, 2, 29)), 1.0);
        close(months_between(date(2023, 1, 1), date(2023, 2, 14)), 1.5);
        close(months_between(date(2024, 4, 30), date(2024, 4, 30)), 1.0 / 30.0);
        assert_eq!(days_between(date(2024, 1, 1), date(2024, 12, 31)), 365);
        assert!(months_between(date(2024, 2, 1), date(2024, 1, 1)) < 0.0);
    }
}
