//! What every format can write.

use crate::domain::{Comparison, Dataset};
use crate::export::error::ExportError;
use crate::export::table::DataTable;
use crate::export::text_style::TextStyle;

/// The comparisons that were asked for.
///
/// JSON tells the two apart: one comparison is an object, several are an array, even if only one is left.
#[derive(Clone, Copy, Debug)]
pub enum ComparisonSet<'a> {
    /// One comparison, asked for by name.
    One(&'a Comparison),
    /// Any number of comparisons.
    Several(&'a [Comparison]),
}

impl<'a> ComparisonSet<'a> {
    /// Returns the comparisons, one or several.
    pub(super) fn all(self) -> &'a [Comparison] {
        match self {
            Self::One(comparison) => std::slice::from_ref(comparison),
            Self::Several(comparisons) => comparisons,
        }
    }
}

/// A format: how comparisons and lists are written. A new format implements this in a file of its own.
pub(super) trait FormatWriter {
    /// Writes comparisons one after another.
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, style: &TextStyle) -> Result<String, ExportError>;

    /// Writes a list as a table.
    fn table(&self, table: &DataTable, style: &TextStyle) -> Result<WrittenTable, ExportError>;
}

/// A list as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenTable {
    /// The lines of the list.
    pub text: String,
    /// The headings of the columns for which the lines have no room.
    pub left_out: Vec<String>,
}

impl From<String> for WrittenTable {
    fn from(text: String) -> Self {
        Self { text, left_out: Vec::new() }
    }
}
