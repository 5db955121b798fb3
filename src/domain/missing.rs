//! Why an area has no figure in a comparison.

use super::absence::AbsenceKind;
use crate::text::Text;

/// Why an area has no figure. It never means zero, and never idleness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The articles that were read do not say.
    NotReported,
    /// There are figures, but none that counts under the year asked for.
    NothingForYear {
        /// The year asked for.
        year: i16,
        /// The years of which there are figures.
        available: Vec<i16>,
        /// Whether figures of that year are held that are planned or forecast, and give way to those that have happened.
        is_planned: bool,
    },
    /// There are figures, but none that counts what was chosen, or covers what was chosen.
    NothingOfChoice,
    /// Somebody has looked into it.
    LookedInto {
        /// What was found out.
        kind: AbsenceKind,
        /// Why there is no figure.
        why: Text,
    },
}

impl Missing {
    /// Returns the stable id, which never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotReported => "not-reported",
            Self::NothingForYear { .. } => "nothing-for-year",
            Self::NothingOfChoice => "nothing-of-choice",
            Self::LookedInto { kind: AbsenceKind::NotApplicable, .. } => "not-applicable",
            Self::LookedInto { kind: AbsenceKind::NotCurated, .. } => "not-curated",
        }
    }
}
