//! Why a format could not be written.

use crate::text::{Phrase, Text};
use std::fmt;

/// Writing failed, which the formats never do for data that could be loaded.
#[derive(Debug)]
pub enum ExportError {
    /// The JSON could not be written.
    Json(serde_json::Error),
    /// The comma-separated values could not be written.
    Csv(csv::Error),
    /// The workbook could not be written: a spreadsheet has room for so many rows and characters only.
    #[cfg(feature = "xlsx")]
    Workbook(rust_xlsxwriter::XlsxError),
    /// The program was built without this format.
    NotBuilt,
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(formatter, "{error}"),
            Self::Csv(error) => write!(formatter, "{error}"),
            #[cfg(feature = "xlsx")]
            Self::Workbook(error) => write!(formatter, "{error}"),
            Self::NotBuilt => formatter.write_str("not built with XLSX"),
        }
    }
}

impl std::error::Error for ExportError {}

impl ExportError {
    /// Returns the words for a person. What a library says of itself is in English.
    #[must_use]
    pub fn text(&self) -> Text {
        const NOT_BUILT: Phrase = Phrase {
            zh: "这个程序编译时没有带上 XLSX；可导出 csv",
            en: "this program was built without XLSX; it writes csv",
        };
        match self {
            Self::NotBuilt => NOT_BUILT.into(),
            other => Text::new(other.to_string(), other.to_string()),
        }
    }
}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<csv::Error> for ExportError {
    fn from(error: csv::Error) -> Self {
        Self::Csv(error)
    }
}

#[cfg(feature = "xlsx")]
impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(error)
    }
}
