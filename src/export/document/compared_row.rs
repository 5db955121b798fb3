//! The rows of a comparison as words and bars: what a table and a chart both show of each area.

use super::document_wording::DocumentWording;
use crate::chart::bar_share::{BarShare, cell_share, scale};
use crate::domain::{Area, Cell, Comparison, Dataset, Key, Measure, MeasuredFigure, Observation};
use crate::export::comparison_text::{apart, rank, value};
use crate::export::text_style::TextStyle;
use crate::text::Lang;
use crate::text::number::BoundNotation;
use crate::wording::{figure_in_words, period, period_written_out};

/// An area with what it puts into a comparison.
#[derive(Clone, Debug)]
pub(in crate::export) struct ComparedRow {
    pub area: Key<Area>,
    pub name: String,
    /// The value with its unit; empty where there is none.
    pub value: String,
    pub period: String,
    /// The rank; empty where it has none.
    pub rank: String,
    pub bar: RowBar,
    /// The figures that stand in the cell.
    pub figures: Vec<Key<Observation>>,
}

/// What stands where a bar may stand.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum RowBar {
    Bar(BarShare),
    /// Why there is no bar.
    Why(String),
    /// The figure has no bar, and why is said for all of them.
    Nothing,
}

impl RowBar {
    /// Returns why there is no bar, where it is said here.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::Why(why) => Some(why),
            Self::Bar(_) | Self::Nothing => None,
        }
    }
}

/// Returns the rows of a comparison, ordered by value.
pub(in crate::export) fn compared_rows(
    dataset: &Dataset,
    comparison: &Comparison,
    lang: Lang,
    wording: DocumentWording,
) -> Vec<ComparedRow> {
    let scale = scale(dataset, comparison);
    let cells = comparison.cells_by_value().into_iter();
    cells
        .map(|cell| {
            let figure = cell.figure();
            let text = figure.and_then(|figure| value_text(dataset, comparison, figure, lang, wording));
            let bar = match cell_share(dataset, cell, scale) {
                Some(share) => RowBar::Bar(share),
                None => why(dataset, comparison, cell, lang).map_or(RowBar::Nothing, RowBar::Why),
            };
            ComparedRow {
                area: cell.area,
                name: dataset.areas[cell.area].name.get(lang).to_owned(),
                value: text.unwrap_or_default(),
                period: figure.map(|figure| period_text(dataset, figure, lang, wording)).unwrap_or_default(),
                rank: rank(dataset, comparison, cell, lang).unwrap_or_default(),
                bar,
                figures: figure.map(|figure| figure.observations.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Returns why there is no figure, no value under the measure, or no rank.
fn why(dataset: &Dataset, comparison: &Comparison, cell: &Cell, lang: Lang) -> Option<String> {
    match &cell.content {
        Err(missing) => Some(missing.text().get(lang).to_owned()),
        Ok(figure) => match &figure.extent {
            Err(why) => Some(why.text().get(lang).to_owned()),
            Ok(_) => apart(dataset, comparison, cell).and_then(|remark| remark.words(lang)),
        },
    }
}

fn value_text(
    dataset: &Dataset,
    comparison: &Comparison,
    figure: &MeasuredFigure,
    lang: Lang,
    wording: DocumentWording,
) -> Option<String> {
    let style = TextStyle::of_document(lang);
    if wording == DocumentWording::Signs {
        return value(dataset, comparison, figure, &style);
    }
    figure.extent.as_ref().ok()?;
    if comparison.request.measure == Measure::Raw && figure.observations.len() == 1 {
        return Some(figure_in_words(dataset, figure.observation(), lang));
    }
    let style = TextStyle { notation: BoundNotation::Words, ..style };
    value(dataset, comparison, figure, &style)
}

fn period_text(dataset: &Dataset, figure: &MeasuredFigure, lang: Lang, wording: DocumentWording) -> String {
    let of = &dataset.observations[figure.observation()].period;
    match wording {
        DocumentWording::Signs => period(of, lang),
        DocumentWording::Office => period_written_out(of, lang),
    }
}
