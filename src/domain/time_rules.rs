//! What lies between the times of two figures: dates apart, periods apart, lengths that differ.
//!
//! Where a date is known only as a range of days, the worst of them counts: what can be apart is treated as apart. So a
//! vaguer date never makes a firmer verdict.

use super::date::{PartialDate, days_between};
use super::indicator::Nature;
use super::observation::Observation;
use super::period::{Period, Range, Shape};
use super::reason::Reason;
use super::request::{Divisor, Measure};
use itertools::Itertools;
use jiff::civil::Date;

/// How many days apart two stocks may be and still count as of one time.
///
/// A convention of this program, not a standard: committees count their members and branches around the yearly session,
/// and the sessions of one winter lie within a month.
pub const ONE_TIME_IN_DAYS: i64 = 31;

/// How many days apart two stocks may be and still stand side by side: a year.
pub const ONE_YEAR_IN_DAYS: i64 = 366;

/// The share of the longer period by which two lengths may differ and still count as equal in words. Cycles from session
/// to session are rarely twelve months to the day.
const LENGTH_TOLERANCE: f64 = 0.1;

/// How many times the shorter period the longer may be before totals say nothing of each other: half as long again.
const FAR_APART: f64 = 1.5;

/// What is looked at again and again where many times are set against one another.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownDays {
    /// The first and the last day, where both are known to the day: nearly always.
    exact: Option<(Date, Date)>,
    /// How long it is.
    months: Option<Range>,
}

impl KnownDays {
    /// Works out the days of a period.
    pub(super) fn of(period: &Period) -> Self {
        let exact = |((first, latest_start), (earliest_end, last)): ((Date, Date), (Date, Date))| {
            (first == latest_start && earliest_end == last).then_some((first, last))
        };
        let days = period.first_days().zip(period.last_days());
        Self { exact: days.and_then(exact), months: period.months() }
    }
}

/// Returns what lies between the times of two figures of the same nature.
pub(super) fn between(
    (a, days): (&Observation, &KnownDays),
    (b, others_days): (&Observation, &KnownDays),
    by: Measure,
    reasons: &mut Vec<Reason>,
) {
    match (&a.period.shape, &b.period.shape) {
        (Shape::AsOf(_), Shape::AsOf(_)) => reasons.extend(between_dates(&a.period, &b.period)),
        _ => reasons.extend(between_spans((&a.period, days), (&b.period, others_days))),
    }
    // A mean or a frequency is a rate already, whatever the length of its period.
    if a.nature == Nature::Flow && a.each.is_none() && b.each.is_none() {
        reasons.extend(between_lengths((&a.period, days), (&b.period, others_days), by));
    }
}

fn between_dates(a: &Period, b: &Period) -> Option<Reason> {
    let (one, other) = (a.first_days()?, b.first_days()?);
    let days = days_between(one.0, other.1).max(days_between(other.0, one.1));
    let (first, second) = (a.end().date()?, b.end().date()?);
    if days <= 0 {
        None
    } else if days <= ONE_TIME_IN_DAYS {
        Some(Reason::DatesNear { first, second })
    } else if days <= ONE_YEAR_IN_DAYS {
        Some(Reason::DatesDiffer { first, second })
    } else {
        Some(Reason::DatesFarApart { first, second })
    }
}

fn between_spans((a, days): (&Period, &KnownDays), (b, others_days): (&Period, &KnownDays)) -> Option<Reason> {
    let may_be_apart = if let Some((one, other)) = days.exact.zip(others_days.exact) {
        are_apart(one, other)
    } else {
        let (ones, others) = (spans(a)?, spans(b)?);
        ones.iter().cartesian_product(&others).any(|(one, other)| are_apart(*one, *other))
    };
    if !may_be_apart {
        return None;
    }
    let (day, other) = (a.middle()?, b.middle()?);
    let date = |middle: Date| {
        if (day.year(), day.month()) == (other.year(), other.month()) {
            PartialDate::Day(middle)
        } else if day.year() == other.year() {
            PartialDate::Month { year: middle.year(), month: middle.month() }
        } else {
            PartialDate::Year(middle.year())
        }
    };
    Some(Reason::PeriodsApart { first: date(day), second: date(other) })
}

/// Returns the spans that a period can be, as far as they matter for [`are_apart`]: how far two spans are from sharing
/// half of the shorter one has no greatest value between the earliest and the latest day of an end, only at one of them.
/// Where one end is unknown, the other stands for it; `None` where both are.
fn spans(period: &Period) -> Option<Vec<(Date, Date)>> {
    let Some(((first, latest_start), (earliest_end, last))) = period.first_days().zip(period.last_days()) else {
        return period.reach().map(|reach| vec![reach]);
    };
    if let Shape::AsOf(_) = period.shape {
        return Some(vec![(first, first), (last, last)]);
    }
    // A period ends no earlier than it begins.
    let (latest_start, earliest_end) = (latest_start.min(last), earliest_end.max(first));
    let mut all = vec![(first, last)];
    if (latest_start, earliest_end) != (first, last) {
        all.extend([(first, earliest_end), (latest_start, last)]);
        if latest_start <= earliest_end {
            all.push((latest_start, earliest_end));
        } else {
            all.extend([(latest_start, latest_start), (earliest_end, earliest_end)]);
        }
    }
    Some(all)
}

/// Whether two spans share less than half of the shorter one's days. Half is the limit because two yearly cycles may share
/// the weeks of a session and are still two cycles.
fn are_apart(a: (Date, Date), b: (Date, Date)) -> bool {
    let days = |(first, last): (Date, Date)| days_between(first, last) + 1;
    let shared = days((a.0.max(b.0), a.1.min(b.1)));
    shared * 2 < days(a).min(days(b))
}

fn between_lengths(
    (a, days): (&Period, &KnownDays),
    (b, others_days): (&Period, &KnownDays),
    by: Measure,
) -> Option<Reason> {
    let (first, second) = (days.months?, others_days.months?);
    let times = times(first, second);
    match by.divisor() {
        Divisor::Months if times > FAR_APART && years(a) != years(b) => {
            Some(Reason::YearsAndLengthsDiffer { first, second })
        }
        Divisor::Months => None,
        _ if times > FAR_APART => Some(Reason::LengthsFarApart { first, second, per_month: false }),
        _ if times > 1.0 / (1.0 - LENGTH_TOLERANCE) => Some(Reason::PeriodLengthDiffers { first, second }),
        _ => None,
    }
}

/// Returns the first and the last calendar year that a period can reach.
fn years(period: &Period) -> Option<(i16, i16)> {
    period.reach().map(|(first, last)| (first.year(), last.year()))
}

/// Returns how many times as long one period can be as the other.
fn times(first: Range, second: Range) -> f64 {
    (first.greatest / second.least).max(second.greatest / first.least)
}
