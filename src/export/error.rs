//! Why a format could not be written.

use std::fmt;

/// Writing failed, which the formats never do for data that could be loaded.
#[derive(Debug)]
pub enum ExportError {
    /// The JSON could not be written.
    Json(serde_json::Error),
    /// The comma-separated values could not be written.
    Csv(csv::Error),
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(formatter, "{error}"),
            Self::Csv(error) => write!(formatter, "{error}"),
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
