//! A comparison in a document: bars, a table with notes, verdicts with all reasons, and what else is held.

use super::builder::Builder;
use super::chart::Chart;
use super::compared_row::{ComparedRow, compared_rows};
use super::model::{Block, DocumentTable, HeadingLevel, Piece, words};
use crate::domain::{Comparison, Dataset};
use crate::export::comparison_notes::notes;
use crate::export::comparison_text::{OTHERS, also_held, heading};
use crate::export::text_style::TextStyle;
use crate::text::{Lang, Phrase};
use itertools::Itertools;

const AREA: Phrase = Phrase { zh: "地区", en: "City" };
const VALUE: Phrase = Phrase { zh: "数值", en: "Value" };
const PERIOD: Phrase = Phrase { zh: "时段", en: "Period" };
const REMARK: Phrase = Phrase { zh: "说明", en: "Remark" };
const DEFINITION: Phrase = Phrase { zh: "口径", en: "What is counted" };

impl Builder<'_> {
    /// Adds a comparison under its heading.
    pub fn comparison(&mut self, comparison: &Comparison) {
        let text = heading(self.dataset, comparison, self.lang);
        self.blocks.push(Block::Heading(HeadingLevel::Section, text));
        self.compared(comparison);
    }

    /// Adds what a comparison says.
    pub fn compared(&mut self, comparison: &Comparison) {
        let (dataset, lang) = (self.dataset, self.lang);
        let indicator = &dataset.indicators[comparison.request.indicator];
        let style = TextStyle::of_document(lang);
        let definition = indicator.definition.get(lang);
        if !definition.is_empty() {
            let label = format!("{}{}", DEFINITION.get(lang), style.colon());
            self.blocks.push(Block::Paragraph(vec![Piece::Strong(label), Piece::Words(definition.to_owned())]));
        }
        let title = heading(dataset, comparison, lang);
        let rows = compared_rows(dataset, comparison, lang, self.wording);
        let table = self.table(comparison, &rows, title.clone());
        let chart = Chart::new(title, lang, rows);
        if chart.has_bars() {
            self.blocks.push(Block::Chart(chart));
        }
        self.blocks.push(Block::Table(table));
        let lines = notes(dataset, comparison, &style).into_iter().chain(others(dataset, comparison, &style));
        self.blocks.push(Block::Items(lines.map(words).collect()));
    }

    fn table(&mut self, comparison: &Comparison, rows: &[ComparedRow], caption: String) -> DocumentTable {
        let order = self.dataset.indicators[comparison.request.indicator].direction.order_name();
        let is_ranked = comparison.no_order.is_none();
        let has_remark = rows.iter().any(|row| row.bar.why().is_some());
        let headings =
            [Some(AREA), Some(VALUE), Some(PERIOD), is_ranked.then_some(order), has_remark.then_some(REMARK)];
        let headings = headings.into_iter().flatten().collect_vec();
        let mut table = DocumentTable::new(caption, &headings, self.lang);
        for row in rows {
            let mut value = words(row.value.clone());
            value.extend(self.marks(&row.figures));
            let mut cells = vec![vec![Piece::Strong(row.name.clone())], value, words(row.period.clone())];
            cells.extend(is_ranked.then(|| words(row.rank.clone())));
            cells.extend(has_remark.then(|| words(row.bar.why().unwrap_or_default())));
            table.rows.push(cells);
        }
        table
    }
}

/// Returns a line for each area that holds other figures beside those compared.
fn others(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> Vec<String> {
    let of = |cell| {
        let held = also_held(dataset, comparison, cell, style);
        let name = dataset.areas[cell.area].name.get(style.lang);
        let title = match style.lang {
            Lang::Zh => format!("{name}{}", OTHERS.zh),
            Lang::En => format!("{name}: {}", OTHERS.en.to_lowercase()),
        };
        (!held.is_empty()).then(|| format!("{title}{}{}", style.colon(), held.join(style.semicolon())))
    };
    comparison.cells.iter().filter_map(of).collect()
}
