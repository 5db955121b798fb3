//! What the checks look at, and where they report.

use super::figures::HeldFigure;
use crate::checked::Sink;
use crate::data::drafts::Drafts;
use crate::data::entries::PackEntries;
use crate::data::observation::ObservationDraft;
use crate::domain::Key;
use crate::domain::observation::Observation;

/// What the checks look at, and where they report.
pub(super) struct CheckContext<'a> {
    pub drafts: &'a Drafts,
    pub entries: &'a PackEntries<'a>,
    pub sink: &'a Sink,
    /// The figures at the positions of their keys; `None` for one with a fault.
    pub figures: Vec<Option<HeldFigure<'a>>>,
}

impl<'a> CheckContext<'a> {
    /// Takes all that was read.
    pub fn new(drafts: &'a Drafts, entries: &'a PackEntries<'a>, sink: &'a Sink) -> Self {
        let figures = drafts.observations.iter().map(|draft| HeldFigure::of(draft, drafts)).collect();
        Self { drafts, entries, sink, figures }
    }

    /// Returns the draft of a figure.
    pub fn figure(&self, key: Key<Observation>) -> Option<&'a ObservationDraft> {
        self.drafts.observations.get(key.position())
    }

    /// Returns the parts without a fault, each with its whole.
    pub fn parts(&self) -> impl Iterator<Item = (HeldFigure<'a>, HeldFigure<'a>)> {
        self.figures.iter().flatten().filter_map(|part| {
            let whole = part.draft.part_of.as_ref()?.key;
            Some((*part, self.figures.get(whole.position()).copied().flatten()?))
        })
    }
}
