//! Plain lines for people, with bars; the same on every terminal of a width, and the same in a pipe.

mod aloud;
mod columns;
mod comparison;
mod footnotes;

use crate::domain::Dataset;
use crate::export::error::ExportError;
use crate::export::format::writer::{ComparisonSet, FormatWriter, WrittenTable};
use crate::export::table::DataTable;
use crate::export::text_style::TextStyle;
use crate::wording::data_in_force;
use itertools::Itertools;

/// The format for people: bars and columns, or sentences that are read aloud.
pub(super) struct PlainText;

impl FormatWriter for PlainText {
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, style: &TextStyle) -> Result<String, ExportError> {
        let lines = if style.is_aloud() { aloud::lines } else { comparison::lines };
        let mut text = set.all().iter().map(|comparison| lines(dataset, comparison, style)).join("\n");
        if let Some(data) = data_in_force(dataset, style.lang).filter(|_| !text.is_empty()) {
            text.push_str(&style.hanging("", &data));
        }
        Ok(style.finish(&text))
    }

    fn table(&self, table: &DataTable, style: &TextStyle) -> Result<WrittenTable, ExportError> {
        let WrittenTable { text, left_out } = columns::write(table, style);
        Ok(WrittenTable { text: style.finish(&text), left_out })
    }
}
