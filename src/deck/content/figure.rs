//! A single figure, as large as possible.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::observation::Observation;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// A single figure, as large as possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureSlide {
    pub figure: Key<Observation>,
}

impl SlideKindContent for FigureSlide {
    const WORD: &'static str = "figure";
    const NAME: Phrase = Phrase { zh: "数字", en: "figure" };

    fn blank() -> Self {
        Self { figure: Key::new(0) }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.figure("figure", &mut self.figure);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Figure(self.figure)
    }
}
