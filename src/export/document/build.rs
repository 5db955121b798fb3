//! Builds documents: of comparisons, and of the slides of a deck.

use super::deck::{SpeakerNotes, deck_blocks};
use super::model::{Block, Document, DocumentWording, HeadingLevel, Piece};
use super::notes::Notes;
use super::slide::figures_table;
use super::sources::{ArticleDetail, article_blocks};
use crate::deck::{Deck, Library};
use crate::domain::digest::RichText;
use crate::domain::{Area, Comparison, Dataset, Key, Observation};
use crate::text::{Lang, Phrase};
use crate::wording::{data_in_force, worded};
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "市政协履职数字对比", en: "City CPPCC committees compared" };

/// A document that is being built.
pub(super) struct Builder<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
    pub wording: DocumentWording,
    pub notes: Notes,
    pub blocks: Vec<Block>,
}

/// Builds the document of some comparisons, with as much of the cited articles as is asked for.
pub(in crate::export) fn comparison_document(
    dataset: &Dataset,
    comparisons: &[Comparison],
    lang: Lang,
    wording: DocumentWording,
) -> Document {
    let mut builder = Builder::new(dataset, lang, wording);
    for comparison in comparisons {
        builder.comparison(comparison);
    }
    let about = about(dataset, comparisons, lang);
    builder.finish(TITLE.get(lang).to_owned(), about)
}

/// Builds the hand-out of a deck: its slides one after another.
pub(in crate::export) fn deck_document(
    library: &Library,
    deck: &Deck,
    lang: Lang,
    wording: DocumentWording,
    spoken: SpeakerNotes,
) -> Document {
    let mut builder = Builder::new(library, lang, wording);
    deck_blocks(&mut builder, deck, spoken);
    builder.finish(deck.name.get(lang).to_owned(), None)
}

/// Builds the document of one area: some of its figures, theme by theme.
pub(in crate::export) fn area_document(
    dataset: &Dataset,
    area: Key<Area>,
    figures: &[Key<Observation>],
    lang: Lang,
    wording: DocumentWording,
) -> Document {
    let mut builder = Builder::new(dataset, lang, wording);
    for (key, theme) in dataset.themes.iter() {
        let is_of =
            |figure: &&Key<Observation>| dataset.indicators[dataset.observations[**figure].indicator].theme == key;
        let of_theme = figures.iter().filter(is_of).copied().collect_vec();
        if !of_theme.is_empty() {
            builder.blocks.push(Block::Heading(HeadingLevel::Section, theme.name.get(lang).to_owned()));
            figures_table(&mut builder, &of_theme);
        }
    }
    builder.finish(dataset.areas[area].committee.get(lang).to_owned(), None)
}

/// Names the areas that are compared.
fn about(dataset: &Dataset, comparisons: &[Comparison], lang: Lang) -> Option<String> {
    let areas = comparisons.iter().flat_map(|comparison| &comparison.request.areas).unique();
    let mut names = areas.map(|area| dataset.areas[*area].name.get(lang));
    let names = names.join(if lang == Lang::Zh { "、" } else { ", " });
    (!names.is_empty()).then_some(names)
}

impl<'a> Builder<'a> {
    fn new(dataset: &'a Dataset, lang: Lang, wording: DocumentWording) -> Self {
        Self { dataset, lang, wording, notes: Notes::default(), blocks: Vec::new() }
    }

    fn finish(mut self, title: String, about: Option<String>) -> Document {
        let detail = match self.wording {
            DocumentWording::Signs => ArticleDetail::WithDigest,
            DocumentWording::Office => ArticleDetail::CaveatsOnly,
        };
        let articles = self.notes.articles().to_vec();
        article_blocks(&mut self, &articles, detail);
        let data = data_in_force(self.dataset, self.lang);
        Document { lang: self.lang, title, about, blocks: self.blocks, notes: self.notes.into_all(), data }
    }

    /// Returns the marks of the notes to some figures.
    pub fn marks(&mut self, figures: &[Key<Observation>]) -> Vec<Piece> {
        let notes = figures.iter().flat_map(|key| self.notes.to_figure(self.dataset, *key, self.lang)).collect_vec();
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
