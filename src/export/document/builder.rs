//! A document that is being built: what is added to it, and the notes to it.

use super::document_wording::DocumentWording;
use super::model::{Block, Piece};
use super::notes::Notes;
use crate::domain::digest::RichText;
use crate::domain::{Dataset, Key, Observation};
use crate::text::Lang;
use crate::wording::worded;
use itertools::Itertools;

/// A document that is being built.
pub(super) struct Builder<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
    pub wording: DocumentWording,
    pub notes: Notes,
    pub blocks: Vec<Block>,
}

impl<'a> Builder<'a> {
    /// Begins an empty document.
    pub fn new(dataset: &'a Dataset, lang: Lang, wording: DocumentWording) -> Self {
        Self { dataset, lang, wording, notes: Notes::default(), blocks: Vec::new() }
    }

    /// Returns the marks of the notes to some figures.
    pub fn marks(&mut self, figures: &[Key<Observation>]) -> Vec<Piece> {
        let notes = figures.iter().flat_map(|key| self.notes.add_figure(self.dataset, *key, self.lang)).collect_vec();
        notes.into_iter().unique().map(Piece::Note).collect()
    }

    /// Returns the paragraphs of a text, its figures in words, each with the marks of its sources.
    pub fn paragraphs(&mut self, text: &RichText) -> Vec<Vec<Piece>> {
        let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new()];
        for (words, figure) in worded(self.dataset, text.inlines(self.lang), self.lang) {
            for (index, part) in words.split('\n').enumerate() {
                if index > 0 {
                    paragraphs.push(Vec::new());
                }
                if let Some(last) = paragraphs.last_mut().filter(|_| !part.is_empty()) {
                    last.push(Piece::Words(part.to_owned()));
                }
            }
            let marks = figure.map(|figure| self.marks(&[figure])).unwrap_or_default();
            if let Some(last) = paragraphs.last_mut() {
                last.extend(marks);
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }
}
