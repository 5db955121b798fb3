//! Lists of sources for a paper: references, BibTeX, CSL-JSON.

mod bibtex;
mod csl_json;

use super::error::ExportError;
use crate::domain::{Area, Article, Cell, Comparison, Dataset, Key, Observation};
use crate::text::Lang;
use crate::wording::{CitationStyle, article_sentence, cell_sentence, figure_sentence, gbt7714};
use itertools::Itertools;

/// Says what is cited.
#[derive(Clone, Copy, Debug)]
pub enum Cited<'a> {
    Figure(Key<Observation>),
    /// All figures of an area.
    Area(Key<Area>),
    /// Everything that stands in these comparisons.
    Comparisons(&'a [Comparison]),
    /// Articles that were chosen.
    Articles(&'a [Key<Article>]),
}

/// Cites in a style: every figure as a sentence, or every source once, in the order in which they come up.
///
/// # Errors
/// Where the JSON cannot be written; see [`ExportError`].
pub fn citations(dataset: &Dataset, cited: Cited, style: CitationStyle, lang: Lang) -> Result<String, ExportError> {
    let articles = || articles(dataset, cited);
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| line + "\n").collect::<String>();
    Ok(match style {
        CitationStyle::Sentence => lines(sentences(dataset, cited, lang)),
        CitationStyle::Gbt7714 => {
            lines(articles().into_iter().map(|key| gbt7714(dataset, &dataset.articles[key])).collect())
        }
        CitationStyle::Bibtex => {
            articles().into_iter().map(|key| bibtex::entry(dataset, &dataset.articles[key])).join("\n")
        }
        CitationStyle::CslJson => csl_json::items(dataset, &articles())?,
    })
}

fn sentences(dataset: &Dataset, cited: Cited, lang: Lang) -> Vec<String> {
    let figure = |key: Key<Observation>| figure_sentence(dataset, key, lang);
    match cited {
        Cited::Figure(key) => vec![figure(key)],
        Cited::Area(area) => dataset.observations.of_area(area).iter().copied().map(figure).collect(),
        Cited::Comparisons(all) => {
            let cells = all.iter().flat_map(|comparison| comparison.cells.iter().map(move |cell| (comparison, cell)));
            cells.map(|(comparison, cell)| cell_sentence(dataset, comparison, cell, lang)).collect()
        }
        Cited::Articles(keys) => keys.iter().map(|key| article_sentence(dataset, *key, lang)).collect(),
    }
}

/// Returns the articles, each once.
fn articles(dataset: &Dataset, cited: Cited) -> Vec<Key<Article>> {
    let of = |key: Key<Observation>| dataset.observations[key].sources().map(|source| source.article);
    match cited {
        Cited::Figure(key) => of(key).unique().collect(),
        Cited::Area(area) => dataset.observations.of_area(area).iter().copied().flat_map(of).unique().collect(),
        Cited::Comparisons(all) => {
            let figures = all.iter().flat_map(|comparison| &comparison.cells).filter_map(Cell::figure);
            figures.flat_map(|figure| &figure.observations).copied().flat_map(of).unique().collect()
        }
        Cited::Articles(keys) => keys.to_vec(),
    }
}
