//! Tables: rows under headings, from which every format writes the same values.

use crate::domain::Amount;
use crate::export::text_style::TextStyle;
use crate::text::number::written;
use crate::text::{Lang, Phrase, Text};

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

impl From<Amount> for DataValue {
    fn from(amount: Amount) -> Self {
        Self::Amount(amount)
    }
}

impl From<usize> for DataValue {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Text> for DataValue {
    fn from(text: Text) -> Self {
        Self::Both(text)
    }
}

impl From<String> for DataValue {
    fn from(word: String) -> Self {
        Self::Word(word)
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
    /// The fewest cells to which it may be cut.
    pub least: usize,
    /// Whether it may be left out where the others would have to be cut short; the last goes first.
    pub may_go: bool,
}

/// Returns a column of single words that only other programs need.
pub(super) const fn word(id: &'static str) -> DataColumn {
    DataColumn { id, heading: None, is_both: false, may_shrink: false, least: 8, may_go: false }
}

/// Returns a column of words in both languages that only other programs need.
pub(super) const fn both(id: &'static str) -> DataColumn {
    DataColumn { is_both: true, may_shrink: true, ..word(id) }
}

impl DataColumn {
    /// Keeps the column whole, because its words are short.
    pub(super) const fn whole(self) -> Self {
        Self { may_shrink: false, ..self }
    }

    /// Lets the column be left out where a line has no room.
    pub(super) const fn optional(self) -> Self {
        Self { may_go: true, ..self }
    }

    /// Lets the column be cut where a line has no room.
    pub(super) const fn shrinking(self) -> Self {
        Self { may_shrink: true, ..self }
    }

    /// Lets the column be cut to no fewer than so many cells.
    pub(super) const fn shrinking_to(self, least: usize) -> Self {
        Self { least, ..self.shrinking() }
    }

    /// Gives the column a heading, so that people see it.
    pub(super) const fn headed(self, zh: &'static str, en: &'static str) -> Self {
        Self { heading: Some(Phrase { zh, en }), ..self }
    }
}

pub(super) const ID: DataColumn = word("id").headed("代号", "id");
pub(super) const NAME: DataColumn = both("name").headed("名称", "name");
pub(super) const AREA: DataColumn = word("area");
pub(super) const AREA_NAME: DataColumn = both("area_name").headed("地区", "area").whole();
pub(super) const FIGURES: DataColumn = word("figures").headed("数字", "figures");

/// Rows under headings; each row has one value for each column.
pub(super) struct DataTable {
    pub columns: Vec<DataColumn>,
    pub rows: Vec<Vec<DataValue>>,
    /// The headings of single columns that come from the data, such as the name of an area.
    pub data_headings: Vec<(&'static str, Text)>,
}

impl DataTable {
    /// Makes a table whose headings are all fixed.
    pub(super) fn new(columns: Vec<DataColumn>, rows: impl IntoIterator<Item = Vec<DataValue>>) -> Self {
        Self { columns, rows: rows.into_iter().collect(), data_headings: Vec::new() }
    }

    /// Returns the heading of a column; `None` where only other programs need the column.
    pub(super) fn heading(&self, column: &DataColumn, lang: Lang) -> Option<String> {
        let fixed = column.heading?.get(lang).to_owned();
        let from_data = self.data_headings.iter().find(|(id, _)| *id == column.id);
        Some(from_data.map_or(fixed, |(_, heading)| heading.get(lang).to_owned()))
    }
}
