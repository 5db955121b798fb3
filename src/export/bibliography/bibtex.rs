//! Articles as entries of a BibTeX file.

use crate::domain::Dataset;
use crate::domain::article::{Article, Medium, Published};
use crate::domain::date::PartialDate;
use crate::text::visible_line;
use crate::wording::accessed;
use std::fmt::Write;

/// The months as BibTeX knows them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Returns the entry of an article, under its id.
pub(super) fn entry(dataset: &Dataset, article: &Article) -> String {
    let (kind, outlet) = match article.medium {
        Medium::Newspaper => ("article", "journal"),
        Medium::Web => ("misc", "howpublished"),
        Medium::Report => ("techreport", "institution"),
    };
    let mut entry = Entry { text: format!("@{kind}{{{},\n", article.id) };
    if !article.authors.is_empty() {
        // In braces of its own a name is kept whole; between two stands the word that BibTeX looks for.
        let names: Vec<String> = article.authors.iter().map(|name| format!("{{{}}}", escaped(name))).collect();
        entry.raw("author", &format!("{{{}}}", names.join(" and ")));
    }
    entry.raw("title", &format!("{{{{{}}}}}", escaped(&article.title)));
    if let Some(name) = &article.outlet {
        entry.raw(outlet, &format!("{{{{{}}}}}", escaped(&name.zh)));
    }
    if let Some(place) = &article.place {
        entry.words("address", &place.zh);
    }
    if let Some(page) = &article.page {
        entry.words("pages", page);
    }
    entry.date(article.published.date());
    if let Some(address) = &article.address {
        entry.raw("url", &format!("{{{}}}", in_braces(address)));
    }
    if let Some(date) = accessed(dataset, article) {
        entry.words("urldate", &date.to_string());
    }
    if let Some(note) = note(article) {
        entry.words("note", &note);
    }
    entry.words("language", "chinese");
    entry.text + "}\n"
}

/// Returns what the fields have no place for: how the outlet was seen, and a date that is not stated.
fn note(article: &Article) -> Option<String> {
    let date = match &article.published {
        Published::Stated(_) => None,
        Published::Inferred { .. } => Some("刊出日期系推断"),
        Published::Unknown { .. } => Some("刊出日期不详"),
    };
    let remark = article.outlet_remark.as_ref().map(|remark| remark.zh.as_str());
    let notes: Vec<&str> = remark.into_iter().chain(date).collect();
    (!notes.is_empty()).then(|| notes.join("；"))
}

/// An entry that is being written.
struct Entry {
    text: String,
}

impl Entry {
    fn raw(&mut self, field: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "  {field} = {value},");
    }

    fn words(&mut self, field: &str, words: &str) {
        self.raw(field, &format!("{{{}}}", escaped(words)));
    }

    fn date(&mut self, date: Option<PartialDate>) {
        let Some(date) = date else { return };
        let first = date.earliest();
        self.words("year", &first.year().to_string());
        if !matches!(date, PartialDate::Year(_)) {
            let month = usize::try_from(first.month()).unwrap_or(1).saturating_sub(1);
            self.raw("month", MONTHS.get(month).copied().unwrap_or_default());
        }
        if matches!(date, PartialDate::Day(_)) {
            self.words("day", &first.day().to_string());
        }
    }
}

/// Escapes the signs that TeX takes for its own.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for character in visible_line(words).chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', character]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            _ => out.push(character),
        }
    }
    out
}

/// Returns an address so that its braces cannot end the field: in addresses they are written as codes anyway.
fn in_braces(address: &str) -> String {
    visible_line(address).replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}
