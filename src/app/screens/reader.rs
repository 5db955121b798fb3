//! The Reader's lines: an article's title, provenance and caveats, then the sections of its digest, then the figures
//! that are in no section; or the original, where one is attached and asked for.

use super::original;
use crate::app::span_role::{SpanRole, StyledLine};
use crate::domain::article::Article;
use crate::domain::{Dataset, Key, Observation, Original};
use crate::text::{CharSet, Lang, Phrase, flow, labelled, quoted};
use crate::wording::{observation_value, period, printed_unit, unit_behind, worded};
use itertools::Itertools;

/// What of an article is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReaderText {
    /// Our own telling of it.
    #[default]
    Digest,
    /// Its own text, where that is attached; else the digest.
    Original,
}

/// The state of the Reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderState {
    /// The article that is read.
    pub article: Key<Article>,
    pub text: ReaderText,
    /// The index of the marked figure among the figures of the article; see [`ReaderState::figures`].
    pub figure: usize,
    /// The first line that is drawn, from 0.
    pub top: usize,
}

impl ReaderState {
    /// Opens an article at its start.
    #[must_use]
    pub const fn open(article: Key<Article>) -> Self {
        Self { article, text: ReaderText::Digest, figure: 0, top: 0 }
    }

    /// Opens an article at its start, and keeps to the text that was read before.
    #[must_use]
    pub fn open_after(article: Key<Article>, before: Option<Self>) -> Self {
        Self { text: before.map_or(ReaderText::Digest, |before| before.text), ..Self::open(article) }
    }

    /// Returns the original that is read; `None` where it is the digest.
    fn original(self, dataset: &Dataset) -> Option<&Original> {
        dataset.originals.of(self.article).filter(|_| self.text == ReaderText::Original)
    }

    /// Returns the figures of the article in the order in which they stand in the text that is read.
    #[must_use]
    pub fn figures(self, dataset: &Dataset) -> Vec<Key<Observation>> {
        let figures = figures(dataset, self.article);
        match self.original(dataset) {
            Some(text) => original::by_place(dataset, self.article, text, figures),
            None => figures,
        }
    }

    /// Reads the other text, with the same figure marked; the same state where there is no other.
    #[must_use]
    pub fn switched(self, dataset: &Dataset) -> Self {
        let marked = self.figures(dataset).get(self.figure).copied();
        let text = match self.original(dataset) {
            Some(_) => ReaderText::Digest,
            None => ReaderText::Original,
        };
        let other = Self { text, ..self };
        let figure = other.figures(dataset).iter().position(|figure| Some(*figure) == marked).unwrap_or(0);
        if dataset.originals.of(self.article).is_some() { Self { figure, top: 0, ..other } } else { self }
    }

    /// Returns the lines of the text that is read, at a width.
    #[must_use]
    pub fn lines(self, dataset: &Dataset, lang: Lang, charset: CharSet, room: usize) -> Vec<StyledLine> {
        let Some(text) = self.original(dataset) else {
            return lines(dataset, self.article, lang, charset, room);
        };
        let figures = self.figures(dataset);
        let marked = figures.get(self.figure).copied();
        let mut lines = head(dataset, self.article, lang, room);
        lines.extend(original::lines(dataset, self.article, text, (&figures, marked), lang, room));
        lines
    }
}

/// Stands over the sections: nobody may take them for the article's own words.
const DIGEST: Phrase = Phrase {
    zh: "以下是摘要，为本程序的转述，不可当原文引用；可引用的是篇末所列原文短语。",
    en: "What follows is a digest in our own words, not to be quoted as the article's; the phrases at the end may be.",
};
const PHRASES: Phrase = Phrase { zh: "可引用的原文短语", en: "Phrases as printed, which may be quoted" };
const CAVEAT: Phrase = Phrase { zh: "注意", en: "Caveat" };
const FIGURES: Phrase = Phrase { zh: "所载数字", en: "Figures it prints" };
const OTHERS: Phrase = Phrase { zh: "所载其他数字", en: "Other figures it prints" };

/// Returns the lines of an article's digest at a width.
#[must_use]
pub fn lines(dataset: &Dataset, key: Key<Article>, lang: Lang, charset: CharSet, room: usize) -> Vec<StyledLine> {
    let article = &dataset.articles[key];
    let mut lines = head(dataset, key, lang, room);
    if !article.caveats.is_empty() {
        lines.push(StyledLine::new());
    }
    let label = (CAVEAT.get(lang).to_owned(), SpanRole::Dim);
    for caveat in &article.caveats {
        let indent = crate::text::width(&label.0) + 2;
        lines.extend(labelled(&label, indent, &[(caveat.get(lang).to_owned(), SpanRole::Plain)], room));
    }
    if !dataset.sections(key).is_empty() {
        lines.push(StyledLine::new());
        lines.extend(flow(&[(DIGEST.get(lang).to_owned(), SpanRole::Dim)], room));
    }
    for section in dataset.sections(key) {
        lines.push(StyledLine::new());
        lines.extend(flow(&[(section.heading.get(lang).to_owned(), SpanRole::Strong)], room));
        let pieces = worded(dataset, section.body.inlines(lang), lang).into_iter();
        let spans = pieces.map(|(text, figure)| (text, figure.map_or(SpanRole::Plain, SpanRole::Figure)));
        lines.extend(flow(&spans.collect::<Vec<_>>(), room));
    }
    lines.extend(listed(dataset, key, lang, charset, room));
    lines.extend(phrases(dataset, key, lang, room));
    lines
}

/// Returns the lines of an article's title and of where it is from.
fn head(dataset: &Dataset, key: Key<Article>, lang: Lang, room: usize) -> Vec<StyledLine> {
    let article = &dataset.articles[key];
    let mut lines = flow(&[(article.title.clone(), SpanRole::Head)], room);
    lines.extend(flow(&[(provenance(article, lang), SpanRole::Dim)], room));
    if let Some(reported) = &article.period {
        lines.extend(flow(&[(period(reported, lang), SpanRole::Dim)], room));
    }
    if let Some(address) = &article.address {
        lines.extend(flow(&[(address.clone(), SpanRole::Address(key))], room));
    }
    lines
}

fn provenance(article: &Article, lang: Lang) -> String {
    let author = article.author_names(lang).into_iter();
    let parts = [
        article.outlet_text().get(lang).to_owned(),
        article.published.text().get(lang).to_owned(),
        article.genre.name().get(lang).to_owned(),
        article.grade.name().get(lang).to_owned(),
    ];
    let statement = article.statement.as_ref().map(|statement| statement.get(lang).to_owned());
    author.chain(parts).chain(statement).collect::<Vec<_>>().join(" · ")
}

/// Returns the lines of the figures that are in no section of the digest.
fn listed(dataset: &Dataset, article: Key<Article>, lang: Lang, charset: CharSet, room: usize) -> Vec<StyledLine> {
    let in_digest = figures_in_digest(dataset, article);
    let rest: Vec<Key<Observation>> =
        figures(dataset, article).into_iter().filter(|figure| !in_digest.contains(figure)).collect();
    if rest.is_empty() {
        return Vec::new();
    }
    let heading = if in_digest.is_empty() { FIGURES } else { OTHERS };
    let mut lines = vec![StyledLine::new()];
    lines.extend(flow(&[(heading.get(lang).to_owned(), SpanRole::Strong)], room));
    for key in rest {
        let observation = &dataset.observations[key];
        let indicator = &dataset.indicators[observation.indicator];
        let spans = [
            (format!("{} ", indicator.name.get(lang)), SpanRole::Plain),
            (observation_value(observation, lang, charset), SpanRole::Figure(key)),
            (unit_behind(&printed_unit(indicator, observation), lang), SpanRole::Plain),
            (format!("  {}", period(&observation.period, lang)), SpanRole::Dim),
            (format!("  {}", quoted(&observation.source.printed)), SpanRole::Plain),
        ];
        lines.extend(flow(&spans, room));
    }
    lines
}

/// Returns the phrases in which the article prints the figures of its digest: these alone may be quoted.
fn phrases(dataset: &Dataset, article: Key<Article>, lang: Lang, room: usize) -> Vec<StyledLine> {
    let printed = figures_in_digest(dataset, article).into_iter().flat_map(|key| {
        let sources = dataset.observations[key].sources();
        sources.filter(|source| source.article == article).map(|source| (source.paragraph, source.printed.clone()))
    });
    let mut spans = Vec::new();
    for (paragraph, printed) in printed.unique() {
        let gap = if spans.is_empty() { "" } else { "  " };
        spans.push((format!("{gap}{}", quoted(&printed)), SpanRole::Plain));
        let place = match (paragraph, lang) {
            (None, _) => continue,
            (Some(number), Lang::Zh) => format!(" 第 {number} 段"),
            (Some(number), Lang::En) => format!(" para. {number}"),
        };
        spans.push((place, SpanRole::Dim));
    }
    if spans.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![StyledLine::new()];
    lines.extend(flow(&[(PHRASES.get(lang).to_owned(), SpanRole::Strong)], room));
    lines.extend(flow(&spans, room));
    lines
}

/// Returns the figures of an article in the order of the Reader: those in its digest, then the others it prints.
#[must_use]
pub fn figures(dataset: &Dataset, article: Key<Article>) -> Vec<Key<Observation>> {
    let of_article = dataset.observations.of_article(article).iter().copied();
    figures_in_digest(dataset, article).into_iter().chain(of_article).unique().collect()
}

fn figures_in_digest(dataset: &Dataset, article: Key<Article>) -> Vec<Key<Observation>> {
    let sections = dataset.sections(article).iter();
    sections.flat_map(|section| section.body.figures()).unique().collect()
}

/// Returns the index of the line with a figure.
#[must_use]
pub fn line_of(lines: &[StyledLine], figure: Key<Observation>) -> Option<usize> {
    lines.iter().position(|line| line.iter().any(|(_, role)| *role == SpanRole::Figure(figure)))
}
