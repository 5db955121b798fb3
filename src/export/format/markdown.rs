//! Comparisons and lists as tables of GitHub's Markdown. A comparison's verdicts are a list below its table.

use super::writer::{ComparisonSet, FormatWriter, WrittenTable};
use crate::domain::{Cell, Comparison, Dataset};
use crate::export::comparison_notes::notes;
use crate::export::comparison_text::{OTHERS, also_held, apart, heading, rank, source, value};
use crate::export::error::ExportError;
use crate::export::table::DataTable;
use crate::export::text_style::TextStyle;
use crate::text::{CharSet, Phrase, markdown_cell, markdown_table, markdown_text};
use crate::wording::{data_in_force, period};
use itertools::Itertools;

/// Tables of GitHub's Markdown.
pub(super) struct Markdown;

impl FormatWriter for Markdown {
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, style: &TextStyle) -> Result<String, ExportError> {
        // A document is drawn by no terminal, so it needs no stand-ins for signs that a terminal may lack.
        let style = TextStyle { notation: CharSet::Unicode.into(), ..*style };
        let mut text = set.all().iter().map(|each| comparison(dataset, each, &style)).join("\n");
        if let Some(data) = data_in_force(dataset, style.lang).filter(|_| !text.is_empty()) {
            text.extend(["\n", &markdown_text(&data), "\n"]);
        }
        Ok(text)
    }

    fn table(&self, table: &DataTable, style: &TextStyle) -> Result<WrittenTable, ExportError> {
        let headings = table.columns.iter().filter_map(|column| table.heading(column, style.lang));
        let headings = headings.map(|heading| markdown_cell(&heading));
        let rows = table.rows.iter().map(|row| {
            let shown = table.columns.iter().zip(row).filter(|(column, _)| column.heading.is_some());
            shown.map(|(_, value)| markdown_cell(&value.text(style))).collect()
        });
        Ok(markdown_table(&headings.collect_vec(), rows).into())
    }
}

const AREA: Phrase = Phrase { zh: "地区", en: "Area" };
const VALUE: Phrase = Phrase { zh: "数值", en: "Value" };
const PERIOD: Phrase = Phrase { zh: "时段", en: "Period" };
const SOURCE: Phrase = Phrase { zh: "出处", en: "Source" };

fn comparison(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let is_ranked = comparison.no_order.is_none();
    let order = dataset.indicators[comparison.request.indicator].direction.order_name();
    let headings = [Some(AREA), Some(VALUE), Some(PERIOD), is_ranked.then_some(order), Some(SOURCE)];
    let headings = headings.into_iter().flatten().map(|heading| heading.get(style.lang).to_owned()).collect_vec();
    let cells = comparison.cells_by_value().into_iter();
    let rows = cells.map(|cell| row(dataset, comparison, cell, is_ranked, style));
    let mut out = format!("### {}\n\n", markdown_text(&heading(dataset, comparison, style.lang)));
    out.push_str(&markdown_table(&headings, rows));
    out.push('\n');
    let lines = notes(dataset, comparison, style);
    out.extend(lines.iter().map(|line| format!("- {}\n", markdown_text(line))));
    let footnotes = comparison.cells.iter().filter_map(|cell| footnote(dataset, comparison, cell, style)).collect_vec();
    if !footnotes.is_empty() {
        out.push('\n');
    }
    out.extend(footnotes);
    out
}

/// Returns the mark of a footnote, whose name no other in the document has.
fn footnote_mark(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> String {
    format!("[^{}-{}]", dataset.indicators[comparison.request.indicator].id, dataset.areas[cell.area].id)
}

/// Returns the footnote that lists what else an area holds; `None` where it holds nothing else.
fn footnote(dataset: &Dataset, comparison: &Comparison, cell: &Cell, style: &TextStyle) -> Option<String> {
    let others = also_held(dataset, comparison, cell, style);
    let (mark, colon) = (footnote_mark(dataset, comparison, cell), style.colon());
    let text = format!("{}{colon}{}", OTHERS.get(style.lang), others.join(style.semicolon()));
    (!others.is_empty()).then(|| format!("{mark}: {}\n", markdown_text(&text)))
}

fn row(dataset: &Dataset, comparison: &Comparison, cell: &Cell, is_ranked: bool, style: &TextStyle) -> Vec<String> {
    let mut row = vec![dataset.areas[cell.area].name.get(style.lang).to_owned()];
    match &cell.content {
        Err(missing) => row.extend([missing.text().get(style.lang).to_owned(), String::new()]),
        Ok(figure) => {
            let value = match &figure.extent {
                Ok(_) => value(dataset, comparison, figure, style).unwrap_or_default(),
                Err(why) => why.text().get(style.lang).to_owned(),
            };
            row.extend([value, period(&dataset.observations[figure.observation()].period, style.lang)]);
        }
    }
    if is_ranked {
        let apart = || apart(dataset, comparison, cell).and_then(|remark| remark.words(style.lang));
        row.push(rank(dataset, comparison, cell, style.lang).or_else(apart).unwrap_or_default());
    }
    let sources = cell.figure().into_iter().flat_map(|figure| &figure.observations);
    row.push(sources.map(|key| source(dataset, &dataset.observations[*key].source, style)).join(style.semicolon()));
    let mut row = row.iter().map(|text| markdown_cell(text)).collect_vec();
    if let Some(value) = row.get_mut(1).filter(|_| !comparison.also_held(dataset, cell).is_empty()) {
        value.push_str(&footnote_mark(dataset, comparison, cell));
    }
    row
}
