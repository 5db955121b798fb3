//! The articles that a document cites: where they appeared, what must be known of them, and what they say in our own words.

use super::builder::Builder;
use super::model::{Block, HeadingLevel, Piece, words};
use crate::domain::{Article, Key};
use crate::export::text_style::TextStyle;
use crate::text::{Lang, Phrase};
use crate::wording::worded;

const SOURCES: Phrase = Phrase { zh: "来源文章", en: "The articles cited" };
const CAVEAT: Phrase = Phrase { zh: "须注意", en: "Note" };

/// How much is told of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArticleDetail {
    /// What must be known before its figures are used.
    CaveatsOnly,
    /// That and its digest.
    WithDigest,
}

/// Adds the articles, each with as much as is asked for.
pub(super) fn article_blocks(builder: &mut Builder<'_>, articles: &[Key<Article>], detail: ArticleDetail) {
    let dataset = builder.dataset;
    let has_more = |key: &&Key<Article>| {
        !dataset.articles[**key].caveats.is_empty()
            || (detail == ArticleDetail::WithDigest && !dataset.sections(**key).is_empty())
    };
    let told: Vec<Key<Article>> = articles.iter().filter(has_more).copied().collect();
    if told.is_empty() {
        return;
    }
    let heading = SOURCES.get(builder.lang).to_owned();
    builder.blocks.push(Block::Heading(HeadingLevel::Section, heading));
    for key in told {
        article(builder, key, detail);
    }
}

fn article(builder: &mut Builder<'_>, key: Key<Article>, detail: ArticleDetail) {
    let (dataset, lang) = (builder.dataset, builder.lang);
    let (article, style) = (&dataset.articles[key], TextStyle::of_document(lang));
    let area = dataset.areas[article.area].name.get(lang);
    let title = format!("{area}{}《{}》", style.colon(), article.title);
    builder.blocks.push(Block::Heading(HeadingLevel::Part, title));
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    let (outlet, date) = (article.outlet_text(), article.published.text());
    let about = [outlet.get(lang), date.get(lang), article.grade.name().get(lang)].join(comma);
    builder.blocks.push(Block::Paragraph(words(about)));
    let caveat = |text: &crate::text::Text| {
        let label = format!("{}{}", CAVEAT.get(lang), style.colon());
        vec![Piece::Strong(label), Piece::Words(text.get(lang).to_owned())]
    };
    if !article.caveats.is_empty() {
        builder.blocks.push(Block::Items(article.caveats.iter().map(caveat).collect()));
    }
    if detail == ArticleDetail::WithDigest {
        for section in dataset.sections(key) {
            let pieces = worded(dataset, section.body.inlines(lang), lang).into_iter();
            let mut line = vec![Piece::Strong(format!("{}{}", section.heading.get(lang), style.colon()))];
            line.extend(pieces.map(|(text, _)| Piece::Words(text)));
            builder.blocks.push(Block::Paragraph(line));
        }
    }
}
