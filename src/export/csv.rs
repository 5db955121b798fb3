//! Comma-separated values by RFC 4180: one line of names, CRLF line ends, quotation marks only where they are needed,
//! UTF-8 without a mark at its front.

use super::Error;
use csv::{Terminator, WriterBuilder};

/// Writes one line of names and the rows below it, each as long as the first.
pub(super) fn lines<'a>(
    names: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<String, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(names)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::Csv(error.into_error().into()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A column's name and what stands in it.
pub(super) type Field = (&'static str, String);

/// Writes rows that each name their columns. All have the same columns; without a row there is no line of names either.
pub(super) fn fields(names: &[&'static str], rows: impl IntoIterator<Item = Vec<Field>>) -> Result<String, Error> {
    let rows = rows.into_iter().map(|row| {
        debug_assert!(row.iter().map(|(name, _)| name).eq(names), "the columns of every row are those named");
        row.into_iter().map(|(_, value)| value).collect()
    });
    lines(names.iter().copied(), rows)
}
