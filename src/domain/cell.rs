//! Cells: what each area puts into a comparison.

use super::area::Area;
use super::measure::MeasuredFigure;
use super::missing::Missing;
use super::rank::Rank;
use super::table::Key;

/// Identifies a cell by its position among the cells of its comparison, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellIndex(pub(super) usize);

/// Where a figure stands among those of the other cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has a rank.
    Ranked(Rank),
    /// It may be ranked with others, but their order can't be told.
    Unordered,
    /// It may not be ranked with those that others may be ranked with; or there is no figure at all.
    Apart,
}

impl Standing {
    /// Returns the stable id, which never changes with the language.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ranked(_) => "ranked",
            Self::Unordered => "unordered",
            Self::Apart => "apart",
        }
    }
}

/// A figure under the measure, or why there is none.
pub type CellContent = Result<MeasuredFigure, Missing>;

/// What one area puts into a comparison.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The area whose cell this is.
    pub area: Key<Area>,
    /// The figure, or why there is none.
    pub content: CellContent,
    /// Where the figure stands among those of the other cells.
    pub standing: Standing,
}

impl Cell {
    /// Returns the figure, where there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&MeasuredFigure> {
        self.content.as_ref().ok()
    }

    /// Returns the rank, where there is one.
    #[must_use]
    pub const fn rank(&self) -> Option<Rank> {
        match self.standing {
            Standing::Ranked(rank) => Some(rank),
            Standing::Unordered | Standing::Apart => None,
        }
    }

    /// Whether a bar may show the figure beside others: it may be ranked with them.
    #[must_use]
    pub fn is_on_one_scale(&self) -> bool {
        self.standing != Standing::Apart
    }

    /// Whether the figure has a value under the measure.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.figure().is_some_and(|figure| figure.extent.is_ok())
    }
}
