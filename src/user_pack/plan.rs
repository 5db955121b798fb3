//! Which file of the user's pack each entry goes into, and in which order.
//!
//! An area, its articles and its figures refer to each other over two files, and a process may die between writing one and
//! the other. So what is referred to is written first: after each step the data are sound.

use super::figure_blocks::{self, FigurePlace};
use super::tables::{self, TableKind};
use crate::data::{io_words, read_usual_folder};
use crate::entry::{NewEntries, NewFigure};
use crate::text::{Phrase, Text};
use std::collections::{BTreeMap, HashSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::{fs, iter};
use toml_edit::{Document, Item};

/// One writing of one file: what it holds before, and what is put in the place of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub path: PathBuf,
    /// `None` where there is no such file yet.
    pub before: Option<String>,
    /// Where in the text something is changed: at its end, where it is added.
    pub at: usize,
    /// What stood there; nothing where something is added.
    pub removed: String,
    pub added: String,
}

impl Step {
    /// Returns what the file holds after it.
    pub fn after(&self) -> String {
        let before = self.before.as_deref().unwrap_or_default();
        let part = |range: std::ops::Range<usize>| before.get(range).unwrap_or_default();
        let behind = self.at + self.removed.len();
        [part(0..self.at), &self.added, part(behind..before.len())].concat()
    }

    /// Returns a text without what this has done to it; `None` where that has been changed since. Whatever else was changed
    /// stays.
    pub fn undone(&self, text: &str) -> Option<String> {
        if text == self.after() {
            return Some(self.before.clone().unwrap_or_default());
        }
        if self.added.is_empty() {
            // Where it stood may no longer be found, and a figure may stand anywhere.
            return Some(format!("{text}{}", appended(text, &self.removed)));
        }
        let (at, 1) = (text.find(&self.added)?, text.matches(&self.added).count()) else { return None };
        Some([text.get(..at)?, &self.removed, text.get(at + self.added.len()..)?].concat())
    }

    /// Whether it only adds at the end.
    fn is_appended(&self) -> bool {
        self.removed.is_empty() && self.at == self.before.as_deref().unwrap_or_default().len()
    }

    /// Returns the line of the file on which what is new begins.
    pub fn line(&self) -> usize {
        let before = self.before.as_deref().unwrap_or_default();
        let before = before.get(..self.at).unwrap_or_default().matches('\n').count();
        before
            + self.added.chars().take_while(|character| matches!(character, '\n' | '\r')).filter(|c| *c == '\n').count()
            + 1
    }
}

/// The file of the pack itself.
pub(super) const PACK_FILE: &str = "pack.toml";

/// What is said of the pack that is made where there is none.
const PACK_NAME: Phrase = Phrase { zh: "自己的数据", en: "My own data" };
const PACK_ABOUT: Phrase =
    Phrase { zh: "自行录入的城市、文章和数字", en: "Cities, articles and figures added by hand" };

/// Plans the writing of entries into a folder, or into the one file that stands for it. `pack_id` is that of the pack that is
/// made where the folder holds no file yet.
///
/// A figure that is `corrected` is held under its id. Where the folder has it, it is changed in its place; one of another pack is
/// laid over.
pub(super) fn plan(
    root: &Path,
    entries: &NewEntries,
    corrected: &[NewFigure],
    pack_id: &str,
) -> Result<Vec<Step>, PlanError> {
    let mut planner = Planner { root, texts: BTreeMap::new(), steps: Vec::new() };
    if !root.is_file() && holds_nothing(root) {
        let both = |phrase: Phrase| Text::from(phrase);
        planner.write(root.join(PACK_FILE), &tables::pack(pack_id, &both(PACK_NAME), &both(PACK_ABOUT)))?;
    }
    for theme in &entries.themes {
        planner.add("catalogue", TableKind::Theme, tables::theme(theme))?;
    }
    for indicator in &entries.indicators {
        planner.add("catalogue", TableKind::Indicator, tables::indicator(indicator))?;
    }
    for area in &entries.areas {
        planner.add(&format!("areas/{}", area.id), TableKind::Area, tables::area(area))?;
    }
    for article in &entries.articles {
        planner.add(&format!("articles/{}", article.area), TableKind::Article, tables::article(article))?;
    }
    for figure in &entries.figures {
        if let Some(held) = corrected.iter().find(|held| held.id == figure.id)
            && planner.correct(held, figure)?
        {
            continue;
        }
        planner.add(&format!("areas/{}", figure.area), TableKind::Observation, tables::figure(figure))?;
    }
    Ok(planner.steps)
}

/// Plans to take a figure out of the folder.
pub(super) fn plan_removal(root: &Path, id: &str) -> Result<Vec<Step>, PlanError> {
    let mut planner = Planner { root, texts: BTreeMap::new(), steps: Vec::new() };
    let Some((path, place)) = planner.place(id)? else { return Err(PlanError::NotOwn(id.to_owned())) };
    let FigurePlace::Block(block) = place else { return Err(PlanError::Unchangeable(path, id.to_owned())) };
    let text = planner.text(&path)?.unwrap_or_default();
    let gone = figure_blocks::to_take_out(&text, block);
    let removed = text.get(gone.clone()).unwrap_or_default().to_owned();
    planner.replace(path, gone.start, removed, String::new());
    Ok(planner.steps)
}

/// Returns the ids of the figures that a folder holds.
pub(super) fn figure_ids(root: &Path) -> HashSet<String> {
    let files = if root.is_file() { vec![root.to_owned()] } else { own_files(root) };
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).flat_map(|text| figure_blocks::ids(&text)).collect()
}

/// Returns the files of a folder in which entries stand.
fn own_files(root: &Path) -> Vec<PathBuf> {
    let files = read_usual_folder(root).into_iter().map(|file| file.path);
    files.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect()
}

/// Why nothing can be planned.
#[derive(Debug)]
pub(super) enum PlanError {
    Unreadable(PathBuf, io::Error),
    /// The figure stands where the program changes nothing.
    Unchangeable(PathBuf, String),
    /// The folder has no figure of this id.
    NotOwn(String),
}

impl From<(PathBuf, io::Error)> for PlanError {
    fn from((path, error): (PathBuf, io::Error)) -> Self {
        Self::Unreadable(path, error)
    }
}

/// Returns whether a folder holds no file of a pack yet.
fn holds_nothing(root: &Path) -> bool {
    read_usual_folder(root).is_empty()
}

struct Planner<'a> {
    root: &'a Path,
    /// What each file that has been looked at holds so far.
    texts: BTreeMap<PathBuf, Option<String>>,
    steps: Vec<Step>,
}

impl Planner<'_> {
    /// Adds a table to the file of this name, or to the next file that can take one.
    fn add(&mut self, name: &str, kind: TableKind, table: toml_edit::Table) -> Result<(), (PathBuf, io::Error)> {
        let block = tables::block(kind, table);
        if self.root.is_file() {
            return self.write(self.root.to_owned(), &block);
        }
        let numbered = (2_u32..).map(|number| format!("{name}-{number}.toml"));
        for file in iter::once(format!("{name}.toml")).chain(numbered) {
            let path = self.root.join(file);
            let text = self.text(&path)?;
            if text.as_deref().is_none_or(|text| takes_tables(text, kind)) {
                return self.write(path, &block);
            }
        }
        Ok(())
    }

    /// Returns what a file holds so far.
    fn text(&mut self, path: &Path) -> Result<Option<String>, (PathBuf, io::Error)> {
        if let Some(known) = self.texts.get(path) {
            return Ok(known.clone());
        }
        let text = match fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err((path.to_owned(), error)),
        };
        self.texts.insert(path.to_owned(), text.clone());
        Ok(text)
    }

    /// Plans to put a block at the end of a file; two that follow one another are one step.
    fn write(&mut self, path: PathBuf, block: &str) -> Result<(), (PathBuf, io::Error)> {
        let before = self.text(&path)?;
        let added = appended(before.as_deref().unwrap_or_default(), block);
        let after = format!("{}{added}", before.as_deref().unwrap_or_default());
        self.texts.insert(path.clone(), Some(after));
        if let Some(last) = self.steps.last_mut().filter(|last| last.path == path && last.is_appended()) {
            last.added.push_str(&added);
        } else {
            let at = before.as_ref().map_or(0, String::len);
            self.steps.push(Step { path, before, at, removed: String::new(), added });
        }
        Ok(())
    }

    /// Plans to change a figure where it stands; returns whether the folder has it.
    fn correct(&mut self, held: &NewFigure, figure: &NewFigure) -> Result<bool, PlanError> {
        let Some((path, place)) = self.place(&figure.id)? else { return Ok(false) };
        let in_brackets = || PlanError::Unchangeable(path.clone(), figure.id.clone());
        let FigurePlace::Block(block) = place else { return Err(in_brackets()) };
        let text = self.text(&path)?.unwrap_or_default();
        let removed = text.get(block.clone()).unwrap_or_default().to_owned();
        let added = figure_blocks::corrected(&removed, held, figure).ok_or_else(in_brackets)?;
        self.replace(path, block.start, removed, added);
        Ok(true)
    }

    fn replace(&mut self, path: PathBuf, at: usize, removed: String, added: String) {
        let before = self.texts.get(&path).cloned().flatten();
        let step = Step { path: path.clone(), before, at, removed, added };
        self.texts.insert(path, Some(step.after()));
        self.steps.push(step);
    }

    /// Finds the file of the folder in which a figure stands, and where.
    fn place(&mut self, id: &str) -> Result<Option<(PathBuf, FigurePlace)>, PlanError> {
        let files = if self.root.is_file() { vec![self.root.to_owned()] } else { own_files(self.root) };
        for path in files {
            let text = self.text(&path)?.unwrap_or_default();
            if let Some(place) = figure_blocks::find(&text, id) {
                return Ok(Some((path, place)));
            }
        }
        Ok(None)
    }
}

/// Returns whether a table of a kind can be put at the end of a text. A list in brackets takes none, and what can't be read
/// will be told with its place.
fn takes_tables(text: &str, kind: TableKind) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(document) = Document::parse(text) else { return true };
    document.get(kind.header()).is_none_or(Item::is_array_of_tables)
}

/// Returns a block as it stands at the end of a text: on a line of its own, with an empty one before it, its lines ended as
/// those of the text are.
fn appended(text: &str, block: &str) -> String {
    let line_end =
        if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" };
    let text = text.trim_start_matches('\u{feff}');
    let gap = match text {
        "" => "",
        _ if text.ends_with("\n\n") || text.ends_with("\n\r\n") => "",
        _ if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{gap}{}", block.trim_start_matches('\n')).replace('\n', line_end)
}

/// Returns what the system says of a file that can't be read, in words.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Text {
    let (why, path) = (io_words(error), path.display());
    Text::new(format!("无法读取 {path}：{}", why.zh), format!("{path} can't be read: {}", why.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_stands_on_lines_of_its_own() {
        for (text, added) in [
            ("", "[[x]]\na = 1\n"),
            ("\u{feff}", "[[x]]\na = 1\n"),
            ("a = 1", "\n\n[[x]]\na = 1\n"),
            ("a = 1\n", "\n[[x]]\na = 1\n"),
            ("a = 1\n\n", "[[x]]\na = 1\n"),
            ("a = 1\r\n", "\r\n[[x]]\r\na = 1\r\n"),
            ("a = 1\r\nb = 1", "\r\n\r\n[[x]]\r\na = 1\r\n"),
        ] {
            assert_eq!(appended(text, "\n[[x]]\na = 1\n"), added, "{text:?}");
        }
    }

    #[test]
    fn a_list_in_brackets_takes_no_table() {
        assert!(!takes_tables("observation = []\n", TableKind::Observation));
        assert!(takes_tables("observation = []\n", TableKind::Area));
        assert!(takes_tables("[[observation]]\nid = 1\n", TableKind::Observation));
        assert!(takes_tables("no toml", TableKind::Observation));
    }
}
