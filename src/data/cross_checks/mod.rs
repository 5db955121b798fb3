//! Checks what takes more than one entry: one kind of check in each file.

mod absences;
mod areas;
mod circles;
mod context;
mod contradictions;
mod denominators;
mod figures;
mod neighbours;
mod part_values;
mod parts;
mod publication;
mod shares;
mod variants;
mod words;

use super::drafts::Drafts;
use super::entries::PackEntries;
use crate::checked::Sink;
use context::CheckContext;

/// Checks all drafts against one another. What may be right after all is looked for only where it is asked for.
pub(super) fn check(drafts: &Drafts, entries: &PackEntries, sink: &Sink, warns: bool) {
    let context = CheckContext::new(drafts, entries, sink);
    areas::check(&context);
    variants::check(&context);
    parts::check(&context);
    part_values::check(&context);
    publication::check(&context);
    contradictions::check(&context);
    absences::check(&context);
    denominators::check(&context);
    if warns {
        part_values::look(&context);
        shares::look(&context);
        neighbours::look(&context);
    }
}
