//! Reading where something is printed.

use super::article::ArticleDraft;
use super::fault::{self, Type};
use super::printed;
use super::reader::{Reader, Value};
use super::register::Register;
use crate::domain::Key;
use crate::domain::article::{Article, Grade};
use crate::domain::observation::PrintedSource;

/// A source as far as it could be read.
pub(super) struct Citation<'a> {
    pub article: Option<Key<Article>>,
    paragraph: Option<u16>,
    /// The phrase as printed.
    pub printed: Option<Value<'a>>,
}

impl<'a> Citation<'a> {
    /// Reads `{ article, paragraph, printed }`.
    pub fn read(value: Value<'a>, register: &Register, articles: &[ArticleDraft]) -> Option<Self> {
        value.table(Type::Table, |reader| {
            let article = reader.need("article").and_then(|value| value.reference(&register.articles.ids));
            let printed = reader.need("printed");
            if let Some(printed) = printed
                && let Some(fault) = printed.string().and_then(printed::length)
            {
                printed.report::<()>(fault);
            }
            let paragraph = paragraph(reader, register, article, articles);
            Self { article, paragraph, printed }
        })
    }

    /// The source, where all of it is sound.
    pub fn finish(&self) -> Option<PrintedSource> {
        let printed = self.printed?.as_str()?.to_owned();
        Some(PrintedSource { article: self.article?, paragraph: self.paragraph, printed })
    }
}

fn paragraph(
    reader: &Reader,
    register: &Register,
    article: Option<Key<Article>>,
    articles: &[ArticleDraft],
) -> Option<u16> {
    let given = reader.find("paragraph");
    let number: Option<u16> = given.and_then(Value::count);
    let draft = articles.get(article?.position())?;
    let id = register.articles.ids.id(article?);
    match (draft.grade?, given) {
        (Grade::Full, None) => reader.report(fault::paragraph_missing(id)),
        (Grade::Full, Some(given)) => match draft.paragraphs {
            Some(last) if number? > last => given.report(fault::no_such_paragraph(id, last)),
            _ => number,
        },
        (Grade::Excerpt | Grade::Repost, None) => None,
        (Grade::Excerpt | Grade::Repost, Some(given)) => given.report(fault::paragraph_of_part(id)),
    }
}
