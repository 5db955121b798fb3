//! Values that several tables take from a figure alike.

use crate::domain::date::PartialDate;
use crate::domain::interval::{Amount, High, Low};
use crate::domain::observation::{Observation, PrintedValue};
use crate::domain::period::{BasisKind, End};
use crate::domain::{Extent, Interval};
use crate::export::table::DataValue;
use crate::text::Phrase;

/// Returns the value as printed: its number, or a designed number as text.
pub(super) fn printed(value: &PrintedValue) -> DataValue {
    match value {
        PrintedValue::Designed(text) => text.as_str().into(),
        PrintedValue::Number { .. } | PrintedValue::Between { .. } => number(value).into(),
    }
}

/// Returns the number that is printed; `None` for a designed number.
pub(in crate::export) fn number(value: &PrintedValue) -> Option<Amount> {
    match value {
        PrintedValue::Number { amount, .. } | PrintedValue::Between { low: amount, .. } => Some(*amount),
        PrintedValue::Designed(_) => None,
    }
}

/// Returns what a figure may be, where that has a bound to rely on.
pub(super) fn interval(figure: &Observation) -> Option<Interval> {
    Extent::interval(&figure.extent())
}

pub(super) fn low(interval: Option<Interval>) -> DataValue {
    interval.map(|interval| interval.low().amount()).into()
}

pub(super) fn high(interval: Option<Interval>) -> DataValue {
    interval.and_then(|interval| interval.high().amount()).into()
}

pub(super) fn low_open(interval: Option<Interval>) -> DataValue {
    interval.map(|interval| matches!(interval.low(), Low::Open(_))).into()
}

pub(super) fn high_open(interval: Option<Interval>) -> DataValue {
    interval.map(|interval| !matches!(interval.high(), High::Closed(_))).into()
}

/// Returns the date of an end, where there is one.
pub(super) fn date(end: &End) -> DataValue {
    end.date().as_ref().map(PartialDate::to_string).into()
}

/// Returns how an end is known, in words.
pub(super) const fn basis_name(basis: BasisKind) -> Phrase {
    match basis {
        BasisKind::Stated => Phrase { zh: "载明", en: "stated" },
        BasisKind::Inferred => Phrase { zh: "推断", en: "inferred" },
        BasisKind::Unknown => Phrase { zh: "不详", en: "not known" },
    }
}
