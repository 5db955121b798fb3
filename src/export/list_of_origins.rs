//! The list of where entries come from.

use super::error::ExportError;
use super::format::{Format, WrittenTable};
use super::table::{DataTable, DataValue, ID, NAME, word};
use super::text_style::TextStyle;
use crate::text::Text;

/// An entry with where it comes from.
#[derive(Clone, Debug)]
pub struct ListedOrigin {
    /// The id of the entry.
    pub id: String,
    /// What the entry is called.
    pub name: Text,
    /// The id of its pack.
    pub pack: String,
    /// Its file and line.
    pub place: String,
    /// The packs, files and lines of the entries that it lies over; nothing where there is none.
    pub overrides: Option<String>,
}

/// Lists where entries come from, and what they override.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn list_origins(listed: &[ListedOrigin], format: Format, style: &TextStyle) -> Result<WrittenTable, ExportError> {
    let columns = vec![
        ID,
        NAME,
        word("pack").headed("数据包", "pack").whole(),
        word("file").headed("文件", "file").whole(),
        word("overrides").headed("覆盖", "overrides").whole(),
    ];
    let rows = listed.iter().map(|origin| {
        vec![
            origin.id.as_str().into(),
            (&origin.name).into(),
            origin.pack.as_str().into(),
            origin.place.as_str().into(),
            origin.overrides.clone().map(DataValue::Word).into(),
        ]
    });
    format.write_table(&DataTable::new(columns, rows), style)
}
