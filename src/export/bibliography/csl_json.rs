//! Articles as items of CSL-JSON, the form that Zotero, pandoc and other programs for references read.

use crate::domain::article::{Article, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::{Dataset, Key};
use crate::export::error::ExportError;
use crate::export::json_parts;
use crate::wording::accessed;
use serde::Serialize;

/// Returns all articles as one list.
pub(super) fn items(dataset: &Dataset, articles: &[Key<Article>]) -> Result<String, ExportError> {
    let items: Vec<CitedItem> = articles.iter().map(|key| CitedItem::new(dataset, &dataset.articles[*key])).collect();
    json_parts::document(&items)
}

/// An item; what is not known is left out, for the schema knows no `null`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CitedItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher_place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<DateParts>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    language: &'static str,
}

/// A name as it is printed: where the family name of a Chinese name ends, no program can be sure.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct DateParts {
    date_parts: [Vec<i16>; 1],
    /// Whether the date is estimated.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

impl DateParts {
    fn new(date: PartialDate, circa: bool) -> Self {
        let first = date.earliest();
        let parts = [first.year(), first.month().into(), first.day().into()];
        let known = match date {
            PartialDate::Year(_) => 1,
            PartialDate::Month { .. } => 2,
            PartialDate::Day(_) => 3,
        };
        Self { date_parts: [parts.into_iter().take(known).collect()], circa }
    }
}

impl<'a> CitedItem<'a> {
    fn new(dataset: &Dataset, article: &'a Article) -> Self {
        let outlet = article.outlet.as_ref().map(|outlet| outlet.zh.as_str());
        let is_report = article.medium == Medium::Report;
        let circa = matches!(article.published, Published::Inferred { .. });
        Self {
            id: &article.id,
            kind: match article.medium {
                Medium::Newspaper => "article-newspaper",
                Medium::Web => "webpage",
                Medium::Report => "report",
            },
            title: &article.title,
            author: article.authors.iter().map(|name| Name { literal: name }).collect(),
            container_title: outlet.filter(|_| !is_report),
            publisher: outlet.filter(|_| is_report),
            publisher_place: article.place.as_ref().map(|place| place.zh.as_str()),
            page: article.page.as_deref(),
            issued: article.published.date().map(|date| DateParts::new(date, circa)),
            accessed: accessed(dataset, article).map(|date| DateParts::new(date, false)),
            address: article.address.as_deref(),
            note: article.outlet_remark.as_ref().map(|remark| remark.zh.as_str()),
            language: "zh-CN",
        }
    }
}
