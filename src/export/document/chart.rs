//! The bars of a comparison, each with its area, value, period and rank.

use super::compared_row::{ComparedRow, RowBar};
use crate::chart::area_colors::AREA_SYMBOLS;
use crate::chart::bar_share::ShareEnd;
use crate::text::{Lang, Phrase};

/// The bars of a comparison.
#[derive(Clone, Debug)]
pub(in crate::export) struct Chart {
    /// What the bars show, in one line.
    pub title: String,
    pub lang: Lang,
    pub rows: Vec<ChartRow>,
}

/// A row of a chart.
#[derive(Clone, Debug)]
pub(in crate::export) struct ChartRow {
    /// The place of the area in the data, which gives it its colour and its symbol.
    pub position: usize,
    pub name: String,
    pub value: String,
    pub period: String,
    pub rank: String,
    pub bar: RowBar,
}

impl ChartRow {
    /// Returns the symbol by which the area is known without its colour.
    pub fn symbol(&self) -> &'static str {
        AREA_SYMBOLS[self.position % AREA_SYMBOLS.len()]
    }
}

/// A sign that bars may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum BarSign {
    Open,
    Reach,
}

impl BarSign {
    /// Says what the sign means.
    pub const fn meaning(self) -> Phrase {
        match self {
            Self::Open => Phrase { zh: "只知下限", en: "or more" },
            Self::Reach => Phrase { zh: "可能的范围", en: "may lie here" },
        }
    }
}

impl Chart {
    /// Makes the bars of the rows of a comparison.
    pub fn new(title: String, lang: Lang, rows: Vec<ComparedRow>) -> Self {
        let rows = rows.into_iter().map(|row| ChartRow {
            position: row.area.position(),
            name: row.name,
            value: row.value,
            period: row.period,
            rank: row.rank,
            bar: row.bar,
        });
        Self { title, lang, rows: rows.collect() }
    }

    /// Whether any area has a bar.
    pub fn has_bars(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.bar, RowBar::Bar(_)))
    }

    /// Returns the signs that these bars have, for a legend.
    pub fn signs(&self) -> Vec<BarSign> {
        let has = |wanted: fn(ShareEnd) -> bool| {
            self.rows.iter().any(|row| matches!(row.bar, RowBar::Bar(share) if wanted(share.end)))
        };
        let open = has(|end| end == ShareEnd::Open).then_some(BarSign::Open);
        let reach = has(|end| matches!(end, ShareEnd::Reach(_))).then_some(BarSign::Reach);
        open.into_iter().chain(reach).collect()
    }
}
