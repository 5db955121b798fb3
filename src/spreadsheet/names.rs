//! Finding what a cell names: an area, an article or an indicator, by its id or by its name as it is written.

use super::rows::SheetRow;
use crate::domain::Dataset;
use crate::entry::{article_id, slug, unused};
use crate::text::{Text, fold_fullwidth, nearest};

/// Something that can be named in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedEntry {
    pub id: String,
    /// What it is called, in either language.
    pub names: Vec<String>,
    /// Whether the spreadsheet adds it.
    pub is_new: bool,
}

/// Everything that cells can name.
pub(super) struct Names {
    pub areas: Vec<NamedEntry>,
    pub articles: Vec<NamedEntry>,
    pub indicators: Vec<NamedEntry>,
}

impl Names {
    /// Takes the names of the data in force.
    pub fn of(dataset: &Dataset) -> Self {
        let both = |id: &str, name: &Text| named(id, &[&name.zh, &name.en]);
        Self {
            areas: dataset.areas.iter().map(|(_, area)| both(&area.id, &area.name)).collect(),
            articles: dataset.articles.iter().map(|(_, article)| named(&article.id, &[&article.title])).collect(),
            indicators: dataset.indicators.iter().map(|(_, it)| both(&it.id, &it.name)).collect(),
        }
    }

    /// Returns the id of a new area; `None` where there is one of this name already.
    pub fn add_area(&mut self, row: &SheetRow) -> Option<String> {
        let (name, given) = (row.words("name")?, row.words("id"));
        let is_known = |entry: &NamedEntry| entry.is_called(given.as_deref().unwrap_or(&name));
        if self.areas.iter().any(is_known) {
            return None;
        }
        let is_taken = |id: &str| self.areas.iter().any(|entry| entry.id == id);
        let id = given.unwrap_or_else(|| unused(&slug(&name).unwrap_or_else(|| "area".to_owned()), is_taken));
        self.areas.push(new(&id, &name));
        Some(id)
    }

    /// Returns the id of a new article of an area; `None` where there is one of this title or id already.
    pub fn add_article(&mut self, row: &SheetRow, area: &str) -> Option<String> {
        let (title, given) = (row.words("title")?, row.words("id"));
        let is_known = |entry: &NamedEntry| entry.is_called(given.as_deref().unwrap_or(&title));
        if self.articles.iter().any(is_known) {
            return None;
        }
        let year = row.words("published.date").and_then(|date| date.get(..4)?.parse().ok());
        let is_taken = |id: &str| self.articles.iter().any(|entry| entry.id == id);
        let id = given.unwrap_or_else(|| article_id(area, year, row.words("outlet").as_deref(), is_taken));
        self.articles.push(new(&id, &title));
        Some(id)
    }
}

impl NamedEntry {
    fn is_called(&self, name: &str) -> bool {
        self.id == name || self.names.iter().any(|one| plain(one) == plain(name))
    }
}

/// Returns the entries that a cell names; of several, those that the spreadsheet adds itself.
pub(super) fn find<'a>(entries: &'a [NamedEntry], typed: &str) -> Vec<&'a NamedEntry> {
    let found: Vec<_> = entries.iter().filter(|entry| entry.is_called(typed)).collect();
    let own: Vec<_> = found.iter().copied().filter(|entry| entry.is_new).collect();
    if own.is_empty() { found } else { own }
}

/// Returns the name or id that was most likely meant.
pub(super) fn near<'a>(entries: &'a [NamedEntry], typed: &str) -> Option<&'a str> {
    let all = || entries.iter().flat_map(|entry| entry.names.iter().chain([&entry.id]).map(String::as_str));
    let contains = all().find(|name| plain(name).contains(&plain(typed)) || plain(typed).contains(&plain(name)));
    contains.or_else(|| nearest(typed, all()))
}

fn named(id: &str, names: &[&str]) -> NamedEntry {
    NamedEntry { id: id.to_owned(), names: names.iter().map(|name| (*name).to_owned()).collect(), is_new: false }
}

fn new(id: &str, name: &str) -> NamedEntry {
    NamedEntry { is_new: true, ..named(id, &[name]) }
}

/// Returns a name without what does not matter: case, width, and spaces.
fn plain(name: &str) -> String {
    let kept = name.chars().map(fold_fullwidth).filter(|character| !character.is_whitespace());
    kept.flat_map(char::to_lowercase).collect()
}
