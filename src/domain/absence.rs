//! Absences: why an area has no figure, where somebody has looked into it.

use super::area::Area;
use super::indicator::Indicator;
use super::table::Key;
use crate::text::{Text, words};

/// Why an area has no figure for an indicator, where it is more than silence.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Whose.
    pub area: Key<Area>,
    /// Of what.
    pub indicator: Key<Indicator>,
    /// Which kind of absence.
    pub kind: AbsenceKind,
    /// Why.
    pub why: Text,
}

/// A kind of absence that somebody has looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AbsenceKind {
    /// The area has no such thing.
    NotApplicable,
    /// It may be printed, but nobody has curated it yet.
    NotCurated,
}

words! { AbsenceKind { NotApplicable => "not-applicable", NotCurated => "not-curated" } }
