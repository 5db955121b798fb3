//! Reading of when a figure is: what was typed, what the sentence says, or what the article reports on.

use super::draft::{FigureDraft, FigureField};
use super::field_faults::FieldFaults;
use super::read_names::NamedThings;
use super::read_source::NewOrHeld;
use super::typed_time::typed_time;
use crate::domain::date::PartialDate;
use crate::domain::indicator::Nature;
use crate::domain::period::{Basis, End, Period, Shape};
use crate::domain::short_form;
use crate::printed::{FigureCandidate, HintBasis, HintShape, PeriodHint};
use crate::text::Text;

/// Returns the figure's own period, and what the sentence says of it in the form in which it is typed. There is no own period
/// where the article has one.
pub(super) fn period(
    draft: &FigureDraft,
    things: &NamedThings,
    candidate: Option<&FigureCandidate>,
    origin: Option<&NewOrHeld>,
    faults: &mut FieldFaults,
) -> (Option<Period>, Option<String>) {
    let nature = things.nature.unwrap_or(Nature::Flow);
    let hint = candidate.and_then(|candidate| candidate.period.as_ref());
    let hint = hint.filter(|hint| nature != Nature::Flow || hint.shape == HintShape::Span);
    let as_read = hint.map(|hint| hint.period.clone());
    let typed = typed_time(&draft.period);
    if !typed.is_empty() {
        let read = typed_period(&typed, nature);
        if read.is_none() {
            faults.wrong(FigureField::Period, malformed(nature));
        }
        return (read, as_read);
    }
    if let Some(hint) = hint {
        return (hinted(hint, nature), as_read);
    }
    // Which time it is may depend on which number is meant.
    let is_open = candidate.is_none() && draft.reading.trim().is_empty();
    if !is_open && !origin.is_some_and(|origin| origin.has_period) {
        let (zh, en) = match nature {
            Nature::Stock => {
                ("截至哪一天？写作 2024-12-31、2024-12 或 2024", "as of when? Write 2024-12-31, 2024-12 or 2024")
            }
            _ => (
                "哪一段时间？写作 2024、2024-H1、2024-05 或 2022/2024",
                "over which period? Write 2024, 2024-H1, 2024-05 or 2022/2024",
            ),
        };
        faults.missing(FigureField::Period, zh, en);
    }
    (None, as_read)
}

fn malformed(nature: Nature) -> Text {
    match nature {
        Nature::Stock => Text::new("写作 2024-12-31、2024-12 或 2024", "write 2024-12-31, 2024-12 or 2024"),
        _ => Text::new(
            "写作 2024、2024-H1、2024-Q3、2024-05、2022/2024；起点不知道写作 ?/2024",
            "write 2024, 2024-H1, 2024-Q3, 2024-05, 2022/2024; where the start is not known, ?/2024",
        ),
    }
}

/// Reads a period as it is typed: its short form, with `?` for an end that is not known.
fn typed_period(typed: &str, nature: Nature) -> Option<Period> {
    let unknown = || End::Unknown { why: Text::new("文中未载", "the article does not say") };
    if let Some(end) = typed.strip_prefix("?/") {
        let (_, last) = short_form::ends(end)?;
        return Some(span(unknown(), End::stated(last)));
    }
    if typed == "?" && nature == Nature::Stock {
        return Some(Period { shape: Shape::AsOf(unknown()), note: None });
    }
    stated(typed, nature)
}

fn stated(text: &str, nature: Nature) -> Option<Period> {
    let (first, last) = short_form::ends(text)?;
    of_dates(first, last, nature, &Basis::Stated)
}

fn of_dates(first: PartialDate, last: PartialDate, nature: Nature, basis: &Basis) -> Option<Period> {
    if last.latest() < first.earliest() {
        return None;
    }
    let end = |date| End::Known { date, basis: basis.clone() };
    let shape = match nature {
        // What is held at the end of a span is held as of its last day.
        Nature::Stock => Shape::AsOf(end(last)),
        _ => Shape::Span { start: end(first), end: end(last) },
    };
    Some(Period { shape, note: None })
}

fn span(start: End, end: End) -> Period {
    Period { shape: Shape::Span { start, end }, note: None }
}

/// Returns the period that the sentence names. A year that follows from the article's date is inferred, and says so.
fn hinted(hint: &PeriodHint, nature: Nature) -> Option<Period> {
    let (first, last) = short_form::ends(&hint.period)?;
    let basis = match hint.basis {
        HintBasis::Stated => Basis::Stated,
        HintBasis::Relative => {
            let printed = &hint.printed;
            let why = Text::new(
                format!("原文写“{printed}”，年份据文章发表时间推定"),
                format!("the article says “{printed}”; the year follows from when it appeared"),
            );
            Basis::Inferred { why, bounds: None }
        }
    };
    of_dates(first, last, nature, &basis)
}
