//! The words of the schema and what they mean.

use crate::domain::Measure;
use crate::domain::absence::AbsenceKind;
use crate::domain::article::{Genre, Grade};
use crate::domain::denominator::Certainty;
use crate::domain::indicator::{Nature, Population};
use crate::domain::initiative::InitiativeKind;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Scope, Status};

/// A kind of thing that the schema names by one of a few words.
pub trait Word: Copy + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];
}

/// How the end of a period, or the date of publication, is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Stated,
    Inferred,
    Unknown,
}

impl Word for Known {
    const WORDS: &'static [(&'static str, Self)] =
        &[("stated", Self::Stated), ("inferred", Self::Inferred), ("unknown", Self::Unknown)];
}

impl Word for Nature {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("flow", Self::Flow),
        ("stock", Self::Stock),
        ("rate", Self::Rate),
        ("ratio", Self::Ratio),
        ("duration", Self::Duration),
        ("ordinal", Self::Ordinal),
        ("structure", Self::Structure),
    ];
}

impl Word for Population {
    const WORDS: &'static [(&'static str, Self)] = &[("members", Self::Members), ("residents", Self::Residents)];
}

impl Word for Certainty {
    const WORDS: &'static [(&'static str, Self)] = &[("high", Self::High), ("good", Self::Good), ("low", Self::Low)];
}

impl Word for Genre {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("briefing", Self::Briefing),
        ("annual-review", Self::AnnualReview),
        ("speech", Self::Speech),
        ("feature", Self::Feature),
        ("profile", Self::Profile),
        ("session", Self::Session),
        ("news", Self::News),
    ];
}

impl Word for Grade {
    const WORDS: &'static [(&'static str, Self)] =
        &[("full", Self::Full), ("excerpt", Self::Excerpt), ("repost", Self::Repost)];
}

impl Word for Qualifier {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("exact", Self::Exact),
        ("at-least", Self::AtLeast),
        ("below", Self::Below),
        ("about", Self::About),
        ("order", Self::Order),
    ];
}

impl Word for Scope {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("city", Self::City),
        ("city-and-counties", Self::CityAndCounties),
        ("platform", Self::Platform),
        ("project", Self::Project),
    ];
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] =
        &[("achieved", Self::Achieved), ("planned", Self::Planned), ("forecast", Self::Forecast)];
}

impl Word for InitiativeKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("consultation", Self::Consultation),
        ("oversight", Self::Oversight),
        ("concord", Self::Concord),
        ("reading", Self::Reading),
        ("digital", Self::Digital),
        ("publicity", Self::Publicity),
        ("party-building", Self::PartyBuilding),
        ("service", Self::Service),
        ("institution", Self::Institution),
    ];
}

impl Word for AbsenceKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("not-applicable", Self::NotApplicable), ("not-curated", Self::NotCurated)];
}

/// What kind of slide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SlideKind {
    Title,
    Text,
    Compare,
    City,
    Initiatives,
    Timeline,
    Coverage,
    Figure,
}

impl Word for SlideKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("title", Self::Title),
        ("text", Self::Text),
        ("compare", Self::Compare),
        ("city", Self::City),
        ("initiatives", Self::Initiatives),
        ("timeline", Self::Timeline),
        ("coverage", Self::Coverage),
        ("figure", Self::Figure),
    ];
}

impl Word for Measure {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("raw", Self::Raw),
        ("per-month", Self::PerMonth),
        ("per-100-members", Self::PerHundredMembers),
        ("per-million-residents", Self::PerMillionResidents),
    ];
}

/// The word itself that stands for a meaning.
pub(super) fn word_of<W: Word + PartialEq>(meaning: W) -> &'static str {
    W::WORDS.iter().find(|(_, other)| *other == meaning).map_or("", |(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_has_its_word() {
        assert_eq!(word_of(Qualifier::AtLeast), "at-least");
    }
}
