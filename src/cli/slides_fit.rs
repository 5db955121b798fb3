//! Whether slides fit a projector's screen.

use crate::checked::{Diagnostic, Faults};
use crate::data;
use crate::deck::Library;
use crate::deck::{Deck, Slide};
use crate::domain::Key;
use crate::view::slides::{Overflow, overflows};
use std::collections::HashSet;
use std::path::PathBuf;

/// Checks that all slides of a deck fit. Those that are compiled in do: a test has checked them before the release.
///
/// # Errors
/// The slides that do not fit.
pub fn check_slides(dataset: &Library, deck: Key<Deck>) -> Result<(), Faults> {
    let slides = &dataset.decks[deck].slides;
    let found = misfits(dataset, |slide| slides.contains(slide) && !data::is_compiled_in(&slide.origin.path));
    Faults::of(found).map_or(Ok(()), Err)
}

/// Returns what is wrong with the slides of some files that do not fit.
pub(super) fn misfits_of(dataset: &Library, files: &HashSet<PathBuf>) -> Vec<Diagnostic> {
    misfits(dataset, |slide| files.contains(&slide.origin.path))
}

fn misfits(dataset: &Library, is_checked: impl Fn(&Slide) -> bool) -> Vec<Diagnostic> {
    let fault = |overflow: Overflow<'_>| {
        data::fault_at(&overflow.slide.origin, "slide_overflow", overflow.message, overflow.help)
    };
    overflows(dataset, is_checked).into_iter().map(fault).collect()
}
