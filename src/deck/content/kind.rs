//! What each kind of slide declares about itself.

use super::fields::FieldVisitor;
use super::target::SlideTarget;
use crate::text::Phrase;

/// What a slide of one kind shows.
pub(super) trait SlideKindContent {
    /// The word for the kind in files. It is spelt out, so that renaming a type cannot change a file format.
    const WORD: &'static str;
    /// What the list of slides calls the kind.
    const NAME: Phrase;
    /// Whether a slide of this kind must have a title.
    const NEEDS_TITLE: bool = false;
    /// Whether it must have words.
    const NEEDS_WORDS: bool = false;

    /// Returns a slide without content, for a reader to fill. Its keys mean nothing until every field has been read.
    fn blank() -> Self;

    /// Passes the fields to a visitor, in the order in which they are written.
    fn visit_fields(&mut self, _visitor: &mut dyn FieldVisitor) {}

    /// Returns what the slide is about: what the dashboard opens at, and what its sources are taken from.
    fn target(&self) -> SlideTarget<'_>;
}
