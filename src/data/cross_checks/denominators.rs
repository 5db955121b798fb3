//! Checks that no denominator is given twice, or contradicts the figure of the same date.

use super::context::CheckContext;
use crate::checked::SourceSpan;
use crate::data::denominators::{ServingFigure, serving};
use crate::data::entities::DenominatorId;
use crate::data::fault;
use crate::domain::{Amount, Extent};
use std::collections::{HashMap, HashSet};

/// Checks the denominators against one another and against the figures that serve as one.
pub(super) fn check(context: &CheckContext) {
    let figures = figures(context);
    let mut seen: HashMap<DenominatorId, SourceSpan> = HashMap::new();
    for draft in &context.drafts.denominators {
        let Some(id) = draft.id() else { continue };
        if let Some(first) = seen.get(&id) {
            context.sink.report(draft.head_span, fault::denominator_twice(&context.sink.whereabouts(*first)));
        }
        seen.entry(id).or_insert(draft.head_span);
        let Some(count) = draft.count else { continue };
        if let Some(figure) = figures.get(&id).into_iter().flatten().find(|figure| !allows(figure, count)) {
            let place = context.sink.whereabouts(figure.draft.span);
            context.sink.report(draft.value_span, fault::denominator_disagrees(figure.amount.get(), &place));
        }
    }
}

/// Returns the figures that serve as denominators, without those that say the same.
fn figures<'a>(context: &CheckContext<'a>) -> HashMap<DenominatorId, Vec<ServingFigure<'a>>> {
    let mut said = HashSet::new();
    let mut figures: HashMap<_, Vec<_>> = HashMap::new();
    for figure in serving(context.drafts) {
        if said.insert((figure.id, figure.amount.get().to_bits(), figure.qualifier)) {
            figures.entry(figure.id).or_default().push(figure);
        }
    }
    figures
}

/// Returns whether a count is one that a figure may stand for.
fn allows(figure: &ServingFigure, count: Amount) -> bool {
    Extent::of(figure.amount, figure.qualifier).interval().is_none_or(|interval| interval.contains(count))
}
