//! Whether slides fit a projector's screen.

use crate::checked::Faults;
use crate::data;
use crate::deck::Library;
use crate::deck::{Deck, Slide};
use crate::domain::Key;
use crate::text::Text;
use crate::view::slides::{Overflow, overflows};
use std::collections::HashSet;
use std::path::PathBuf;

/// Returns why a slide does not fit, if it does not.
#[must_use]
pub fn slide_misfit(dataset: &Library, slide: &Slide) -> Option<Text> {
    overflows(dataset, |other| std::ptr::eq(other, slide)).pop().map(|overflow| overflow.message)
}

/// Checks that all slides of a deck fit. Those that are compiled in do: a test has checked them before the release.
///
/// # Errors
/// The slides that do not fit.
pub fn check_slides(dataset: &Library, deck: Key<Deck>) -> Result<(), Faults> {
    let slides = &dataset.decks[deck].slides;
    check(dataset, |slide| slides.contains(slide) && !data::is_compiled_in(&slide.origin.path))
}

/// Checks that the slides of some files fit.
///
/// # Errors
/// The slides that do not fit.
pub(super) fn check_slides_of(dataset: &Library, files: &HashSet<PathBuf>) -> Result<(), Faults> {
    check(dataset, |slide| files.contains(&slide.origin.path))
}

fn check(dataset: &Library, is_checked: impl Fn(&Slide) -> bool) -> Result<(), Faults> {
    let fault = |overflow: Overflow<'_>| {
        data::fault_at(&overflow.slide.origin, "slide_overflow", overflow.message, overflow.help)
    };
    Faults::of(overflows(dataset, is_checked).into_iter().map(fault).collect()).map_or(Ok(()), Err)
}
