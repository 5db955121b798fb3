//! The file of the person's own deck: where it stands, reading it with the data, and changing it. A change is checked like
//! all data before it is written, and written whole or not at all; what somebody else has written meanwhile is not lost.

use super::options::Global;
use super::run::files;
use super::stream::write_file;
use crate::app::DeckEdit;
use crate::checked::{Diagnostic, Faults, SourceFile, io_words, not_a_file, read_folder};
use crate::data::{self, edit};
use crate::deck::Deck;
use crate::domain::{Dataset, Key};
use crate::text::Text;
use crate::view::slides;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The file: the one that was named, or `cppcc/deck.toml` in the folder where a person's programs keep their data.
#[must_use]
pub fn path(global: &Global) -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
    let shared = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute()).or_else(home);
    global.deck_file.clone().or_else(|| Some(shared?.join("cppcc/deck.toml")))
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

/// The files of the data in force, with the person's own deck where there is one.
pub(super) fn files_with_own(folders: &[PathBuf], global: &Global) -> Vec<SourceFile> {
    let mut files = files(folders, global);
    // What can't be read, such as a folder of that name, is told of as a fault; what is not there is none.
    if let Some(path) = path(global).filter(|path| path.exists())
        && !files.iter().any(|file| is_same(&file.path, &path))
    {
        if path.is_dir() {
            files.push(not_a_file(&path));
        } else {
            files.extend(read_folder(&path));
        }
    }
    files
}

/// Data with the person's own deck.
pub struct Loaded {
    /// The data.
    pub dataset: Dataset,
    /// Their own deck.
    pub own: Option<Key<Deck>>,
    /// What is wrong with their own deck, where it had to be left out.
    pub left_out: Option<Faults>,
}

/// Loads the data in force with the person's own deck. Where that alone has faults, it is left out: a slip in it must not
/// take everything else away.
///
/// # Errors
/// All faults of all files, where there are any beside those.
pub fn load(global: &Global) -> Result<Loaded, Faults> {
    let folders = global.data_folders();
    let faults = match data::load(files_with_own(&folders, global)) {
        Ok(dataset) => return Ok(Loaded { own: own(&dataset, global), dataset, left_out: None }),
        Err(faults) => faults,
    };
    let path = path(global);
    let is_own = |fault: &Diagnostic| path.as_ref().is_some_and(|path| is_same(&fault.path, path));
    if !faults.diagnostics().iter().all(is_own) {
        return Err(faults);
    }
    let mut files = files(&folders, global);
    files.retain(|file| !path.as_ref().is_some_and(|path| is_same(&file.path, path)));
    let dataset = data::load(files)?;
    Ok(Loaded { dataset, own: None, left_out: Some(faults) })
}

/// That the person's own deck was left out, and what is wrong with it first.
#[must_use]
pub fn left_out_words(faults: &Faults) -> Text {
    let Some(fault) = faults.diagnostics().first() else { return Text::new("", "") };
    let (why, place) = (&fault.message, fault.place());
    Text::new(
        format!("自己的演示稿有误，未读入：{}（{place}）", why.zh),
        format!("Your own deck has a fault and is not read: {} ({place})", why.en),
    )
}

/// The first deck of the person's file.
fn own(dataset: &Dataset, global: &Global) -> Option<Key<Deck>> {
    let path = path(global)?;
    let is_own = |deck: &Deck| deck.slides.first().is_some_and(|slide| is_same(&slide.origin.path, &path));
    dataset.decks.iter().find(|(_, deck)| is_own(deck)).map(|(key, _)| key)
}

/// Why a change was not made.
pub enum NotChanged {
    /// The file is not as it was when it was read: it must be read again, and looked at, first.
    Elsewhere,
    /// For another reason.
    Because(Text),
}

impl From<Text> for NotChanged {
    fn from(why: Text) -> Self {
        Self::Because(why)
    }
}

/// The person's own deck, with what it was before each change of this session.
#[derive(Debug, Default)]
pub struct OwnDeck {
    /// What the file held when it was read last; `None` where there was none.
    read: Option<String>,
    done: Vec<Done>,
}

/// A change that was made.
#[derive(Debug)]
struct Done {
    /// `None` where there was no file.
    before: Option<String>,
    after: String,
}

impl OwnDeck {
    /// Remembers what the file holds, which has just been read with the data.
    pub fn remember(&mut self, global: &Global) {
        self.read = path(global).and_then(|path| text(&path).ok().flatten());
    }

    /// Makes a change, and gives the data with it.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn change(&mut self, global: &Global, dataset: &Dataset, change: &DeckEdit) -> Result<Loaded, NotChanged> {
        let path = path(global).ok_or_else(|| {
            Text::new("不知道演示稿放在哪里；请用 --deck-file", "where is your deck? name it with --deck-file")
        })?;
        let held = text(&path)?;
        // Slides are named by their places: in a file that is another now these may be other slides. At its end there is
        // room for a further one all the same.
        if held != self.read && !matches!(change, DeckEdit::Add(_)) {
            return Err(NotChanged::Elsewhere);
        }
        if *change == DeckEdit::Undo {
            return self.undo(global, &path, held.as_ref());
        }
        let before = held.as_deref().unwrap_or_default();
        let changed = match change {
            DeckEdit::Add(shows) => edit::add_slide(before, dataset, shows),
            DeckEdit::Move { slide, to } => edit::move_slide(before, slide.get(), to.get()),
            DeckEdit::Remove(slide) => edit::remove_slide(before, slide.get()),
            DeckEdit::Rename { slide, title } => edit::rename_slide(before, slide.get(), title.as_ref()),
            DeckEdit::Undo => Ok(before.to_owned()),
        };
        let changed = changed.map_err(|why| failed(&path, &why.text()))?;
        let loaded = checked(global, &path, Some(&changed))?;
        write(&path, &changed)?;
        self.done.push(Done { before: held, after: changed.clone() });
        self.read = Some(changed);
        Ok(loaded)
    }

    /// Takes the last change back; a file that it made goes again.
    fn undo(&mut self, global: &Global, path: &Path, held: Option<&String>) -> Result<Loaded, NotChanged> {
        let Some(last) = self.done.pop_if(|last| Some(&last.after) == held) else {
            let why = if self.done.is_empty() {
                Text::new("没有可撤销的改动", "there is nothing to take back")
            } else {
                Text::new(
                    "之后文件又在别处改过，不能撤销",
                    "the file was changed elsewhere since: nothing is taken back",
                )
            };
            return Err(why.into());
        };
        let loaded = checked(global, path, last.before.as_deref())?;
        match &last.before {
            Some(before) => write(path, before)?,
            None => fs::remove_file(path).map_err(|error| failed(path, &io_words(&error)))?,
        }
        self.read = last.before;
        Ok(loaded)
    }
}

/// What a file holds; `None` where there is none.
fn text(path: &Path) -> Result<Option<String>, Text> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(path, &io_words(&error))),
    }
}

fn write(path: &Path, text: &str) -> Result<(), Text> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failed(folder, &io_words(&error)))?;
    }
    write_file(path, text).map_err(|failure| failed(path, &failure.reason()))
}

/// The data in force with another text of the deck, or with none. Only this deck's own slides must have room: another's is
/// not the person's to mend.
fn checked(global: &Global, path: &Path, text: Option<&str>) -> Result<Loaded, Text> {
    let mut all = files_with_own(&global.data_folders(), global);
    let place = all.iter().position(|file| is_same(&file.path, path));
    let (root, shown) = match place {
        Some(place) => {
            let file = all.remove(place);
            (file.root, file.path)
        }
        None => (path.parent().unwrap_or(path).to_owned(), path.to_owned()),
    };
    if let Some(text) = text {
        all.push(SourceFile::new(root, shown, text.as_bytes().to_vec()));
    }
    // Of what was never written a place would lead nowhere; of another file it does.
    let refused = |why: &Text| Text::new(format!("未改动：{}", why.zh), format!("Not changed: {}", why.en));
    let elsewhere = |fault: &Diagnostic| {
        let (why, place) = (refused(&fault.message), fault.place());
        Text::new(format!("{}（{place}）", why.zh), format!("{} ({place})", why.en))
    };
    let dataset = data::load(all).map_err(|faults| match faults.diagnostics().first() {
        Some(fault) if is_same(&fault.path, path) => refused(&fault.message),
        Some(fault) => elsewhere(fault),
        None => Text::new("", ""),
    })?;
    if let Some(misfit) = slides::misfits(&dataset, |slide| is_same(&slide.origin.path, path)).first() {
        return Err(refused(&misfit.message));
    }
    Ok(Loaded { own: own(&dataset, global), dataset, left_out: None })
}

fn failed(path: &Path, why: &Text) -> Text {
    let path = path.display();
    Text::new(format!("未能改动：{}（{path}）", why.zh), format!("Can’t be changed: {} ({path})", why.en))
}
