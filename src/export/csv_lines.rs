//! Comma-separated values by RFC 4180: a header, CRLF line ends, quotation marks only where needed, UTF-8 without a
//! byte order mark.

use super::error::ExportError;
use csv::{Terminator, WriterBuilder};

/// Writes one line of names and the rows below it, each as long as the first.
pub(super) fn lines<'a>(
    names: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<String, ExportError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(names)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| ExportError::Csv(error.into_error().into()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A column's name with the value in one row.
pub(super) type CsvField = (&'static str, String);

/// Writes rows that each name their columns, which must be the columns in `names`. The line of names is written even
/// where there is no row.
pub(super) fn fields(
    names: &[&'static str],
    rows: impl IntoIterator<Item = Vec<CsvField>>,
) -> Result<String, ExportError> {
    let rows = rows.into_iter().map(|row| {
        debug_assert!(row.iter().map(|(name, _)| name).eq(names), "the columns of every row are those named");
        row.into_iter().map(|(_, value)| value).collect()
    });
    lines(names.iter().copied(), rows)
}
