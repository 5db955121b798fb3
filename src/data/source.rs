//! Reading sources: the article, the paragraph and the phrase in which a figure is printed.

use super::context::DraftContext;
use super::{fault, phrase_check};
use crate::checked::{Reader, TomlValue};
use crate::domain::Key;
use crate::domain::article::{Article, Grade};
use crate::domain::observation::PrintedSource;

/// A source as far as it could be read.
pub(super) struct SourceDraft<'a> {
    pub article: Option<Key<Article>>,
    paragraph: Option<u16>,
    pub printed: Option<TomlValue<'a>>,
}

impl<'a> SourceDraft<'a> {
    /// Reads `{ article, paragraph, printed }`.
    pub fn read(value: TomlValue<'a>, context: &DraftContext) -> Option<Self> {
        value.fields(|reader| {
            let article = reader.need("article").and_then(|value| context.entries.articles.ids.resolve(value));
            let printed = reader.need("printed");
            if let Some(printed) = printed
                && let Some(fault) = printed.string().and_then(phrase_check::length)
            {
                printed.report::<()>(fault);
            }
            Self { article, paragraph: paragraph(reader, article, context), printed }
        })
    }

    /// Returns the source, where all of it is sound.
    pub fn finish(&self) -> Option<PrintedSource> {
        let printed = self.printed?.as_str()?.to_owned();
        Some(PrintedSource { article: self.article?, paragraph: self.paragraph, printed })
    }
}

/// Reads the paragraph, which only an article that was read in full has.
fn paragraph(reader: &Reader, article: Option<Key<Article>>, context: &DraftContext) -> Option<u16> {
    let given = reader.find("paragraph");
    let number: Option<u16> = given.and_then(TomlValue::count);
    let (draft, id) = (context.article(article?)?, context.entries.articles.ids.id(article?));
    match (draft.grade?, given) {
        (Grade::Full, None) => reader.report(fault::paragraph_missing(id)),
        (Grade::Full, Some(given)) => match draft.paragraphs {
            Some(last) if number? > last => given.report(fault::no_such_paragraph(id, last)),
            _ => number,
        },
        (Grade::Excerpt | Grade::Repost | Grade::Digest, None) => None,
        (Grade::Excerpt | Grade::Repost | Grade::Digest, Some(given)) => given.report(fault::paragraph_of_part(id)),
    }
}
