//! The parts of a document.

use super::chart::Chart;
use super::notes::SourceNote;
use crate::text::{Lang, Phrase};

/// A document, in the order in which it is read.
#[derive(Clone, Debug)]
pub(in crate::export) struct Document {
    pub lang: Lang,
    pub title: String,
    /// What stands below the title.
    pub about: Option<String>,
    /// How much is compared, and how much is left out.
    pub compared: Option<String>,
    pub blocks: Vec<Block>,
    /// The sources, as they are numbered in the text.
    pub notes: Vec<SourceNote>,
    /// The versions of the data.
    pub data: Option<String>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub(in crate::export) enum Block {
    /// A heading of the second or the third level.
    Heading(HeadingLevel, String),
    /// Another slide of a hand-out begins.
    Slide,
    Paragraph(Vec<Piece>),
    /// A list without numbers.
    Items(Vec<Vec<Piece>>),
    Table(DocumentTable),
    Chart(Chart),
    /// What the speaker says to a slide.
    Spoken(Vec<Piece>),
}

/// The level of a heading below the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum HeadingLevel {
    Section,
    Part,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::export) enum Piece {
    Words(String),
    Strong(String),
    /// The mark of a note, by its place among the notes.
    Note(usize),
}

/// A table of a document, with a heading over each column.
#[derive(Clone, Debug)]
pub(in crate::export) struct DocumentTable {
    /// What the table shows, for who does not see where it stands.
    pub caption: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Vec<Piece>>>,
}

impl DocumentTable {
    /// Begins a table without rows.
    pub fn new(caption: String, headings: &[Phrase], lang: Lang) -> Self {
        let headings = headings.iter().map(|heading| heading.get(lang).to_owned()).collect();
        Self { caption, headings, rows: Vec::new() }
    }
}

/// Returns a cell or a line that is nothing but words.
pub(super) fn words(text: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Words(text.into())]
}
