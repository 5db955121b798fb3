//! Checks what takes more than one entry: one kind of check in each file.

mod absences;
mod areas;
mod circles;
mod context;
mod contradictions;
mod curation;
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

/// How closely the entries are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thoroughness {
    /// As far as the program needs to run on them.
    Load,
    /// As far as a curator wants to know: dates that can't be right though all figures can be shown, and what may be
    /// right after all.
    Check,
}

/// Checks all drafts against one another.
pub(super) fn check(drafts: &Drafts, entries: &PackEntries, sink: &Sink, thoroughness: Thoroughness) {
    let context = CheckContext::new(drafts, entries, sink);
    areas::check(&context);
    variants::check(&context);
    parts::check(&context);
    part_values::check(&context);
    contradictions::check(&context);
    absences::check(&context);
    denominators::check(&context);
    if thoroughness == Thoroughness::Check {
        publication::check(&context);
        part_values::look(&context);
        shares::look(&context);
        neighbours::look(&context);
        curation::look(&context);
    }
}
