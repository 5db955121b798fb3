//! Which article a page belongs to, and the files that it becomes.

use super::record;
use super::stub;
use crate::data::originals::FOLDER;
use crate::domain::{Area, Article, Dataset, Key, OriginalHash};
use crate::page::CleanedPage;
use crate::sorting::InOrder;
use crate::text::{Lang, Text, fold_fullwidth, simplified};
use std::path::{Path, PathBuf};

/// An area is named so often in an article about it.
const FEWEST_MENTIONS: usize = 3;

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct ImportRequest<'a> {
    /// The folder of the pack that is written into.
    pub folder: &'a Path,
    /// The name of the page's file; `None` where it came from standard input.
    pub file_name: Option<&'a str>,
    /// The area that the article is about, where it was named.
    pub area: Option<Key<Area>>,
    /// The id of the new article, where one was given.
    pub id: Option<&'a str>,
    /// The article that the page is attached to, where one was named.
    pub article: Option<Key<Article>>,
    /// The language of the comments that are written.
    pub lang: Lang,
}

/// How the page and an article belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attachment {
    /// It is the very text that the curator of this article read.
    Same(Key<Article>),
    /// It was asked to be attached to this article.
    Named(Key<Article>),
    /// It is an article that the data do not have.
    New,
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile {
    pub path: PathBuf,
    pub text: String,
}

/// What an import writes.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The id of the article.
    pub id: String,
    pub attachment: Attachment,
    /// The area of the article.
    pub area: Key<Area>,
    /// The files in the order of writing: what refers to an article comes before it does no harm.
    pub files: Vec<PlannedFile>,
}

/// Why it can't be said where a page belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// The area is not named, and the text does not tell it.
    NoArea,
    /// The title is that of an article whose text is another.
    SameTitle(Key<Article>),
    /// The id is that of an article.
    TakenId(Key<Article>),
    /// The id is no id.
    BadId(String),
    /// Another id was given for the very text of an article.
    SameText(Key<Article>),
    /// Both an article and an id of a new one were given.
    IdOfNamed,
}

impl ImportFault {
    /// Returns what is wrong, and what would be right.
    #[must_use]
    pub fn text(&self, dataset: &Dataset) -> Text {
        match self {
            Self::NoArea => Text::new(
                "看不出这篇文章写的是哪一市：请用 --area 写明（cppcc list areas）",
                "the text does not tell which area the article is about: name it with --area (cppcc list areas)",
            ),
            Self::SameTitle(article) => {
                let id = &dataset.articles[*article].id;
                Text::new(
                    format!(
                        "标题与 {id} 相同，文字却与整理时所读的不同：确是同一篇，用 --article {id}；另是一篇，用 --id 给出新代号"
                    ),
                    format!(
                        "the title is that of {id}, and the text is not the one that was read for it: --article {id} attaches it all the same, --id NEW-ID imports another article"
                    ),
                )
            }
            Self::TakenId(article) => {
                let id = &dataset.articles[*article].id;
                Text::new(
                    format!("已有 id 为 {id} 的文章：要为它附上原文，用 --article {id}"),
                    format!("there is an article {id} already: --article {id} attaches the text to it"),
                )
            }
            Self::SameText(article) => {
                let id = &dataset.articles[*article].id;
                Text::new(
                    format!("这就是 {id} 整理时所读的文字：不用 --id，原文就附给它"),
                    format!("this is the very text that was read for {id}: without --id it is attached to that"),
                )
            }
            Self::BadId(id) => Text::new(
                format!("id“{id}”只能用小写英文字母、数字和“-”，且不以“-”开头或结尾"),
                format!("the id `{id}` must be lower-case letters, digits and hyphens, with no hyphen at either end"),
            ),
            Self::IdOfNamed => Text::new("--article 与 --id 不能并用", "--article and --id exclude each other"),
        }
    }
}

/// Decides where a page belongs, and makes its files. Nothing is written.
///
/// # Errors
/// Why it can't be said where the page belongs.
pub fn plan(dataset: &Dataset, page: &CleanedPage, request: ImportRequest) -> Result<ImportPlan, ImportFault> {
    let text = page.text();
    let hash = OriginalHash::of(&text);
    let attachment = attachment(dataset, page, hash, request)?;
    let (id, area) = match attachment {
        Attachment::Same(key) | Attachment::Named(key) => {
            (dataset.articles[key].id.clone(), dataset.articles[key].area)
        }
        Attachment::New => {
            let area = request.area.or_else(|| area_of(dataset, page)).ok_or(ImportFault::NoArea)?;
            (new_id(dataset, page, area, request)?, area)
        }
    };
    let original = request.folder.join(FOLDER).join(format!("{id}.txt"));
    let record = record::write(page, hash, request.file_name, request.lang);
    let mut files =
        vec![PlannedFile { path: original.with_extension("toml"), text: record }, PlannedFile { path: original, text }];
    if attachment == Attachment::New {
        let path = request.folder.join("articles").join(format!("{id}.toml"));
        let text = stub::write(page, &id, &dataset.areas[area].id, hash, request.lang);
        files.push(PlannedFile { path, text });
    }
    Ok(ImportPlan { id, attachment, area, files })
}

fn attachment(
    dataset: &Dataset,
    page: &CleanedPage,
    hash: OriginalHash,
    request: ImportRequest,
) -> Result<Attachment, ImportFault> {
    if let Some(article) = request.article {
        return if request.id.is_some() { Err(ImportFault::IdOfNamed) } else { Ok(Attachment::Named(article)) };
    }
    let articles = || dataset.articles.iter();
    if let Some((key, _)) = articles().find(|(_, article)| article.original == Some(hash)) {
        let is_other = request.id.is_some_and(|id| id != dataset.articles[key].id);
        return if is_other { Err(ImportFault::SameText(key)) } else { Ok(Attachment::Same(key)) };
    }
    let title = page.facts.title.as_deref().map(compared);
    let same_title = articles().find(|(_, article)| title.as_deref() == Some(compared(&article.title).as_str()));
    match same_title {
        Some((key, _)) if request.id.is_none() => Err(ImportFault::SameTitle(key)),
        _ => Ok(Attachment::New),
    }
}

/// Returns a title in the form in which titles are compared.
fn compared(title: &str) -> String {
    title
        .chars()
        .filter(|character| character.is_alphanumeric())
        .map(|character| simplified(fold_fullwidth(character)))
        .collect()
}

/// Returns the area that a text names most often, where it leads.
fn area_of(dataset: &Dataset, page: &CleanedPage) -> Option<Key<Area>> {
    let title = page.facts.title.as_deref().unwrap_or_default();
    let mentions = |name: &str| {
        let in_text: usize = page.paragraphs.iter().map(|text| text.matches(name).count()).sum();
        // What the title names is what the article is about.
        in_text + if title.contains(name) { FEWEST_MENTIONS } else { 0 }
    };
    let counts = dataset.areas.iter().map(|(key, area)| (key, mentions(&area.name.zh).max(mentions(&area.name.en))));
    let mut counts = counts.in_order_by_key(|(_, count)| std::cmp::Reverse(*count));
    let (area, most) = counts.next().filter(|(_, count)| *count >= FEWEST_MENTIONS)?;
    let next = counts.next().map_or(0, |(_, count)| count);
    (most > next * 2).then_some(area)
}

/// Returns the id of a new article: the one that was given, or else one of its area and its date that nothing has yet.
fn new_id(
    dataset: &Dataset,
    page: &CleanedPage,
    area: Key<Area>,
    request: ImportRequest,
) -> Result<String, ImportFault> {
    let find = |id: &str| dataset.articles.find(id);
    if let Some(id) = request.id {
        let is_sign =
            |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
        if id.is_empty() || !id.chars().all(is_sign) || id.starts_with('-') || id.ends_with('-') {
            return Err(ImportFault::BadId(id.to_owned()));
        }
        return find(id).map_or(Ok(id.to_owned()), |article| Err(ImportFault::TakenId(article)));
    }
    let when = page.facts.date.clone().or_else(|| page.facts.year()).unwrap_or_else(|| "undated".to_owned());
    let base = format!("{}-{when}", dataset.areas[area].id);
    let numbered = (2..).map(|number: usize| format!("{base}-{number}"));
    let mut ids = std::iter::once(base.clone()).chain(numbered);
    Ok(ids.find(|id| find(id).is_none()).unwrap_or(base))
}
