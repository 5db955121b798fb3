//! Reading the source of a draft: an article that is held, or one that it adds.

use super::draft::{FigureDraft, FigureField, Named};
use super::entries::NewArticle;
use super::field_faults::FieldFaults;
use super::ids::article_id;
use super::typed_time::typed_time;
use crate::domain::article::{Article, Genre, Grade, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::{Dataset, Key};
use crate::text::{Text, fold_fullwidth};

/// The article that a figure is printed in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewOrHeld {
    pub id: String,
    pub new: Option<NewArticle>,
    pub paragraph: Option<u16>,
    /// The date on which it appeared, as far as it is known.
    pub published: Option<PartialDate>,
    /// Whether it says itself what time it reports on.
    pub has_period: bool,
}

/// Reads the source; `None` where there is none yet, or what was typed is wrong.
pub(super) fn source(
    draft: &FigureDraft,
    dataset: &Dataset,
    area: Option<&str>,
    faults: &mut FieldFaults,
) -> Option<NewOrHeld> {
    match &draft.article {
        Named::Nothing => {
            faults.missing(
                FigureField::Article,
                "出自哪篇文章？输入标题的一部分查找，或新建",
                "which article? Type a part of its title to find it, or add a new one",
            );
            None
        }
        Named::New(title) => new_article(title, draft, dataset, area, faults),
        Named::Held(name) | Named::Typed(name) => held(name, draft, dataset, faults),
    }
}

fn held(name: &str, draft: &FigureDraft, dataset: &Dataset, faults: &mut FieldFaults) -> Option<NewOrHeld> {
    let key = found(name, dataset, faults)?;
    let article = &dataset.articles[key];
    Some(NewOrHeld {
        id: article.id.clone(),
        new: None,
        paragraph: paragraph(article, draft, faults)?,
        published: article.published.date(),
        has_period: article.period.is_some(),
    })
}

/// Finds the article of an id, or with a part of its title that no other has.
fn found(name: &str, dataset: &Dataset, faults: &mut FieldFaults) -> Option<Key<Article>> {
    let is_title = || dataset.articles.iter().find(|(_, article)| article.title == name).map(|(key, _)| key);
    if let Some(key) = dataset.articles.find(name).or_else(is_title) {
        return Some(key);
    }
    let folded = name.to_lowercase();
    let fits = |article: &Article| article.title.to_lowercase().contains(&folded) || article.id.starts_with(&folded);
    let fitting: Vec<(Key<Article>, &Article)> = dataset.articles.iter().filter(|(_, article)| fits(article)).collect();
    if let [(key, _)] = fitting.as_slice() {
        return Some(*key);
    }
    let ids: Vec<&str> = fitting.iter().take(6).map(|(_, article)| article.id.as_str()).collect();
    faults.wrong(
        FigureField::Article,
        if ids.is_empty() {
            Text::new(
                format!("没有标题含“{name}”的文章；全部文章见：cppcc list articles"),
                format!("no article has “{name}” in its title; all articles: cppcc list articles"),
            )
        } else {
            Text::new(
                format!("“{name}”可指不止一篇：{}", ids.join("、")),
                format!("“{name}” may mean more than one article: {}", ids.join(", ")),
            )
        },
    );
    None
}

/// Reads the paragraph, which only an article that was read in full has; the outer `None` is a fault.
#[allow(clippy::option_option, reason = "no paragraph and a faulty one are two things")]
fn paragraph(article: &Article, draft: &FigureDraft, faults: &mut FieldFaults) -> Option<Option<u16>> {
    const FIELD: FigureField = FigureField::Paragraph;
    let typed: String = draft.paragraph.trim().chars().map(fold_fullwidth).collect();
    match (article.grade, typed.is_empty()) {
        (Grade::Full, true) => {
            let last = article.paragraphs.unwrap_or_default();
            faults.missing(FIELD, format!("第几段？共 {last} 段"), format!("in which paragraph? It has {last}"));
            None
        }
        (Grade::Full, false) => {
            let last = article.paragraphs.unwrap_or(u16::MAX);
            let number = typed.parse().ok().filter(|number| (1..=last).contains(number));
            if number.is_none() {
                faults.wrong(FIELD, Text::new(format!("应是 1 至 {last}"), format!("it is a number from 1 to {last}")));
            }
            number.map(Some)
        }
        (_, true) => Some(None),
        (_, false) => {
            let why = Text::new("这篇没有通读，不写段落", "this article was not read in full, and has no paragraphs");
            faults.wrong(FIELD, why);
            None
        }
    }
}

fn new_article(
    title: &str,
    draft: &FigureDraft,
    dataset: &Dataset,
    area: Option<&str>,
    faults: &mut FieldFaults,
) -> Option<NewOrHeld> {
    let outlet = draft.outlet.trim();
    if outlet.is_empty() {
        faults.missing(FigureField::Outlet, "哪家报纸或网站？", "which paper or site?");
    }
    let published = published(draft, faults);
    let address = address(draft, faults);
    if !draft.paragraph.trim().is_empty() {
        let why = Text::new("新文章按摘录收，不写段落", "a new article is held as an excerpt, and has no paragraphs");
        faults.wrong(FigureField::Paragraph, why);
    }
    let (area, published, address) = (area?, published?, address?);
    let date = published.date();
    let is_taken = |id: &str| dataset.articles.find(id).is_some();
    let id = article_id(area, date.map(|date| date.latest().year()), Some(outlet), is_taken);
    let article = NewArticle {
        id: id.clone(),
        area: area.to_owned(),
        title: title.trim().to_owned(),
        outlet: Some(Text::new(outlet, outlet)),
        outlet_remark: None,
        medium: if address.is_some() { Medium::Web } else { Medium::Newspaper },
        page: None,
        authors: Vec::new(),
        published,
        genre: Genre::News,
        statement: None,
        grade: Grade::Excerpt,
        address,
        accessed: None,
        paragraphs: None,
        caveats: Vec::new(),
        original: None,
    };
    Some(NewOrHeld { id, new: Some(article), paragraph: None, published: date, has_period: false })
}

fn published(draft: &FigureDraft, faults: &mut FieldFaults) -> Option<Published> {
    const FIELD: FigureField = FigureField::Published;
    let typed = typed_time(&draft.published);
    match typed.as_str() {
        "" => {
            faults.missing(
                FIELD,
                "何时发表？写作 2025-02-18、2025-02 或 2025，不知道写 ?",
                "when did it appear? Write 2025-02-18, 2025-02 or 2025, or ? where it is not known",
            );
            None
        }
        "?" => Some(Published::Unknown { why: Text::new("未载发表日期", "no date is printed") }),
        typed => {
            let date = PartialDate::parse(typed);
            if date.is_none() {
                let why = Text::new("写作 2025-02-18、2025-02 或 2025", "write 2025-02-18, 2025-02 or 2025");
                faults.wrong(FIELD, why);
            }
            date.map(Published::Stated)
        }
    }
}

/// Reads the address, which may be left out; the outer `None` is a fault.
#[allow(clippy::option_option, reason = "no address and a faulty one are two things")]
fn address(draft: &FigureDraft, faults: &mut FieldFaults) -> Option<Option<String>> {
    let typed = draft.address.trim();
    if typed.is_empty() {
        return Some(None);
    }
    if !typed.starts_with("http://") && !typed.starts_with("https://") {
        let why = Text::new("网址以 http:// 或 https:// 开头", "an address begins with http:// or https://");
        faults.wrong(FigureField::Address, why);
        return None;
    }
    Some(Some(typed.to_owned()))
}
