//! Tables whose columns say what they hold.

use super::record_set::RecordSet;
use crate::domain::Dataset;
use crate::export::table::DataValue;
use crate::text::{Lang, Phrase, Text, Word};
use itertools::Itertools;

/// What the values of a column are.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) enum RecordKind {
    /// The same in both languages.
    Word,
    /// Words in both languages, in a column for each.
    Both,
    /// A number, which may have a fraction.
    Number,
    /// A number without a fraction.
    Count,
    /// An answer of yes or no.
    Flag,
    /// A date at the precision known: a year, a month or a day.
    Date,
    /// An address on the web.
    Address,
    /// One of a few words, with the name that people read.
    Term(fn() -> Vec<(&'static str, Phrase)>),
}

/// Returns the words of an enum with the names that people read.
pub(in crate::export) fn terms<W: Word>(name: impl Fn(W) -> Phrase) -> Vec<(&'static str, Phrase)> {
    W::WORDS.iter().map(|(word, meaning)| (*word, name(*meaning))).collect()
}

/// What a column is called, and what it holds.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct RecordField {
    /// The stable name by which other programs know the column.
    pub id: &'static str,
    pub kind: RecordKind,
    /// The heading that people read.
    pub name: Phrase,
    /// What it holds, for the dictionary.
    pub about: Phrase,
}

impl RecordField {
    /// Returns the words that it takes, with their names; none where it takes any.
    pub fn words(&self) -> Vec<(&'static str, Phrase)> {
        match self.kind {
            RecordKind::Term(words) => words(),
            _ => Vec::new(),
        }
    }

    /// Returns the names of its columns: two where it is in both languages.
    pub fn columns(&self) -> Vec<(String, Option<Lang>)> {
        match self.kind {
            RecordKind::Both => {
                vec![(format!("{}_zh", self.id), Some(Lang::Zh)), (format!("{}_en", self.id), Some(Lang::En))]
            }
            _ => vec![(self.id.to_owned(), None)],
        }
    }
}

/// A column, and how its value is taken from a row.
pub(in crate::export) struct RecordColumn<R: ?Sized> {
    pub field: RecordField,
    pub value: fn(&Dataset, &R) -> DataValue,
}

/// Returns a column. Its name and what it holds are given in Chinese and in English.
pub(in crate::export) const fn column<R: ?Sized>(
    id: &'static str,
    kind: RecordKind,
    name: [&'static str; 2],
    about: [&'static str; 2],
    value: fn(&Dataset, &R) -> DataValue,
) -> RecordColumn<R> {
    let [zh, en] = name;
    let [about_zh, about_en] = about;
    let (name, about) = (Phrase { zh, en }, Phrase { zh: about_zh, en: about_en });
    RecordColumn { field: RecordField { id, kind, name, about }, value }
}

/// A column whose values name rows of another table.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct RecordReference {
    pub field: &'static str,
    pub to: RecordSet,
}

/// Rows with what their columns hold.
pub(in crate::export) struct RecordTable {
    pub set: RecordSet,
    pub title: Phrase,
    pub fields: Vec<RecordField>,
    pub rows: Vec<Vec<DataValue>>,
    /// The columns that tell one row from another; none where nothing does.
    pub key: &'static [&'static str],
    pub references: Vec<RecordReference>,
}

impl RecordTable {
    /// Takes the values of all rows.
    pub fn new<'a, R: ?Sized + 'a>(
        set: RecordSet,
        title: Phrase,
        columns: &[&[RecordColumn<R>]],
        dataset: &Dataset,
        rows: impl IntoIterator<Item = &'a R>,
    ) -> Self {
        let columns = columns.iter().copied().flatten().collect_vec();
        let row = |row: &R| columns.iter().map(|column| (column.value)(dataset, row)).collect_vec();
        let rows = rows.into_iter().map(row).collect();
        let fields = columns.iter().map(|column| column.field).collect();
        Self { set, title, fields, rows, key: &[], references: Vec::new() }
    }

    /// Says which columns tell one row from another, and which name rows of other tables.
    pub fn keyed(self, key: &'static [&'static str], references: &[(&'static str, RecordSet)]) -> Self {
        let references = references.iter().map(|(field, to)| RecordReference { field, to: *to }).collect();
        Self { key, references, ..self }
    }
}

/// Returns words, where there are any.
pub(in crate::export) fn filled(words: &str) -> DataValue {
    if words.is_empty() { DataValue::Unknown } else { words.into() }
}

/// Returns a text, where there is one.
pub(in crate::export) fn text(text: Option<&Text>) -> DataValue {
    text.into()
}

/// The columns that tell the state of the data in which a row stands.
pub(in crate::export) const PACK: ([&str; 2], [&str; 2]) =
    (["数据包", "pack"], ["所属数据包的代号", "The id of the pack that it belongs to"]);
/// The version of that pack.
pub(in crate::export) const PACK_VERSION: ([&str; 2], [&str; 2]) = (
    ["数据版本", "version of the data"],
    ["数据包的版本，引用时请写明", "The version of the pack, to be named when it is quoted"],
);
