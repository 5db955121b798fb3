//! Tables: rows under headings, from which every format writes the same values.

use crate::domain::Amount;
use crate::export::text_style::TextStyle;
use crate::text::number::written;
use crate::text::{Phrase, Text};

/// The value in one row and column of a table.
#[derive(Clone, Debug)]
pub(super) enum DataValue {
    /// An id, a date, something printed: the same in both languages.
    Word(String),
    /// Words in both languages. CSV has a column for each.
    Both(Text),
    /// A number of things.
    Count(usize),
    /// A number that the data holds.
    Amount(Amount),
    /// An answer of yes or no.
    Flag(bool),
    /// There is nothing, or nothing is known.
    Unknown,
}

impl From<&str> for DataValue {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<&Text> for DataValue {
    fn from(text: &Text) -> Self {
        Self::Both(text.clone())
    }
}

impl From<Phrase> for DataValue {
    fn from(phrase: Phrase) -> Self {
        Self::Both(phrase.into())
    }
}

impl From<usize> for DataValue {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<bool> for DataValue {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<DataValue>> From<Option<T>> for DataValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Into::into)
    }
}

const YES: Phrase = Phrase { zh: "是", en: "yes" };

impl DataValue {
    /// Returns the value as people read it; “no” and what is not known are left blank.
    pub(super) fn text(&self, style: &TextStyle) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Both(text) => text.get(style.lang).to_owned(),
            Self::Count(count) => count.to_string(),
            Self::Amount(amount) => written(amount.get(), style.lang),
            Self::Flag(true) => YES.get(style.lang).to_owned(),
            Self::Flag(false) | Self::Unknown => String::new(),
        }
    }
}

/// A column of a table. A column without a heading is needed by other programs only.
#[derive(Clone, Copy, Debug)]
pub(super) struct DataColumn {
    /// The stable name by which other programs know the column.
    pub id: &'static str,
    pub heading: Option<Phrase>,
    /// Whether its words are in both languages, so that CSV needs two columns.
    pub is_both: bool,
    /// Whether it may be cut where a line has no room.
    pub may_shrink: bool,
    /// Whether it may be left out where the others would have to be cut short; the last goes first.
    pub may_go: bool,
}

/// Rows under headings; each row has one value for each column.
pub(super) struct DataTable {
    pub columns: Vec<DataColumn>,
    pub rows: Vec<Vec<DataValue>>,
}
