//! How much of each theme is reported.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::area::Area;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// How much of each theme is reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoverageSlide {
    pub areas: Vec<Key<Area>>,
}

impl SlideKindContent for CoverageSlide {
    const WORD: &'static str = "coverage";
    const NAME: Phrase = Phrase { zh: "覆盖", en: "coverage" };

    fn blank() -> Self {
        Self { areas: Vec::new() }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.areas("areas", &mut self.areas);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Coverage(&self.areas)
    }
}
