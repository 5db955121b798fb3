//! What a slide is about, whatever its kind.

use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::request::{FigureChoice, Measure, YearChoice};
use crate::domain::table::Key;

/// What a slide is about. The dashboard, the sources and the speaker's list of figures go by it, so that they need not
/// know the kinds of slides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SlideTarget<'a> {
    /// The figures in the slide's words, if there are any.
    Words,
    Comparison {
        /// What is compared; at least one.
        indicators: &'a [Key<Indicator>],
        areas: &'a [Key<Area>],
        measure: Measure,
        year_choice: YearChoice,
        figure_choice: &'a FigureChoice,
    },
    /// Some figures of one area; at least one.
    AreaFigures {
        area: Key<Area>,
        figures: &'a [Key<Observation>],
    },
    Figure(Key<Observation>),
    Initiatives(&'a [Key<Initiative>]),
    /// The periods of all figures of these areas.
    Timeline(&'a [Key<Area>]),
    /// How much of each theme these areas report.
    Coverage(&'a [Key<Area>]),
}
