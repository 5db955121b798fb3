//! Reading initiatives, with the figures that belong to them.

use super::context::DraftContext;
use super::ids::Reference;
use super::source::SourceDraft;
use crate::checked::{Reader, TomlValue};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::initiative::{Initiative, InitiativeKind};
use crate::domain::observation::{Observation, PrintedSource};
use crate::text::Text;

/// An initiative as far as it could be read.
pub(super) struct InitiativeDraft {
    pub area: Option<Key<Area>>,
    name: Option<Text>,
    kind: Option<InitiativeKind>,
    design: Option<String>,
    about: Option<Text>,
    pub figures: Vec<Reference<Observation>>,
    source: Option<PrintedSource>,
}

impl InitiativeDraft {
    pub(super) fn read(reader: &Reader, context: &DraftContext) -> Self {
        let text = |key| reader.need(key).and_then(TomlValue::text);
        let list = |key| reader.find(key).into_iter().flat_map(TomlValue::list);
        Self {
            area: reader.need("area").and_then(|value| context.entries.areas.ids.resolve(value)),
            name: text("name"),
            kind: reader.need("kind").and_then(TomlValue::word),
            design: reader.find("design").and_then(TomlValue::string).map(ToOwned::to_owned),
            about: text("about"),
            figures: list("figures").filter_map(|value| context.entries.observations.ids.reference(value)).collect(),
            source: reader.need("source").and_then(|value| SourceDraft::read(value, context)?.finish()),
        }
    }

    pub(super) fn finish(self, id: &str) -> Option<Initiative> {
        Some(Initiative {
            id: id.to_owned(),
            area: self.area?,
            name: self.name?,
            kind: self.kind?,
            design: self.design,
            about: self.about?,
            figures: self.figures.into_iter().map(|figure| figure.key).collect(),
            source: self.source?,
        })
    }
}
