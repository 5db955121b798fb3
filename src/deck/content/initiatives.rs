//! Named platforms, brands and mechanisms.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::initiative::Initiative;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// Named platforms, brands and mechanisms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InitiativesSlide {
    /// Which of them; at least one.
    pub initiatives: Vec<Key<Initiative>>,
}

impl SlideKindContent for InitiativesSlide {
    const WORD: &'static str = "initiatives";
    const NAME: Phrase = Phrase { zh: "平台", en: "initiatives" };

    fn blank() -> Self {
        Self { initiatives: Vec::new() }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.initiatives("initiatives", &mut self.initiatives);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Initiatives(&self.initiatives)
    }
}
