//! Comparisons, lists and figures as text: for a terminal, for other programs, for a document.
//!
//! Nothing is computed here. Every format shows the same [`Comparison`](crate::domain::Comparison) or the same
//! [`Dataset`](crate::domain::Dataset), and every function returns a string; the caller writes it.

mod bibliography;
mod city;
mod comparison_notes;
mod comparison_text;
mod content;
mod csv_lines;
mod dataset;
mod document;
mod docx;
mod error;
mod exported;
mod figure;
mod files;
#[cfg(test)]
mod fixture;
mod format;
mod html;
mod json_parts;
mod list;
mod list_filter;
mod list_of_decks;
mod list_of_figures;
mod list_of_origins;
mod markup;
mod picture;
mod records;
mod side_by_side;
mod table;
mod text_style;
mod verdict_groups;
mod verification;
mod what_is_compared;

pub use bibliography::{Cited, citations};
pub use city::city;
pub use dataset::dataset_json;
pub use document::SpeakerNotes;
pub use error::ExportError;
pub use exported::{Exported, ExportedFile, ExportedFolder};
pub use figure::figure;
pub use files::{ExportFormat, ExportRequest, HandOut, export};
pub use format::{ComparisonSet, Format, WrittenTable, comparisons};
pub use list::{ListRequest, ListSubject, list};
pub use list_filter::ListFilter;
pub use list_of_decks::ListedDeck;
pub use list_of_origins::{ListedOrigin, list_origins};
pub use picture::{ChartPicture, PngError, chart_svg, png};
pub use records::RecordSet;
pub use side_by_side::side_by_side;
pub use text_style::{Paint, TextStyle};
pub use verification::verification;
