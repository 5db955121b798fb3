//! The file of the person's own deck: where it stands, and changing it. A change is checked like all data before it is
//! written, and written whole or not at all.

use super::options::Global;
use super::run::{files, with_room};
use super::stream::write_file;
use crate::app::DeckEdit;
use crate::data::{self, SourceFile, edit};
use crate::domain::Dataset;
use crate::text::Text;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The file: the one that was named, or `cppcc/deck.toml` in the folder where a person's programs keep their data.
#[must_use]
pub fn path(global: &Global) -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
    let shared = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute()).or_else(home);
    global.deck_file.clone().or_else(|| Some(shared?.join("cppcc/deck.toml")))
}

/// The person's own deck, with what it was before each change of this session.
#[derive(Debug, Default)]
pub struct OwnDeck {
    before: Vec<String>,
}

impl OwnDeck {
    /// Makes a change, and gives the data with it.
    ///
    /// # Errors
    /// Why it could not be made, for the person.
    pub fn change(&mut self, global: &Global, dataset: &Dataset, change: &DeckEdit) -> Result<Dataset, Text> {
        let path = path(global).ok_or_else(|| {
            Text::new("不知道演示稿放在哪里；请用 --deck-file", "where is your deck? name it with --deck-file")
        })?;
        let text = if path.exists() {
            fs::read_to_string(&path).map_err(|error| failed(&path, &error.to_string()))?
        } else {
            String::new()
        };
        let changed = match change {
            DeckEdit::Add(shows) => edit::add_slide(&text, dataset, shows),
            DeckEdit::Move { slide, to } => edit::move_slide(&text, *slide, *to),
            DeckEdit::Remove(slide) => edit::remove_slide(&text, *slide),
            DeckEdit::Undo => match self.before.last() {
                Some(before) => Ok(before.clone()),
                None => return Err(Text::new("没有可撤销的改动", "there is nothing to take back")),
            },
        };
        let changed = changed.map_err(|error| failed(&path, &error.to_string()))?;
        let checked = checked(global, &path, &changed)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(folder, &error.to_string()))?;
        }
        write_file(&path, &changed).map_err(|failure| failed(&path, &failure.reason()))?;
        match change {
            DeckEdit::Undo => drop(self.before.pop()),
            _ => self.before.push(text),
        }
        Ok(checked)
    }
}

/// The data in force with another text of the deck.
fn checked(global: &Global, path: &Path, text: &str) -> Result<Dataset, Text> {
    let mut all = files(&global.data_folders(), global);
    all.retain(|file| file.path != path);
    if !text.trim().is_empty() {
        all.push(SourceFile::new(path.parent().unwrap_or(path), path, text.as_bytes().to_vec()));
    }
    data::load(all).and_then(with_room).map_err(|faults| {
        let first = faults.diagnostics().first();
        let why = first.map_or_else(|| Text::new("", ""), |fault| fault.message.clone());
        Text::new(format!("未改动：{}", why.zh), format!("not changed: {}", why.en))
    })
}

fn failed(path: &Path, why: &str) -> Text {
    let (path, why) = (path.display(), why.lines().next().unwrap_or_default());
    Text::new(format!("未能改动 {path}：{why}"), format!("can’t change {path}: {why}"))
}
