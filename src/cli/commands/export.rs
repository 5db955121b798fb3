//! `cppcc export`: writes the whole data.

use crate::cli::stream::{Failure, print, write_file};
use crate::cli::values::ExportFormat;
use crate::domain::Dataset;
use crate::export::{dataset_json, observations_csv};
use std::path::Path;

/// Writes the whole data to a file, or to standard output.
pub(in crate::cli) fn run(dataset: &Dataset, format: ExportFormat, output: Option<&Path>) -> Result<(), Failure> {
    let text = match format {
        ExportFormat::Json => dataset_json(dataset)?,
        ExportFormat::Csv => observations_csv(dataset)?,
    };
    write_output(output, &text)
}

/// Writes to the file that `--output` names; to standard output where it names none, or `-`.
pub(super) fn write_output(output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        Some(path) if path != Path::new("-") => write_file(path, text),
        _ => print(text),
    }
}
