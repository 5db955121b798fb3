//! What the checks look at, and where they report.

use super::circles::circles;
use super::figures::HeldFigure;
use crate::checked::Sink;
use crate::data::drafts::Drafts;
use crate::data::entries::PackEntries;
use crate::data::observation::ObservationDraft;
use crate::domain::Key;
use crate::domain::observation::Observation;
use std::collections::HashSet;

/// What the checks look at, and where they report.
pub(super) struct CheckContext<'a> {
    pub drafts: &'a Drafts,
    pub entries: &'a PackEntries<'a>,
    pub sink: &'a Sink,
    /// The figures at the positions of their keys; `None` for one with a fault.
    pub figures: Vec<Option<HeldFigure<'a>>>,
    /// The circles of parts and wholes.
    pub circles: Vec<Vec<usize>>,
    circular: HashSet<usize>,
}

impl<'a> CheckContext<'a> {
    /// Takes all that was read.
    pub fn new(drafts: &'a Drafts, entries: &'a PackEntries<'a>, sink: &'a Sink) -> Self {
        let figures = drafts.observations.iter().map(|draft| HeldFigure::of(draft, drafts)).collect();
        let whole_of = |part: usize| Some(drafts.observations.get(part)?.part_of.as_ref()?.key.position());
        let circles = circles(drafts.observations.len(), whole_of);
        let circular = circles.iter().flatten().copied().collect();
        Self { drafts, entries, sink, figures, circles, circular }
    }

    /// Returns the draft of a figure.
    pub fn figure(&self, key: Key<Observation>) -> Option<&'a ObservationDraft> {
        self.drafts.observations.get(key.position())
    }

    /// Returns the parts, each with its whole. Where that is wrong already, as in a circle, their numbers mean nothing.
    pub fn parts(&self) -> impl Iterator<Item = (HeldFigure<'a>, HeldFigure<'a>)> {
        self.figures.iter().enumerate().filter_map(|(position, part)| {
            let part = part.filter(|_| !self.circular.contains(&position))?;
            let whole = self.figures.get(part.draft.part_of.as_ref()?.key.position()).copied().flatten()?;
            (part.subject.area == whole.subject.area).then_some((part, whole))
        })
    }
}
