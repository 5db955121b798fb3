//! Looks for figures ten times as great as those of the time next to theirs: often 万 or 亿 was read wrong.

use super::context::CheckContext;
use super::figures::{HeldFigure, Subject};
use super::words;
use crate::domain::indicator::Nature;
use crate::domain::interval::Interval;
use crate::domain::observation::Status;
use crate::sorting::PutInOrder;
use jiff::civil::Date;
use std::collections::HashMap;

const FAR: f64 = 10.0;

/// Looks at the figures of each thing in the order of their times.
pub(super) fn look(context: &CheckContext) {
    let mut series: HashMap<Subject, Vec<(Date, usize, HeldFigure)>> = HashMap::new();
    for (position, figure) in context.figures.iter().enumerate() {
        let Some(figure) = figure.filter(|figure| is_in_series(figure)) else { continue };
        if let Some(middle) = figure.period.middle() {
            series.entry(figure.subject).or_default().push((middle, position, figure));
        }
    }
    for mut figures in series.into_values() {
        figures.put_in_order_by_key(|(middle, position, _)| (*middle, *position));
        for pair in figures.windows(2) {
            if let [(_, first, one), (_, second, other)] = pair
                && are_far(one, other)
            {
                // It is told at the entry that was read later: most likely that one is new.
                let (told, beside) = if first < second { (other, one) } else { (one, other) };
                let place = context.sink.whereabouts(beside.draft.span);
                let fault = words::far_from_neighbour(&told.value(), &beside.value(), &place);
                context.sink.warn(told.draft.value_span, fault);
            }
        }
    }
}

/// Parts count something narrower, and multiples and serial numbers grow as they like.
fn is_in_series(figure: &HeldFigure) -> bool {
    let is_steady = matches!(figure.subject.nature, Nature::Flow | Nature::Stock | Nature::Rate | Nature::Duration);
    is_steady && figure.subject.status == Status::Achieved && figure.draft.part_of.is_none()
}

/// Whether one is surely ten times the other: by the month, where both lengths are known.
fn are_far(one: &HeldFigure, other: &HeldFigure) -> bool {
    let by_month = |figure: &HeldFigure| figure.interval?.per(figure.period.months()?);
    let is_flow = one.subject.nature == Nature::Flow && one.subject.each.is_none();
    let monthly = by_month(one).zip(by_month(other)).filter(|_| is_flow);
    let Some((one, other)) = monthly.or(one.interval.zip(other.interval)) else { return false };
    is_far_above(one, other) || is_far_above(other, one)
}

fn is_far_above(high: Interval, low: Interval) -> bool {
    let limit = low.high().amount().map(|most| most.get() * FAR);
    limit.is_some_and(|limit| limit > 0.0 && high.low().amount().get() >= limit)
}
