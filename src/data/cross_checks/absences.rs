//! Checks that nothing is said to be absent twice, or where there is a figure.

use super::context::CheckContext;
use crate::checked::SourceSpan;
use crate::data::fault;
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use std::collections::HashMap;

/// Checks the absences against one another and against the figures.
pub(super) fn check(context: &CheckContext) {
    let mut held: HashMap<(Key<Area>, Key<Indicator>), SourceSpan> = HashMap::new();
    for draft in &context.drafts.observations {
        if let Some(what) = draft.area.zip(draft.indicator) {
            held.entry(what).or_insert(draft.span);
        }
    }
    let mut seen = HashMap::new();
    for absence in &context.drafts.absences {
        let Some(what) = absence.area.zip(absence.indicator) else { continue };
        if let Some(first) = seen.get(&what) {
            context.sink.report(absence.span, fault::absent_twice(&context.sink.whereabouts(*first)));
            continue;
        }
        seen.insert(what, absence.span);
        if let Some(figure) = held.get(&what) {
            context.sink.report(absence.span, fault::not_absent(&context.sink.whereabouts(*figure)));
        }
    }
}
