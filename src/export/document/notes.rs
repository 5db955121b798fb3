//! The sources of a document as numbered notes: what is printed, where, and how it was seen.

use crate::domain::observation::PrintedSource;
use crate::domain::{Article, Dataset, Key, Observation};
use crate::export::comparison_text::paragraph;
use crate::text::{Lang, quoted};
use crate::wording::reference;
use itertools::Itertools;

/// A note to a figure: its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::export) struct SourceNote {
    pub text: String,
    /// The address that stands in the text, where there is one.
    pub address: Option<String>,
}

/// The notes that a document has so far; the same source has one number.
#[derive(Debug, Default)]
pub(super) struct Notes {
    all: Vec<SourceNote>,
    /// The articles that are cited, in their order.
    articles: Vec<Key<Article>>,
}

impl Notes {
    /// Returns the places of the notes to a figure, in the order of its sources.
    pub fn to_figure(&mut self, dataset: &Dataset, key: Key<Observation>, lang: Lang) -> Vec<usize> {
        let observation = &dataset.observations[key];
        observation.sources().map(|source| self.to_source(dataset, source, lang)).unique().collect()
    }

    /// Returns the place of the note to one source.
    pub fn to_source(&mut self, dataset: &Dataset, source: &PrintedSource, lang: Lang) -> usize {
        if !self.articles.contains(&source.article) {
            self.articles.push(source.article);
        }
        let note = note(dataset, source, lang);
        self.all.iter().position(|other| *other == note).unwrap_or_else(|| {
            self.all.push(note);
            self.all.len() - 1
        })
    }

    /// Returns the articles that the notes cite.
    pub fn articles(&self) -> &[Key<Article>] {
        &self.articles
    }

    /// Returns the notes in the order of their numbers.
    pub fn into_all(self) -> Vec<SourceNote> {
        self.all
    }
}

fn note(dataset: &Dataset, source: &PrintedSource, lang: Lang) -> SourceNote {
    let article = &dataset.articles[source.article];
    let (printed, paragraph) = (quoted(&source.printed), paragraph(source, lang));
    let (reference, grade) = (reference(dataset, source.article, lang), article.grade.name());
    let text = match lang {
        Lang::Zh => format!("{printed}，{}见：{reference}（{}）", paragraph.replace(' ', ""), grade.zh),
        Lang::En => format!("{printed},{} of {reference} ({})", non_empty(&paragraph, " text"), grade.en),
    };
    SourceNote { text, address: article.address.clone() }
}

/// Returns a text, or another where it is empty.
const fn non_empty<'a>(text: &'a str, instead: &'a str) -> &'a str {
    if text.is_empty() { instead } else { text }
}
