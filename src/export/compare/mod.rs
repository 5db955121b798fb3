//! A comparison in every format.

mod json;
mod markdown;
mod notes;
mod rows;
mod table;

use super::{Error, Format, Look};
use crate::domain::{Comparison, Dataset};
use itertools::Itertools;

/// Comparisons one after another. JSON has an object for one comparison and an array for any other number; CSV has one table
/// for all, a row for each cell, and leaves the verdicts between pairs to the other formats.
///
/// # Errors
/// Where the format can't be written; see [`Error`].
pub fn comparisons(
    dataset: &Dataset,
    comparisons: &[Comparison],
    format: Format,
    look: &Look,
) -> Result<String, Error> {
    match format {
        Format::Json => json::write(dataset, comparisons),
        Format::Csv => rows::csv(dataset, comparisons),
        Format::Table => {
            Ok(look.finish(&comparisons.iter().map(|comparison| table::table(dataset, comparison, look)).join("\n")))
        }
        Format::Markdown => {
            Ok(comparisons.iter().map(|comparison| markdown::markdown(dataset, comparison, look)).join("\n"))
        }
    }
}
