//! Comparisons, lists and figures as text: for a terminal, for other programs, for a document.
//!
//! Nothing is computed here. Every format shows the same [`Comparison`](crate::domain::Comparison) or the same
//! [`Dataset`](crate::domain::Dataset), and every function returns a string; the caller writes it.

mod bibliography;
mod city;
mod comparison_text;
mod csv_lines;
mod dataset;
mod error;
mod figure;
#[cfg(test)]
mod fixture;
mod format;
mod json_parts;
mod list;
mod observations;
mod table;
mod text_style;
mod verdict_groups;

pub use bibliography::{Cited, citations};
pub use city::city;
pub use dataset::dataset_json;
pub use error::ExportError;
pub use figure::figure;
pub use format::{ComparisonSet, Format, comparisons};
pub use list::{ListSubject, list};
pub use observations::observations_csv;
pub use text_style::{Paint, TextStyle};
