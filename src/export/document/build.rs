//! Builds documents: of comparisons, and of the slides of a deck.

use super::builder::Builder;
use super::deck::{SpeakerNotes, deck_blocks};
use super::document_wording::DocumentWording;
use super::model::{Block, Document, HeadingLevel};
use super::slide::figures_table;
use super::sources::{ArticleDetail, article_blocks};
use crate::deck::{Deck, Library};
use crate::domain::{Area, Comparison, Dataset, Key, Observation};
use crate::text::{Lang, Phrase};
use crate::wording::data_in_force;
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "市政协履职数字对比", en: "City CPPCC committees compared" };

/// Builds the document of some comparisons, with as much of the cited articles as is asked for, and at its head what is
/// compared.
pub(in crate::export) fn comparison_document(
    dataset: &Dataset,
    comparisons: &[Comparison],
    compared: Option<String>,
    lang: Lang,
    wording: DocumentWording,
) -> Document {
    let mut builder = Builder::new(dataset, lang, wording);
    for comparison in comparisons {
        builder.comparison(comparison);
    }
    let about = about(dataset, comparisons, lang);
    Document { compared, ..finish(builder, TITLE.get(lang).to_owned(), about) }
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
    finish(builder, deck.name.get(lang).to_owned(), None)
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
    finish(builder, dataset.areas[area].committee.get(lang).to_owned(), None)
}

/// Names the areas that are compared.
fn about(dataset: &Dataset, comparisons: &[Comparison], lang: Lang) -> Option<String> {
    let areas = comparisons.iter().flat_map(|comparison| comparison.request.areas.iter()).unique();
    let mut names = areas.map(|area| dataset.areas[*area].name.get(lang));
    let names = names.join(if lang == Lang::Zh { "、" } else { ", " });
    (!names.is_empty()).then_some(names)
}

/// Adds the articles that are cited, and returns the document.
fn finish(mut builder: Builder<'_>, title: String, about: Option<String>) -> Document {
    let detail = match builder.wording {
        DocumentWording::Signs => ArticleDetail::WithDigest,
        DocumentWording::Office => ArticleDetail::CaveatsOnly,
    };
    let articles = builder.notes.articles().to_vec();
    article_blocks(&mut builder, &articles, detail);
    let Builder { dataset, lang, notes, blocks, .. } = builder;
    Document { lang, title, about, compared: None, blocks, notes: notes.into_all(), data: data_in_force(dataset, lang) }
}
