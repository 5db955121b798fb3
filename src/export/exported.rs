//! What an export makes: a text, a file for programs, or several files.

use crate::export::PngError;
use jiff::civil::Date;

/// A file of several that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What an export has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// One text by itself.
    Text(String),
    /// One file that only programs can read.
    Bytes(Vec<u8>),
    /// A document for a word processor; and why its bars are left out, where they are.
    Document { bytes: Vec<u8>, without_bars: Option<PngError> },
    /// A text, and the definition of its structure, which is to stand beside it.
    WithStructure { text: String, structure: String },
    /// Files that are to stand in one folder, or in one archive; see [`archive`](ExportedFolder::archive).
    Folder(ExportedFolder),
}

/// Files that are to stand in one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFolder {
    pub files: Vec<ExportedFile>,
    /// The date that they all have.
    pub(in crate::export) date: Date,
}
