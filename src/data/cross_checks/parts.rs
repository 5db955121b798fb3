//! Checks that parts and wholes do not run in a circle.

use super::context::CheckContext;
use crate::data::fault;

/// Reports every circle once, at the first of its members.
pub(super) fn check(context: &CheckContext) {
    for members in &context.circles {
        let first = members.first().and_then(|first| context.drafts.observations.get(*first));
        let Some(whole) = first.and_then(|draft| draft.part_of.as_ref()) else { continue };
        let is_itself = members.len() == 1;
        context.sink.report(whole.span, if is_itself { fault::part_of_itself() } else { fault::part_cycle() });
    }
}
