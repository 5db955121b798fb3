//! Citations of figures: one sentence for a briefing, or a reference to the source.

use super::sentence::article_in_short;
use crate::domain::{Article, Dataset, Key};
use crate::text::{Lang, words};

/// The style of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationStyle {
    /// One sentence with the figure, its period and its source.
    Sentence,
    /// A reference to the article alone, by GB/T 7714-2015.
    Gbt7714,
    /// An entry of a BibTeX file.
    Bibtex,
    /// An item of CSL-JSON, which programs that manage references read.
    CslJson,
}

words! { CitationStyle { Gbt7714 => "gbt7714", Sentence => "sentence", Bibtex => "bibtex", CslJson => "csl-json" } }

/// Tells an article in one sentence.
#[must_use]
pub fn article_sentence(dataset: &Dataset, key: Key<Article>, lang: Lang) -> String {
    article_in_short(&dataset.articles[key], lang)
}
