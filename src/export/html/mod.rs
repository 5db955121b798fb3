//! A document as one page of HTML that needs nothing beside it: no script, no request, no font.

mod blocks;
mod page;

use super::document::{DocumentWording, SpeakerNotes, comparison_document, deck_document};
use crate::deck::{Deck, Library};
use crate::domain::{Comparison, Dataset};
use crate::text::Lang;

/// Writes comparisons as a page.
#[must_use]
pub fn comparisons_html(dataset: &Dataset, comparisons: &[Comparison], lang: Lang) -> String {
    page::page(&comparison_document(dataset, comparisons, lang, DocumentWording::Signs))
}

/// Writes a deck as a page: its slides one after another, as a hand-out.
#[must_use]
pub fn deck_html(library: &Library, deck: &Deck, lang: Lang, spoken: SpeakerNotes) -> String {
    page::page(&deck_document(library, deck, lang, DocumentWording::Signs, spoken))
}
