//! The opening of a presentation: the heading, and the areas.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::area::Area;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// The opening of a presentation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TitleSlide {
    /// The areas that the presentation is about.
    pub areas: Vec<Key<Area>>,
}

impl SlideKindContent for TitleSlide {
    const WORD: &'static str = "title";
    const NAME: Phrase = Phrase { zh: "开篇", en: "title" };
    const NEEDS_TITLE: bool = true;

    fn blank() -> Self {
        Self { areas: Vec::new() }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.areas("areas", &mut self.areas);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Words
    }
}
