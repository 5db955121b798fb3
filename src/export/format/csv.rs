//! Comparisons and lists as comma-separated values.

use super::writer::{ComparisonSet, FormatWriter, WrittenTable};
use crate::domain::Dataset;
use crate::export::csv_lines::{self, Separator, cells};
use crate::export::error::ExportError;
use crate::export::records::comparison_cells;
use crate::export::table::DataTable;
use crate::export::text_style::TextStyle;
use itertools::Itertools;

/// Comma-separated values: a row for each cell of each comparison, and for each row of a list.
pub(super) struct Csv;

impl FormatWriter for Csv {
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, _: &TextStyle) -> Result<String, ExportError> {
        csv_lines::records(&comparison_cells(dataset, set.all()), Separator::Comma)
    }

    fn table(&self, table: &DataTable, _: &TextStyle) -> Result<WrittenTable, ExportError> {
        let names = table.columns.iter().flat_map(|column| {
            if column.is_both {
                vec![format!("{}_zh", column.id), format!("{}_en", column.id)]
            } else {
                vec![column.id.to_owned()]
            }
        });
        let names = names.collect_vec();
        let rows = table.rows.iter().map(|row| {
            table.columns.iter().zip(row).flat_map(|(column, value)| cells(value, column.is_both)).collect()
        });
        csv_lines::lines(names.iter().map(String::as_str), rows, Separator::Comma).map(WrittenTable::from)
    }
}
