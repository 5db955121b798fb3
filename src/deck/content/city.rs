//! Some figures of one area.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::area::Area;
use crate::domain::observation::Observation;
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// Some figures of one area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CitySlide {
    pub area: Key<Area>,
    /// Which figures; at least one.
    pub figures: Vec<Key<Observation>>,
}

impl SlideKindContent for CitySlide {
    const WORD: &'static str = "city";
    const NAME: Phrase = Phrase { zh: "城市", en: "city" };

    fn blank() -> Self {
        Self { area: Key::new(0), figures: Vec::new() }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.area("area", &mut self.area);
        visitor.figures("figures", &mut self.figures);
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::AreaFigures { area: self.area, figures: &self.figures }
    }
}
