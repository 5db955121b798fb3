//! Absences: why an area has no figure, where somebody has looked into it.

use super::area::Area;
use super::indicator::Indicator;
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// Why an area has no figure for an indicator, where it is more than silence.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Absence {
    pub area: Key<Area>,
    pub indicator: Key<Indicator>,
    pub kind: AbsenceKind,
    /// Why there is no figure, in the curator's words.
    pub why: Text,
}

/// The kinds of absence that a curator has looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AbsenceKind {
    /// The area has nothing of the kind.
    NotApplicable,
    /// It may be printed, but nobody has curated it yet.
    NotCurated,
}

words! { AbsenceKind { NotApplicable => "not-applicable", NotCurated => "not-curated" } }
