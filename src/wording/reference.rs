//! References to articles: by GB/T 7714-2015 in Chinese, and in the form that English readers know.

use crate::domain::article::{Article, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::{Dataset, Key};
use crate::text::{Lang, Phrase, is_han};
use crate::wording::dates::date_in_words;

/// Returns the day on which an article was seen: its own, or that of the data that it belongs to. What is printed on
/// paper has none.
#[must_use]
pub fn accessed(dataset: &Dataset, article: &Article) -> Option<PartialDate> {
    let of_pack = || dataset.packs[article.pack].version.as_ref().map(|version| version.date);
    let is_online = article.medium == Medium::Web || article.address.is_some();
    article.accessed.or_else(of_pack).filter(|_| is_online)
}

/// Cites an article as a reference in a language.
#[must_use]
pub fn reference(dataset: &Dataset, key: Key<Article>, lang: Lang) -> String {
    let article = &dataset.articles[key];
    match lang {
        Lang::Zh => gbt7714(dataset, article),
        Lang::En => english(dataset, article),
    }
}

/// Cites an article by GB/T 7714-2015, by the kind of its publication: `[N]`, `[EB/OL]` or `[R]`, and with `/OL` where an
/// address is known.
#[must_use]
pub fn gbt7714(dataset: &Dataset, article: &Article) -> String {
    let (authors, title) = (authors(article), article.title.trim_end_matches('.'));
    let mark = match (article.medium, &article.address) {
        (Medium::Newspaper, None) => "N",
        (Medium::Newspaper, Some(_)) => "N/OL",
        (Medium::Web, _) => "EB/OL",
        (Medium::Report, None) => "R",
        (Medium::Report, Some(_)) => "R/OL",
    };
    let seen = accessed(dataset, article).map(|date| format!("[{date}]")).unwrap_or_default();
    let issue = match article.medium {
        Medium::Newspaper => newspaper(article),
        Medium::Web => page(article),
        Medium::Report => report(article),
    };
    let address = article.address.as_ref().map(|address| format!(" {address}.")).unwrap_or_default();
    format!("{authors}. {title}[{mark}]. {issue}{seen}.{address}")
}

/// Returns the authors; of more than three the first three.
fn authors(article: &Article) -> String {
    const NO_AUTHOR: &str = "佚名";
    const AND_OTHERS: &str = "等";
    match article.authors.as_slice() {
        [] if article.medium == Medium::Report => article.outlet_name().zh,
        [] => NO_AUTHOR.to_owned(),
        [first, second, third, _, ..] => [first, second, third, AND_OTHERS].join(", "),
        few => few.join(", "),
    }
}

/// Returns the name of the paper, the date and the page.
fn newspaper(article: &Article) -> String {
    let page = article.page.as_ref().map(|page| format!("({page})")).unwrap_or_default();
    format!("{}, {}{page}", article.outlet_name().zh, date(&article.published))
}

/// Returns the site and the date of publication: an address alone does not tell everybody whose page it is.
fn page(article: &Article) -> String {
    let date = match article.published {
        Published::Unknown { .. } => date(&article.published),
        Published::Stated(_) | Published::Inferred { .. } => format!("({})", date(&article.published)),
    };
    match &article.outlet {
        Some(outlet) => format!("{}, {date}", outlet.zh),
        None => date,
    }
}

/// Returns the place, the publisher and the date, of which none may be left out.
fn report(article: &Article) -> String {
    const NO_PLACE: &str = "[出版地不详]";
    const NO_PUBLISHER: &str = "[出版者不详]";
    let place = article.place.as_ref().map_or(NO_PLACE, |place| &place.zh);
    let publisher = article.outlet.as_ref().map_or(NO_PUBLISHER, |outlet| &outlet.zh);
    format!("{place}: {publisher}, {}", date(&article.published))
}

/// Returns the date of publication, in square brackets where it is estimated.
fn date(published: &Published) -> String {
    match published {
        Published::Stated(date) => date.to_string(),
        Published::Inferred { date, .. } => format!("[{date}]"),
        Published::Unknown { .. } => "[日期不详]".to_owned(),
    }
}

/// Cites an article as English readers know it: authors, title, outlet, date, day of access, address.
fn english(dataset: &Dataset, article: &Article) -> String {
    const UNDATED: Phrase = Phrase { zh: "日期不详", en: "undated" };
    let authors = match article.authors.as_slice() {
        [] => String::new(),
        [one] => format!("{one}. "),
        [few @ .., last] => format!("{} and {last}. ", few.join(", ")),
    };
    let date = match &article.published {
        Published::Stated(date) => date_in_words(*date, Lang::En),
        Published::Inferred { date, .. } => format!("[{}]", date_in_words(*date, Lang::En)),
        Published::Unknown { .. } => UNDATED.en.to_owned(),
    };
    let place = article.place.as_ref().map(|place| format!("{}: ", place.en)).unwrap_or_default();
    let page = article.page.as_ref().map(|page| format!(", p. {page}")).unwrap_or_default();
    let outlet = article.outlet.as_ref().map(|outlet| format!("{}, ", outlet.en)).unwrap_or_default();
    let seen = accessed(dataset, article).filter(|_| article.address.is_some());
    let seen = seen.map(|date| format!(" Accessed {}.", date_in_words(date, Lang::En)));
    let address = article.address.as_ref().map(|address| format!(" {address}.")).unwrap_or_default();
    // Within quotation marks, others are single.
    let title = article.title.replace('“', "‘").replace('”', "’");
    let seen = seen.unwrap_or_default();
    let language = if article.title.contains(is_han) { " [in Chinese]" } else { "" };
    format!("{authors}“{title}”{language}. {place}{outlet}{date}{page}.{seen}{address}")
}
