//! Which file of the user's pack each entry goes into, and in which order.
//!
//! An area, its articles and its figures refer to each other over two files, and a process may die between writing one and
//! the other. So what is referred to is written first: after each step the data are sound.

use super::tables::{self, TableKind};
use crate::data::{io_words, read_usual_folder};
use crate::entry::NewEntries;
use crate::text::{Phrase, Text};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::{fs, iter};
use toml_edit::{Document, Item};

/// One writing of one file: what it holds before and after, and what is new in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub path: PathBuf,
    /// `None` where there is no such file yet.
    pub before: Option<String>,
    pub added: String,
}

impl Step {
    /// Returns what the file holds after it.
    pub fn after(&self) -> String {
        format!("{}{}", self.before.as_deref().unwrap_or_default(), self.added)
    }

    /// Returns the line of the file on which what is new begins.
    pub fn line(&self) -> usize {
        let before = self.before.as_deref().unwrap_or_default().matches('\n').count();
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
pub(super) fn plan(root: &Path, entries: &NewEntries, pack_id: &str) -> Result<Vec<Step>, (PathBuf, io::Error)> {
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
        planner.add(&format!("areas/{}", figure.area), TableKind::Observation, tables::figure(figure))?;
    }
    Ok(planner.steps)
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
        match self.steps.last_mut().filter(|last| last.path == path) {
            Some(last) => last.added.push_str(&added),
            None => self.steps.push(Step { path, before, added }),
        }
        Ok(())
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
