//! The data dictionary: every column of every table, in both languages.

use super::record_table::{RecordKind, RecordTable};
use crate::text::Text;
use itertools::Itertools;

/// What the columns of the dictionary itself are called.
pub(in crate::export) const DICTIONARY_COLUMNS: [&str; 8] =
    ["table", "column", "type", "words", "name_zh", "name_en", "about_zh", "about_en"];

/// Returns a row for every column of the tables: its table, name and type, its words, and what it holds.
pub(in crate::export) fn dictionary<'a>(tables: impl IntoIterator<Item = &'a RecordTable>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for table in tables {
        for field in &table.fields {
            let words =
                field.words().iter().map(|(word, name)| format!("{word} = {} · {}", name.zh, name.en)).join("; ");
            for (column, _) in field.columns() {
                let (name, about) = (Text::from(field.name), Text::from(field.about));
                let fields = [table.set.id().to_owned(), column, field.kind.type_name().to_owned(), words.clone()];
                rows.push(fields.into_iter().chain([name.zh, name.en, about.zh, about.en]).collect());
            }
        }
    }
    rows
}

impl RecordKind {
    /// Returns the type by its name in a table schema.
    pub(in crate::export) const fn type_name(self) -> &'static str {
        match self {
            Self::Word | Self::Both | Self::Date | Self::Address | Self::Term(_) => "string",
            Self::Number => "number",
            Self::Count => "integer",
            Self::Flag => "boolean",
        }
    }
}
