//! Checks what takes more than one entry: one kind of check in each file.

mod absences;
mod areas;
mod context;
mod denominators;
mod parts;

use super::drafts::Drafts;
use super::entries::PackEntries;
use crate::checked::Sink;
use context::CheckContext;

/// Checks all drafts against one another.
pub(super) fn check(drafts: &Drafts, entries: &PackEntries, sink: &Sink) {
    let context = CheckContext { drafts, entries, sink };
    areas::check(&context);
    parts::check(&context);
    absences::check(&context);
    denominators::check(&context);
}
