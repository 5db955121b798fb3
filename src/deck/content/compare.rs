//! A comparison by indicators, area by area.

use super::fields::FieldVisitor;
use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use crate::domain::request::{FigureChoice, Measure, YearChoice};
use crate::domain::table::Key;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// A comparison by indicators, area by area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareSlide {
    /// What is compared; at least one.
    pub indicators: Vec<Key<Indicator>>,
    pub areas: Vec<Key<Area>>,
    pub measure: Measure,
    pub year_choice: YearChoice,
    /// Which of several figures of an area is taken.
    pub figure_choice: FigureChoice,
}

impl SlideKindContent for CompareSlide {
    const WORD: &'static str = "compare";
    const NAME: Phrase = Phrase { zh: "对比", en: "compare" };

    fn blank() -> Self {
        Self {
            indicators: Vec::new(),
            areas: Vec::new(),
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            figure_choice: FigureChoice::default(),
        }
    }

    fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
        visitor.indicators("indicators", &mut self.indicators);
        visitor.areas("areas", &mut self.areas);
        visitor.measure("measure", &mut self.measure);
        visitor.year("when", &mut self.year_choice);
        visitor.variant("variant", &mut self.figure_choice.variant);
        visitor.scope("scope", &mut self.figure_choice.scope);
    }

    fn target(&self) -> SlideTarget<'_> {
        let Self { indicators, areas, measure, year_choice, figure_choice } = self;
        SlideTarget::Comparison { indicators, areas, measure: *measure, year_choice: *year_choice, figure_choice }
    }
}
