//! The periods of all figures on one axis.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::area::Area;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// The periods of all figures on one axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineSlide {
    pub areas: Vec<Key<Area>>,
}

impl SlideKindContent for TimelineSlide {
    const WORD: &'static str = "timeline";
    const NAME: Phrase = Phrase { zh: "时间", en: "timeline" };

    fn blank() -> Self {
        Self { areas: Vec::new() }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.areas("areas", &mut self.areas);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Timeline(&self.areas)
    }
}
