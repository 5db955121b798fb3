//! Looks for parts that make more than their whole, and for shares that are not those of the numbers held.

use super::context::CheckContext;
use super::figures::HeldFigure;
use super::words;
use crate::domain::indicator::Nature;
use crate::domain::interval::Interval;
use crate::text::number::written;
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

/// By how much a share in per cent may differ from that of the numbers: sources round.
const ROUNDING: f64 = 1.0;

/// Looks at the parts of every whole together. That they make more than it is no fault, since parts may overlap.
pub(super) fn look(context: &CheckContext) {
    let mut parts_of: BTreeMap<usize, (HeldFigure, Vec<HeldFigure>)> = BTreeMap::new();
    for (part, whole) in context.parts() {
        let Some(key) = part.draft.part_of.as_ref().map(|whole| whole.key.position()) else { continue };
        parts_of.entry(key).or_insert_with(|| (whole, Vec::new())).1.push(part);
    }
    for (whole, parts) in parts_of.values() {
        look_at_sum(context, whole, parts);
        look_at_shares(context, whole, parts);
    }
}

/// Adds the parts that count the same thing as the whole: the least that they can be, against the most that it can be.
fn look_at_sum(context: &CheckContext, whole: &HeldFigure, parts: &[HeldFigure]) {
    let is_like = |part: &&HeldFigure| part.subject.indicator == whole.subject.indicator && part.counts_like(whole);
    let alike: Vec<_> = parts.iter().filter(is_like).filter_map(|part| part.interval).collect();
    let sum: f64 = alike.iter().map(|part| part.low().amount().get()).sum();
    let most = whole.interval.and_then(|whole| whole.high().amount());
    let is_summed = matches!(whole.subject.nature, Nature::Flow | Nature::Stock | Nature::Rate);
    if is_summed && alike.len() > 1 && most.is_some_and(|most| sum > most.get() + slack(whole)) {
        let sum = Text::new(written(sum, Lang::Zh), written(sum, Lang::En));
        context.sink.warn(whole.draft.value_span, words::parts_above_whole(&sum, alike.len(), &whole.value()));
    }
}

/// Shares are rounded each for itself.
fn slack(whole: &HeldFigure) -> f64 {
    if whole.subject.nature == Nature::Rate { ROUNDING } else { 0.0 }
}

/// Sets every share of the whole beside the part of the same name.
fn look_at_shares(context: &CheckContext, whole: &HeldFigure, parts: &[HeldFigure]) {
    let Some(all) = whole.interval.and_then(Interval::point).filter(|all| all.get() > 0.0) else { return };
    for share in parts.iter().filter(|part| part.subject.nature == Nature::Rate && part.subject.variant.is_some()) {
        let counts = |part: &&HeldFigure| part.subject.variant == share.subject.variant && part.counts_like(whole);
        let part = parts.iter().find(counts).and_then(|part| Some((part, part.interval?.point()?)));
        let (Some((part, count)), Some(said)) = (part, share.interval.and_then(Interval::point)) else {
            continue;
        };
        if (count.get() * 100.0 / all.get() - said.get()).abs() > ROUNDING {
            let place = context.sink.whereabouts(part.draft.span);
            let fault = words::share_differs(&share.value(), &part.value(), &whole.value(), &place);
            context.sink.warn(share.draft.value_span, fault);
        }
    }
}
