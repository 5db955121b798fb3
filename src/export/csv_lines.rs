//! Comma-separated values by RFC 4180: a header, CRLF line ends, quotation marks only where needed, UTF-8 without a
//! byte order mark. Tab-separated values are written alike, and have no tab or line end within a field.

use super::error::ExportError;
use super::records::{RecordField, RecordTable};
use super::table::DataValue;
use crate::text::inert;
use csv::{Terminator, WriterBuilder};
use itertools::Itertools;

/// What stands between two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    Comma,
    Tab,
}

/// Writes one line of names and the rows below it, each as long as the first.
pub(super) fn lines<'a>(
    names: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<String>>,
    separator: Separator,
) -> Result<String, ExportError> {
    let delimiter = if separator == Separator::Tab { b'\t' } else { b',' };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(names)?;
    for row in rows {
        match separator {
            Separator::Comma => writer.write_record(row)?,
            // Who reads tab-separated values splits lines at tabs, and knows no quotation marks.
            Separator::Tab => writer.write_record(row.iter().map(|cell| cell.replace(['\t', '\n'], " ")))?,
        }
    }
    let bytes = writer.into_inner().map_err(|error| ExportError::Csv(error.into_error().into()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes a table of records.
pub(super) fn records(table: &RecordTable, separator: Separator) -> Result<String, ExportError> {
    let columns = table.fields.iter().map(RecordField::columns).collect_vec();
    let names = columns.iter().flatten().map(|(name, _)| name.as_str());
    let rows = table.rows.iter().map(|row| {
        let values = columns.iter().zip(row);
        values.flat_map(|(columns, value)| cells(value, columns.len() > 1)).collect()
    });
    lines(names, rows, separator)
}

/// Returns the one or two fields of a value. Words can't become a formula of a spreadsheet, and nothing is hidden in them.
pub(super) fn cells(value: &DataValue, is_both: bool) -> Vec<String> {
    match value {
        DataValue::Both(text) => vec![inert(&text.zh).into_owned(), inert(&text.en).into_owned()],
        DataValue::Word(word) => vec![inert(word).into_owned()],
        DataValue::Count(count) => vec![count.to_string()],
        DataValue::Amount(amount) => vec![amount.get().to_string()],
        DataValue::Flag(flag) => vec![flag.to_string()],
        DataValue::Unknown => vec![String::new(); 1 + usize::from(is_both)],
    }
}
