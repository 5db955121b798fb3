//! Checks that no part is greater than its whole, or lies outside of its period.

use super::context::CheckContext;
use super::figures::HeldFigure;
use super::words;
use crate::domain::indicator::Nature;
use crate::domain::period::{Period, Shape};

/// Checks every part with its whole.
pub(super) fn check(context: &CheckContext) {
    for (part, whole) in context.parts() {
        check_value(context, &part, &whole);
        if is_outside(part.period, whole.period) && is_certain(&part, &whole) {
            let place = context.sink.whereabouts(whole.draft.span);
            context.sink.report(part.draft.period_span, words::part_outside_whole(&place));
        }
    }
}

/// Looks for parts of another time that may be right: of what was filed in one year, some is settled in the next.
pub(super) fn look(context: &CheckContext) {
    for (part, whole) in context.parts() {
        if is_outside(part.period, whole.period) && !is_certain(&part, &whole) {
            let place = context.sink.whereabouts(whole.draft.span);
            context.sink.warn(part.draft.period_span, words::part_outside_whole(&place));
        }
    }
}

/// Only numbers of the same things are compared: a share may well be greater than that of the whole.
fn check_value(context: &CheckContext, part: &HeldFigure, whole: &HeldFigure) {
    let is_count = matches!(part.subject.nature, Nature::Flow | Nature::Stock);
    if let (Some(value), Some(limit)) = (part.interval, whole.interval)
        && is_count
        && part.counts_like(whole)
        && value.is_surely_above(limit)
    {
        let place = context.sink.whereabouts(whole.draft.span);
        context.sink.report(part.draft.value_span, words::part_above_whole(&part.value(), &whole.value(), &place));
    }
}

/// Whether a part outside of its whole's period must be wrong: both count the same thing over a period.
fn is_certain(part: &HeldFigure, whole: &HeldFigure) -> bool {
    let is_flow = |figure: &HeldFigure| figure.subject.nature == Nature::Flow;
    part.subject.indicator == whole.subject.indicator && is_flow(part) && is_flow(whole)
}

/// Whether a period certainly reaches beyond another, whatever days its ends are. A date known to the year is any of its
/// days here, so that nobody is accused for being vague.
fn is_outside(part: &Period, whole: &Period) -> bool {
    let begins_before = match (&part.shape, &whole.shape) {
        (
            Shape::Span { start: part, .. } | Shape::AsOf(part),
            Shape::Span { start: whole, .. } | Shape::AsOf(whole),
        ) => part.days().zip(whole.days()).is_some_and(|(part, whole)| part.1 < whole.0),
    };
    // What has come about over a time may be part of what there is at its end.
    let is_from_before = matches!((&part.shape, &whole.shape), (Shape::Span { .. }, Shape::AsOf(_)));
    let ends_after = part.end().days().zip(whole.end().days()).is_some_and(|(part, whole)| part.0 > whole.1);
    (begins_before && !is_from_before) || ends_after
}
