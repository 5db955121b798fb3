//! Reading periods and dates with the way each is known.

use super::{fault, value_fault};
use crate::checked::fault::missing_key;
use crate::checked::{Reader, TomlValue};
use crate::domain::article::Published;
use crate::domain::date::PartialDate;
use crate::domain::period::{Basis, BasisKind, End, Period, Shape};
use crate::domain::short_form;
use jiff::civil::Date;

/// The keys that describe one date.
struct DateKeys {
    date: &'static str,
    basis: &'static str,
    why: &'static str,
    /// The keys of the earliest and the latest day, where the date may have them.
    bounds: Option<(&'static str, &'static str)>,
}

impl DateKeys {
    /// Returns the value of the first of these keys that the table has.
    fn given<'a>(&self, reader: &Reader<'a>) -> Option<TomlValue<'a>> {
        let bounds = self.bounds.map(|(earliest, latest)| [earliest, latest]).into_iter().flatten();
        let keys = [self.date, self.basis, self.why].into_iter().chain(bounds);
        // All are asked for before one is taken, so that none counts as an unknown key.
        keys.map(|key| reader.find(key)).collect::<Vec<_>>().into_iter().flatten().next()
    }
}

const START: DateKeys = DateKeys {
    date: "start",
    basis: "start_basis",
    why: "start_why",
    bounds: Some(("start_earliest", "start_latest")),
};
const END: DateKeys =
    DateKeys { date: "end", basis: "end_basis", why: "end_why", bounds: Some(("end_earliest", "end_latest")) };
const AS_OF: DateKeys = DateKeys {
    date: "as_of",
    basis: "as_of_basis",
    why: "as_of_why",
    bounds: Some(("as_of_earliest", "as_of_latest")),
};
const PUBLISHED: DateKeys = DateKeys { date: "date", basis: "certainty", why: "why", bounds: None };

/// Reads a date in quotation marks, as precise as it is known.
pub(super) fn partial_date(value: TomlValue) -> Option<PartialDate> {
    if value.is_bare_date() {
        return value.report(fault::bare_date());
    }
    let text = value.string()?;
    PartialDate::parse(text).or_else(|| value.report(fault::malformed_date(text)))
}

/// Reads a period: a span, or the date of a stock. A string is the short form of a period that the source states.
pub(super) fn period(value: TomlValue, is_stock: bool) -> Option<Period> {
    if value.is_string() {
        return short_period(value, is_stock);
    }
    if value.is_bare_date() {
        return value.report(fault::bare_date());
    }
    value.fields(|reader| {
        let note = reader.find("note").and_then(TomlValue::text);
        let is_span = START.given(reader).or(END.given(reader)).is_some();
        let shape = match (AS_OF.given(reader), is_span) {
            (Some(date), true) => return date.report(fault::span_and_date()),
            (Some(_), false) => Shape::AsOf(end(reader, &AS_OF)?),
            (None, _) => span(reader)?,
        };
        Some(Period { shape, note })
    })?
}

fn short_period(value: TomlValue, is_stock: bool) -> Option<Period> {
    let text = value.string()?;
    let Some((first, last)) = short_form::ends(text) else {
        return value.report(value_fault::malformed_period(text));
    };
    if last.latest() < first.earliest() {
        return value.report(fault::end_before_start());
    }
    let shape = match (is_stock, first == last) {
        (true, true) => Shape::AsOf(End::stated(first)),
        _ => Shape::Span { start: End::stated(first), end: End::stated(last) },
    };
    Some(Period { shape, note: None })
}

fn span(reader: &Reader) -> Option<Shape> {
    let (start, end) = (end(reader, &START), end(reader, &END));
    let (start, end) = (start?, end?);
    let ends = Period { shape: Shape::Span { start: start.clone(), end: end.clone() }, note: None };
    if let (Some((first, _)), Some((_, last))) = (ends.first_days(), ends.last_days())
        && let (Some(start), Some(end)) = (start.date(), end.date())
        && (last < first || end.latest() < start.earliest())
    {
        return reader.find(END.date)?.report(fault::end_before_start());
    }
    Some(Shape::Span { start, end })
}

/// Reads when an article appeared.
pub(super) fn published(value: TomlValue) -> Option<Published> {
    let end = value.fields(|reader| end(reader, &PUBLISHED))??;
    Some(match end {
        End::Known { date, basis: Basis::Stated } => Published::Stated(date),
        End::Known { date, basis: Basis::Inferred { why, .. } } => Published::Inferred { date, why },
        End::Unknown { why } => Published::Unknown { why },
    })
}

fn end(reader: &Reader, keys: &DateKeys) -> Option<End> {
    let basis_given = reader.find(keys.basis);
    let (date_given, why_given) = (reader.find(keys.date), reader.find(keys.why));
    let (date, why) = (date_given.and_then(partial_date), why_given.and_then(TomlValue::text));
    let basis = basis_given.map_or(Some(BasisKind::Stated), TomlValue::word);
    let bounds = bounds(reader, keys, date, basis);
    match basis? {
        BasisKind::Stated => {
            if let Some(why) = why_given {
                why.report::<()>(fault::why_of_stated(keys.why, keys.basis));
            }
            if date_given.is_none() {
                return reader.report(fault::stated_needs_date(keys.date));
            }
            Some(End::stated(date?))
        }
        known => {
            if why_given.is_none() {
                basis_given?.report::<()>(fault::needs_why(keys.why));
            }
            match (known, date_given) {
                (BasisKind::Unknown, Some(date)) => date.report(fault::date_of_unknown(keys.date)),
                (BasisKind::Unknown, None) => Some(End::Unknown { why: why? }),
                (_, None) => basis_given?.report(missing_key(keys.date)),
                (_, Some(_)) => Some(End::Known { date: date?, basis: Basis::Inferred { why: why?, bounds } }),
            }
        }
    }
}

/// Reads the earliest and the latest day of an inferred date. Where only one is given, the date itself is the other.
fn bounds(
    reader: &Reader,
    keys: &DateKeys,
    date: Option<PartialDate>,
    basis: Option<BasisKind>,
) -> Option<(Date, Date)> {
    let given = keys.bounds.map(|(earliest, latest)| [reader.find(earliest), reader.find(latest)])?;
    let first_given = given.into_iter().flatten().next()?;
    if basis? != BasisKind::Inferred {
        return first_given.report(fault::only_inferred(first_given.key, keys.basis));
    }
    let [earliest, latest] = given.map(|bound| bound.and_then(partial_date));
    let date = date?;
    let bounds = (earliest.unwrap_or(date).earliest(), latest.unwrap_or(date).latest());
    if bounds.1 < bounds.0 {
        return first_given.report(fault::bounds_crossed());
    }
    if date.latest() < bounds.0 || bounds.1 < date.earliest() {
        return reader.find(keys.date)?.report(fault::outside_bounds());
    }
    Some(bounds)
}
