//! What the checks look at, and where they report.

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
}

impl<'a> CheckContext<'a> {
    /// Returns the draft of a figure.
    pub fn figure(&self, key: Key<Observation>) -> Option<&'a ObservationDraft> {
        self.drafts.observations.get(key.position())
    }
}
