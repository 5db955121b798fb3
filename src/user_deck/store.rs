//! Edits of the deck's file, and their undo. What somebody else has written meanwhile is never overwritten: the file is read,
//! changed and written under its lock.

use super::edit;
use super::load::{LoadedData, load_edited};
use super::sources::DataSources;

use crate::data::{EditLock, NotRead, io_words, read_regular, write_under_lock};
use crate::deck::DeckEdit;
use crate::domain::Dataset;
use crate::text::Text;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Why an edit was not made.
pub enum EditError {
    /// The file has changed since it was last read: it must be read and looked at first.
    ChangedElsewhere,
    /// Any other reason, as it is told.
    Refused(Text),
}

impl From<Text> for EditError {
    fn from(why: Text) -> Self {
        Self::Refused(why)
    }
}

/// The file of the user's own deck, and the edits that were made to it since the program started.
#[derive(Debug)]
pub struct UserDeck {
    sources: DataSources,
    /// What the file held when it was last read; `None` where there was none.
    last_read: Option<String>,
    history: Vec<AppliedEdit>,
}

/// The file before and after one edit.
#[derive(Debug)]
struct AppliedEdit {
    /// `None` where there was no file.
    before: Option<String>,
    after: String,
}

impl UserDeck {
    /// Creates a deck whose file has just been loaded with the data.
    #[must_use]
    pub fn new(sources: DataSources) -> Self {
        let mut deck = Self { sources, last_read: None, history: Vec::new() };
        deck.remember();
        deck
    }

    /// Returns where the data and the deck come from.
    #[must_use]
    pub fn sources(&self) -> &DataSources {
        &self.sources
    }

    /// Remembers what the file holds, right after it was loaded with the data.
    pub fn remember(&mut self) {
        self.last_read = self.sources.deck_file.as_deref().and_then(|path| read(path).ok().flatten());
    }

    /// Makes an edit, and returns the data with it.
    ///
    /// # Errors
    /// Why it was not made; then the file is as it was.
    pub fn edit(&mut self, dataset: &Dataset, edit: &DeckEdit) -> Result<LoadedData, EditError> {
        let path = self.sources.deck_file.clone().ok_or_else(|| {
            Text::new(
                "演示稿无处存放：HOME 未设，或不是绝对路径；请用 --deck-file 指定",
                "there is no place for your deck: HOME is not set, or is no absolute path; name one with --deck-file",
            )
        })?;
        let lock = lock(&path)?;
        let before = read(&path)?;
        // Edits name slides by index, and in a file that has changed an index may name another slide. A slide can still
        // be added at its end.
        if before != self.last_read && !matches!(edit, DeckEdit::Add(_)) {
            return Err(EditError::ChangedElsewhere);
        }
        if *edit == DeckEdit::Undo {
            return self.undo(&path, before.as_deref(), &lock);
        }
        let after = edit::edited(before.as_deref().unwrap_or_default(), dataset, edit)
            .map_err(|why| failed(&path, &why.text()))?;
        let loaded = load_edited(&self.sources, &path, Some(&after))?;
        write(&path, &after, &lock)?;
        self.history.push(AppliedEdit { before, after: after.clone() });
        self.last_read = Some(after);
        Ok(loaded)
    }

    /// Undoes the last edit; a file that it created is removed.
    fn undo(&mut self, path: &Path, text: Option<&str>, lock: &EditLock) -> Result<LoadedData, EditError> {
        let Some(last) = self.history.pop_if(|last| Some(last.after.as_str()) == text) else {
            let why = if self.history.is_empty() {
                Text::new("没有可撤销的改动", "there is nothing to take back")
            } else {
                Text::new(
                    "之后文件又在别处改过，不能撤销",
                    "the file was changed elsewhere since: nothing is taken back",
                )
            };
            return Err(why.into());
        };
        let loaded = load_edited(&self.sources, path, last.before.as_deref())?;
        match &last.before {
            Some(before) => write(path, before, lock)?,
            None => fs::remove_file(path).map_err(|error| failed(path, &io_words(&error)))?,
        }
        self.last_read = last.before;
        Ok(loaded)
    }
}

/// Reads the file; `None` where there is none.
fn read(path: &Path) -> Result<Option<String>, Text> {
    match read_regular(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(failed(path, &io_words(&ErrorKind::InvalidData.into()))),
        },
        Err(NotRead::System(error)) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(NotRead::System(error)) => Err(failed(path, &io_words(&error))),
        Err(why) => Err(failed(path, &why.text())),
    }
}

/// Takes the lock of the file, and makes its folder where there is none yet.
fn lock(path: &Path) -> Result<EditLock, Text> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failed(folder, &io_words(&error)))?;
    }
    EditLock::take(path).map_err(|error| failed(path, &io_words(&error)))
}

fn write(path: &Path, text: &str, lock: &EditLock) -> Result<(), Text> {
    write_under_lock(path, text, lock).map_err(|error| failed(path, &io_words(&error)))
}

fn failed(path: &Path, why: &Text) -> Text {
    let path = path.display();
    Text::new(format!("未能改动：{}（{path}）", why.zh), format!("Can't be changed: {} ({path})", why.en))
}
