//! A copy of the presented data for followers, so that they see the same without reading the presenter's files.
//!
//! What is the speaker's alone is not in it: notes, other decks, comments, originals, and where the files are. Files that are
//! compiled in are only named, since a follower's program has the same.

use super::frame::{Frame, FrameKind};
use crate::checked::{Author, Content, Faults, SourceFile};
use crate::data::{self, Builtin};
use crate::deck::Library;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::path::Path;
use toml::{Table, Value};

/// The copy as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The files in the order in which they are in force.
    files: Vec<SnapshotFile>,
}

/// A file of the copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SnapshotFile {
    /// One that is compiled in, by its path.
    Builtin(String),
    /// One of the presenter's.
    Own(OwnFile),
}

/// A file of the presenter's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct OwnFile {
    /// Its folder, by number and name.
    folder: String,
    /// Its name, which is a number of its own.
    name: String,
    text: String,
    /// Whether it is of the presenter's own deck, in which numbers need no source.
    is_own_deck: bool,
}

impl Snapshot {
    /// Makes the copy of these files for the audience of a deck.
    ///
    /// # Errors
    /// Fails where a file can't be read.
    pub fn of(files: &[SourceFile], deck: &str) -> Result<Self, Text> {
        let mut roots: Vec<&Path> = Vec::new();
        let mut copied = Vec::new();
        for (number, file) in files.iter().enumerate() {
            let place = roots.iter().position(|root| *root == file.root).unwrap_or_else(|| {
                roots.push(&file.root);
                roots.len() - 1
            });
            if file.is_compiled_in() {
                copied.push(SnapshotFile::Builtin(file.path.display().to_string()));
            } else if file.path.extension().is_some_and(|extension| extension == "toml") {
                let name = file.root.file_name().unwrap_or_default().to_string_lossy();
                let (folder, text) = (format!("{place}/{name}"), text_for_audience(file, deck)?);
                let (name, is_own_deck) = (format!("{number}.toml"), file.author == Author::OwnDeck);
                copied.push(SnapshotFile::Own(OwnFile { folder, name, text, is_own_deck }));
            }
        }
        Ok(Self { files: copied })
    }

    /// Returns the copy as it goes over the socket.
    ///
    /// # Errors
    /// Fails where it is too large.
    pub fn frame(&self) -> Result<Frame, Text> {
        let written = serde_json::to_vec(self).ok();
        written.and_then(|written| FrameKind::Snapshot.frame(&written)).ok_or_else(|| {
            let most = FrameKind::Snapshot.most() >> 20;
            Text::new(
                format!("听众无法跟看：数据超过 {most} MB"),
                format!("no audience: the data are larger than {most} MB"),
            )
        })
    }

    /// Loads the data of the copy.
    ///
    /// # Errors
    /// All faults of all files: the copy is checked like any data.
    pub fn load(&self) -> Result<Library, Faults> {
        let builtin = data::builtin(Builtin::All);
        let file = |file: &SnapshotFile| match file {
            SnapshotFile::Builtin(path) => builtin.iter().find(|known| known.path == Path::new(path)).cloned(),
            SnapshotFile::Own(OwnFile { folder, name, text, is_own_deck }) => {
                let file = SourceFile::new(folder, Path::new(folder).join(name), text.clone().into_bytes());
                Some(if *is_own_deck { file.of_own_deck() } else { file })
            }
        };
        data::load(self.files.iter().filter_map(file).collect())
    }
}

/// Makes the copy of these files for the audience of a deck, as it goes over the socket.
///
/// # Errors
/// Fails where a file can't be read, the copy is too large, or it could not be loaded on the other side.
pub fn snapshot_of(files: &[SourceFile], deck: &str) -> Result<Frame, Text> {
    let snapshot = Snapshot::of(files, deck)?;
    let frame = snapshot.frame()?;
    match snapshot.load() {
        Ok(library) if library.decks.find(deck).is_some() => Ok(frame),
        _ => Err(unreadable()),
    }
}

fn unreadable() -> Text {
    Text::new("听众无法跟看：数据有误", "no audience: the data have faults")
}

/// Returns what followers get of a file: without comments, and of the decks the presented one without its notes.
fn text_for_audience(file: &SourceFile, deck: &str) -> Result<String, Text> {
    let Content::Bytes(bytes) = &file.content else { return Err(unreadable()) };
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable())?;
    let mut table: Table = text.parse().map_err(|_| unreadable())?;
    if let Some(decks) = table.get_mut("deck").and_then(Value::as_array_mut) {
        decks.retain(|other| other.get("id").and_then(Value::as_str) == Some(deck));
        decks.iter_mut().filter_map(|deck| deck.get_mut("slide")?.as_array_mut()).flatten().for_each(remove_notes);
        if decks.is_empty() {
            table.remove("deck");
        }
    }
    toml::to_string(&table).map_err(|_| unreadable())
}

fn remove_notes(slide: &mut Value) {
    if let Some(slide) = slide.as_table_mut() {
        slide.remove("notes");
    }
}
