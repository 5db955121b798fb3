//! Files that carry the data to other programs and people.
//!
//! A format is one file here and one variant of [`ExportFormat`].

mod data_package;
mod document;
mod export_format;
mod hand_out;
mod sdmx_csv;
mod sdmx_structure;
#[cfg(feature = "xlsx")]
mod sheet;
#[cfg(test)]
mod tests;
#[cfg(feature = "xlsx")]
mod workbook;
mod zip_archive;

use super::bibliography::{Cited, citations};
use super::content::ExportContent;
use super::csv_lines::{Separator, records};
use super::dataset::content_json;
use super::document::DocumentWording;
use super::docx::{Docx, docx};
use super::error::ExportError;
use super::exported::Exported;
use super::html::page;
use super::list_filter::ListFilter;
use super::records::{RecordSet, table};
use super::text_style::TextStyle;
use crate::domain::{Dataset, Measure, Request};
use crate::wording::CitationStyle;

pub use export_format::ExportFormat;
pub use hand_out::HandOut;

/// What is exported, and how.
#[derive(Clone, Debug)]
pub struct ExportRequest<'a> {
    /// Which figures are exported, with what they refer to.
    pub filter: &'a ListFilter,
    /// How figures are put where they are compared.
    pub measure: Measure,
    /// The table, where a format has only one.
    pub table: RecordSet,
    /// The language and the signs of what people read.
    pub style: TextStyle,
    /// Whether only built-in packs are in force, whose licence is known.
    pub is_built_in: bool,
    /// What is compared, where that is not simply what the filter takes.
    pub requests: &'a [Request],
    /// The deck that is written instead of comparisons, where the format is one to hand out.
    pub hand_out: Option<HandOut<'a>>,
}

/// Exports what is asked for.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn export(dataset: &Dataset, format: ExportFormat, request: &ExportRequest) -> Result<Exported, ExportError> {
    let content = ExportContent::new(dataset, request.filter, request.measure).with_requests(request.requests);
    let cited = |style| citations(dataset, Cited::Articles(&content.articles), style, request.style.lang);
    let hand_out = |wording| hand_out::document(&content, request.hand_out, request.style.lang, wording);
    Ok(match format {
        ExportFormat::Csv => Exported::Text(records(&table(request.table, &content), Separator::Comma)?),
        ExportFormat::Tsv => Exported::Text(records(&table(request.table, &content), Separator::Tab)?),
        ExportFormat::Json => Exported::Text(content_json(&content)?),
        ExportFormat::Markdown => Exported::Text(document::document(&content, &request.style)),
        ExportFormat::Html => Exported::Text(page(&hand_out(DocumentWording::Signs))),
        ExportFormat::Docx => {
            let Docx { bytes, without_bars } = docx(&hand_out(DocumentWording::Office), content.date());
            Exported::Document { bytes, without_bars }
        }
        ExportFormat::Bibtex => Exported::Text(cited(CitationStyle::Bibtex)?),
        ExportFormat::CslJson => Exported::Text(cited(CitationStyle::CslJson)?),
        ExportFormat::SdmxCsv => Exported::WithStructure {
            text: sdmx_csv::observations(&content)?,
            structure: sdmx_structure::structure(&content)?,
        },
        ExportFormat::DataPackage => Exported::Folder(data_package::package(&content, request.is_built_in)?),
        ExportFormat::Xlsx => Exported::Bytes(workbook(&content, &request.style)?),
    })
}

#[cfg(feature = "xlsx")]
fn workbook(content: &ExportContent, style: &TextStyle) -> Result<Vec<u8>, ExportError> {
    workbook::workbook(content, style.lang)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &ExportContent, _: &TextStyle) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::NotBuilt)
}
