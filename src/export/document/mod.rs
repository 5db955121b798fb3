//! A comparison or a deck as a document: headings, tables, bars and footnotes, before it becomes HTML or DOCX.
//!
//! Every format that is read on paper is written from this, so that none of them can lose what another has.

mod build;
mod builder;
mod chart;
mod compared_row;
mod comparison;
mod deck;
mod document_wording;
mod model;
mod notes;
mod slide;
mod sources;

pub(super) use build::{area_document, comparison_document, deck_document};
pub(super) use chart::{BarSign, Chart, ChartRow};
pub(super) use compared_row::{RowBar, compared_rows};
pub use deck::SpeakerNotes;
pub(super) use document_wording::DocumentWording;
pub(super) use model::{Block, Document, DocumentTable, HeadingLevel, Piece};
pub(super) use notes::SourceNote;
