//! The tables that can be written.

use crate::text::words;

/// Which table of the data is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordSet {
    /// The figures, one a row.
    Figures,
    /// Where else figures are printed.
    OtherSources,
    /// The indicators: what is counted.
    Indicators,
    /// The areas with their committees.
    Areas,
    /// The articles that figures are taken from.
    Articles,
    /// The groups of indicators.
    Themes,
    /// The packs with their versions.
    Packs,
    /// What each area puts into each comparison.
    Comparison,
    /// The verdict on every pair of figures, with all its reasons.
    Pairs,
}

words! {
    RecordSet {
        Figures => "figures",
        Pairs => "pairs",
        Comparison => "comparison",
        Indicators => "indicators",
        Areas => "areas",
        Articles => "articles",
        OtherSources => "other-sources",
        Themes => "themes",
        Packs => "packs",
    }
}

impl RecordSet {
    /// Whether the table is of comparisons, so that the measure matters.
    #[must_use]
    pub const fn is_of_comparisons(self) -> bool {
        matches!(self, Self::Comparison | Self::Pairs)
    }
}
