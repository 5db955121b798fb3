//! Cells: what each area puts into a comparison.

use super::area::Area;
use super::measure::MeasuredFigure;
use super::observation::Observation;
use super::rank::Rank;
use super::select::Missing;
use super::table::Key;

/// Identifies a cell by its position among the cells of its comparison, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellIndex(pub(super) usize);

/// What one area puts into a comparison.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The area whose cell this is.
    pub area: Key<Area>,
    /// The figure, or why there is none.
    pub content: Result<MeasuredFigure, Missing>,
    /// All of the area's figures for the indicator, earliest first; `content` holds the one that was chosen.
    pub observations: Vec<Key<Observation>>,
    /// The rank among the cells; `None` where this figure, or no figure at all, can be ranked.
    pub rank: Option<Rank>,
}

impl Cell {
    /// Returns the figure, where there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&MeasuredFigure> {
        self.content.as_ref().ok()
    }

    /// Whether the figure has a value under the measure.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.figure().is_some_and(|figure| figure.extent.is_ok())
    }
}
