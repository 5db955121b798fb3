//! The kinds of slides and their words.

use crate::text::words;

/// The kinds of slides: one for each variant of `Shows`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideKind {
    /// The opening of a presentation.
    Title,
    /// A slide of words alone.
    Text,
    /// A comparison by indicators, area by area.
    Compare,
    /// The figures of one area.
    City,
    /// Named platforms, brands and mechanisms.
    Initiatives,
    /// The periods of all figures on one axis.
    Timeline,
    /// How much of each theme is reported.
    Coverage,
    /// A single figure, as large as possible.
    Figure,
}

words! {
    SlideKind {
        Title => "title",
        Text => "text",
        Compare => "compare",
        City => "city",
        Initiatives => "initiatives",
        Timeline => "timeline",
        Coverage => "coverage",
        Figure => "figure",
    }
}
