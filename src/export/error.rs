//! Why a format could not be written.

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
            Self::NotBuilt => formatter.write_str("xlsx: not in this build (--no-default-features)"),
        }
    }
}

impl std::error::Error for ExportError {}

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
