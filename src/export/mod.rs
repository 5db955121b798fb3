//! Comparisons, lists and figures as text: for a terminal, for other programs, for a document.
//!
//! Nothing is computed here. Every format tells of the same [`Comparison`](crate::domain::Comparison) or the same
//! [`Dataset`](crate::domain::Dataset), and every function gives a string; whoever asked writes it.

mod city;
mod compare;
mod csv;
mod dataset;
mod figure;
#[cfg(test)]
mod fixture;
mod json;
mod list;
mod look;
mod observations;
mod sheet;

pub use city::city;
pub use compare::{Asked, comparisons};
pub use dataset::dataset_json;
pub use figure::figure;
pub use list::{Listing, list};
pub use look::{Look, Paint};
pub use observations::observations_csv;

use std::fmt;

/// How something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for people, with bars.
    Table,
    /// Comma-separated values, by RFC 4180.
    Csv,
    /// JSON.
    Json,
    /// A table of GitHub's Markdown.
    Markdown,
}

/// Writing failed, which the formats never do for data that could be loaded.
#[derive(Debug)]
pub enum Error {
    /// As JSON.
    Json(serde_json::Error),
    /// As comma-separated values.
    Csv(::csv::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(formatter, "{error}"),
            Self::Csv(error) => write!(formatter, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<::csv::Error> for Error {
    fn from(error: ::csv::Error) -> Self {
        Self::Csv(error)
    }
}
