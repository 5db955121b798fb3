//! The formats of comparisons and lists.
//!
//! A format is one file with a [`FormatWriter`] and one variant of [`Format`].

mod csv;
mod json;
mod markdown;
mod plain_text;
#[cfg(test)]
mod tests;
mod writer;

use crate::domain::Dataset;
use crate::export::error::ExportError;
use crate::export::table::DataTable;
use crate::export::text_style::TextStyle;
use crate::text::words;
use writer::FormatWriter;

pub use writer::{ComparisonSet, WrittenTable};

/// The format in which something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for people, with bars.
    Table,
    /// Comma-separated values, by RFC 4180.
    Csv,
    /// A JSON document for programs.
    Json,
    /// A table of GitHub's Markdown.
    Markdown,
}

words! { Format { Table => "table", Csv => "csv", Json => "json", Markdown => "md" } }

impl Format {
    const fn writer(self) -> &'static dyn FormatWriter {
        match self {
            Self::Table => &plain_text::PlainText,
            Self::Csv => &csv::Csv,
            Self::Json => &json::Json,
            Self::Markdown => &markdown::Markdown,
        }
    }

    /// Writes a list in this format.
    pub(super) fn write_table(self, table: &DataTable, style: &TextStyle) -> Result<WrittenTable, ExportError> {
        self.writer().table(table, style)
    }
}

/// Writes comparisons one after another. CSV has one table for all, a row for each cell, and leaves the verdicts between
/// pairs to the other formats.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn comparisons(
    dataset: &Dataset,
    set: ComparisonSet,
    format: Format,
    style: &TextStyle,
) -> Result<String, ExportError> {
    format.writer().comparisons(dataset, set, style)
}
