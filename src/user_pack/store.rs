//! Adding to the user's pack, and taking back what was added.

use super::error::AddError;
use super::plan::{PACK_FILE, Step, figure_ids, plan, plan_removal};
use crate::data::{self, EditLock, read_usual_folder, write_under_lock};
use crate::domain::Dataset;
use crate::entry::{NewEntries, NewFigure, held_figure, slug, unused};
use crate::text::{Phrase, Text};
use crate::user_deck::{DataSources, LoadedData, load_with_texts};
use std::collections::HashSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::{fs, iter};

/// The folder of the user's pack, and what was added to it since the program started.
#[derive(Debug)]
pub struct UserPack {
    sources: DataSources,
    history: Vec<Addition>,
}

/// What one addition has written.
#[derive(Debug)]
struct Addition {
    root: PathBuf,
    steps: Vec<Step>,
    /// The folders that were made for it, the outermost first.
    folders: Vec<PathBuf>,
}

/// What is asked of the pack.
#[derive(Clone, Copy)]
enum Change<'a> {
    /// Entries are added; an id that the pack has is a fault.
    Add(&'a NewEntries),
    /// Figures among the entries that are held already are changed where they stand.
    Correct(&'a NewEntries),
    /// The figure of this id is taken out.
    Remove(&'a str),
}

/// What was added, and the data with it.
pub struct Added {
    pub loaded: LoadedData,
    /// What was written, in the order of its writing.
    pub parts: Vec<WrittenPart>,
}

/// What is new in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPart {
    pub path: PathBuf,
    /// The line on which it begins.
    pub line: usize,
    pub text: String,
    /// What stood there before.
    pub removed: String,
}

impl UserPack {
    /// Returns the pack that additions go into: the last folder of those in force.
    #[must_use]
    pub fn new(sources: DataSources) -> Self {
        Self { sources, history: Vec::new() }
    }

    /// Returns whether there is an addition to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.history.is_empty()
    }

    /// Checks entries with all data in force, and says what would be written. Nothing is.
    ///
    /// # Errors
    /// Why they could not be added.
    pub fn check(&self, dataset: &Dataset, entries: &NewEntries) -> Result<Added, AddError> {
        self.check_change(dataset, Change::Add(entries))
    }

    /// Checks a correction as [`check`](Self::check) does an addition.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn check_correction(&self, dataset: &Dataset, entries: &NewEntries) -> Result<Added, AddError> {
        self.check_change(dataset, Change::Correct(entries))
    }

    /// Checks the data without a figure of the folder.
    ///
    /// # Errors
    /// Why it could not be taken out.
    pub fn check_removal(&self, dataset: &Dataset, id: &str) -> Result<Added, AddError> {
        self.check_change(dataset, Change::Remove(id))
    }

    /// Returns the ids of the figures that stand in the folder, and can be corrected and taken out there.
    #[must_use]
    pub fn figure_ids(&self) -> HashSet<String> {
        self.sources.written_folder().map(figure_ids).unwrap_or_default()
    }

    fn check_change(&self, dataset: &Dataset, change: Change) -> Result<Added, AddError> {
        let root = self.sources.written_folder().ok_or(AddError::NoPlace)?;
        let steps = planned(root, dataset, change)?;
        let loaded = self.load_with(root, &steps)?;
        Ok(Added { loaded, parts: parts(&steps) })
    }

    /// Adds entries: checks them with all data in force, writes them, and returns the data with them.
    ///
    /// # Errors
    /// Why they were not added; then all files are as they were.
    pub fn add(&mut self, dataset: &Dataset, entries: &NewEntries) -> Result<Added, AddError> {
        self.change(dataset, Change::Add(entries))
    }

    /// Corrects figures that are held: those of the folder where they stand, with their comments; over those of another pack
    /// one is laid. Entries that are new beside them are added.
    ///
    /// # Errors
    /// Why they were not corrected; then all files are as they were.
    pub fn correct(&mut self, dataset: &Dataset, entries: &NewEntries) -> Result<Added, AddError> {
        self.change(dataset, Change::Correct(entries))
    }

    /// Takes a figure out of the folder.
    ///
    /// # Errors
    /// Why it was not taken out; then all files are as they were.
    pub fn remove(&mut self, dataset: &Dataset, id: &str) -> Result<Added, AddError> {
        self.change(dataset, Change::Remove(id))
    }

    fn change(&mut self, dataset: &Dataset, change: Change) -> Result<Added, AddError> {
        let root = self.sources.written_folder().ok_or(AddError::NoPlace)?.to_owned();
        if !root.exists() {
            // What can be refused without a folder makes none.
            self.check_change(dataset, change)?;
        }
        let folder = if root.is_file() { root.parent().unwrap_or(&root) } else { &root };
        let mut folders = make_folders(folder)?;
        let result = self.change_under_lock(&root, dataset, change, &mut folders);
        match result {
            Ok((added, steps)) => {
                self.history.push(Addition { root, steps, folders });
                Ok(added)
            }
            Err(why) => {
                remove_folders(&folders);
                Err(why)
            }
        }
    }

    fn change_under_lock(
        &self,
        root: &Path,
        dataset: &Dataset,
        change: Change,
        folders: &mut Vec<PathBuf>,
    ) -> Result<(Added, Vec<Step>), AddError> {
        let lock = lock(root)?;
        // Another program may have written since: what is read now is what is added to.
        let steps = planned(root, dataset, change)?;
        let loaded = self.load_with(root, &steps)?;
        for folder in steps.iter().filter_map(|step| step.path.parent()) {
            folders.extend(make_folders(folder)?);
        }
        write_all(&steps, &lock)?;
        Ok((Added { loaded, parts: parts(&steps) }, steps))
    }

    /// Takes the last addition back, and returns the data without it. What others have added to the same files since stays.
    ///
    /// # Errors
    /// Why it was not taken back; then all files are as they were.
    pub fn undo(&mut self) -> Result<LoadedData, AddError> {
        let Some(last) = self.history.last() else {
            return Err(AddError::Refused(NOTHING_TO_UNDO.into()));
        };
        let lock = lock(&last.root)?;
        let texts = without(last)?;
        let shown: Vec<(&Path, Option<&str>)> =
            texts.iter().map(|(path, text)| (path.as_path(), text.as_deref())).collect();
        let loaded = load_with_texts(&self.sources, &last.root, &shown).map_err(AddError::Faults)?;
        for (path, text) in &texts {
            let written = match text {
                Some(text) => write_under_lock(path, text, &lock),
                None => fs::remove_file(path),
            };
            written.map_err(|error| AddError::of_file(path, &error))?;
        }
        drop(lock);
        remove_folders(&last.folders);
        self.history.pop();
        Ok(loaded)
    }

    fn load_with(&self, root: &Path, steps: &[Step]) -> Result<LoadedData, AddError> {
        let after: Vec<(&Path, String)> = steps.iter().map(|step| (step.path.as_path(), step.after())).collect();
        // Of two steps of one file the later holds all that the earlier does.
        let texts: Vec<(&Path, Option<&str>)> = after.iter().map(|(path, text)| (*path, Some(text.as_str()))).collect();
        let loaded = load_with_texts(&self.sources, root, &texts).map_err(AddError::Faults)?;
        // What is written must stand when its writer checks it: dates that can't be right are refused here, too. Faults of other
        // files are no reason.
        let is_written = |path: &Path| after.iter().any(|(written, _)| *written == path);
        match data::check(self.sources.with_texts(root, &texts)).library {
            Err(faults) => match faults.of_files(is_written) {
                Some(faults) => Err(AddError::Faults(faults)),
                None => Ok(loaded),
            },
            Ok(_) => Ok(loaded),
        }
    }
}

const NOTHING_TO_UNDO: Phrase =
    Phrase { zh: "没有可撤销的录入、改正或删除", en: "there is nothing to take back" };

fn planned(root: &Path, dataset: &Dataset, change: Change) -> Result<Vec<Step>, AddError> {
    let (entries, corrected) = match change {
        Change::Remove(id) => return Ok(plan_removal(root, id)?),
        Change::Add(entries) => (entries, Vec::new()),
        Change::Correct(entries) => (entries, held(dataset, entries)),
    };
    let name = root.file_name().map(|name| name.to_string_lossy());
    // The usual folder has a name that says nothing.
    let id = name.and_then(|name| slug(&name)).filter(|id| id != "data").unwrap_or_else(|| "my-data".to_owned());
    let id = unused(&id, |id| dataset.packs.find(id).is_some());
    Ok(plan(root, entries, &corrected, &id)?)
}

/// Returns the figures as they are held under the ids of some entries.
fn held(dataset: &Dataset, entries: &NewEntries) -> Vec<NewFigure> {
    let keys = entries.figures.iter().filter_map(|figure| dataset.observations.find(&figure.id));
    keys.map(|key| held_figure(dataset, key)).collect()
}

fn parts(steps: &[Step]) -> Vec<WrittenPart> {
    let part = |step: &Step| WrittenPart {
        path: step.path.clone(),
        line: step.line(),
        text: step.added.trim_start_matches(['\r', '\n']).to_owned(),
        removed: step.removed.trim_start_matches(['\r', '\n']).to_owned(),
    };
    steps.iter().map(part).collect()
}

fn lock(root: &Path) -> Result<EditLock, AddError> {
    EditLock::take(root).map_err(|error| AddError::of_file(root, &error))
}

/// Writes all steps. Where one can't be written, those before it are taken back.
fn write_all(steps: &[Step], lock: &EditLock) -> Result<(), AddError> {
    for (number, step) in steps.iter().enumerate() {
        if let Err(error) = write_under_lock(&step.path, &step.after(), lock) {
            for done in steps.iter().take(number).rev() {
                let _ = match &done.before {
                    Some(before) => write_under_lock(&done.path, before, lock),
                    None => fs::remove_file(&done.path),
                };
            }
            return Err(AddError::of_file(&step.path, &error));
        }
    }
    Ok(())
}

/// Returns the files of an addition as they are without it, in the order in which they are to be written: what refers before
/// what is referred to. A file that holds nothing else is to be removed.
fn without(addition: &Addition) -> Result<Vec<(PathBuf, Option<String>)>, AddError> {
    let mut texts: Vec<(PathBuf, Option<String>)> = Vec::new();
    for step in addition.steps.iter().rev() {
        let known = texts.iter().rev().find(|(path, _)| *path == step.path).map(|(_, text)| text.clone());
        let text = match known {
            Some(text) => text.unwrap_or_default(),
            None => fs::read_to_string(&step.path)
                .or_else(nothing)
                .map_err(|error| AddError::of_file(&step.path, &error))?,
        };
        let rest = step.undone(&text).ok_or_else(|| {
            AddError::Refused(Text::new(
                format!("录入之后文件又改过，不能撤销（{}）", step.path.display()),
                format!("What was added has been changed since: nothing is taken back ({})", step.path.display()),
            ))
        })?;
        let is_gone = step.before.is_none() && rest.trim().is_empty();
        texts.push((step.path.clone(), (!is_gone).then_some(rest)));
    }
    // What others have added to the pack meanwhile still belongs to it.
    let is_kept = |path: &Path| !texts.iter().any(|(other, text)| other == path && text.is_none());
    if read_usual_folder(&addition.root).iter().any(|file| is_kept(&file.path)) {
        texts.retain(|(path, _)| *path != addition.root.join(PACK_FILE));
    }
    Ok(texts)
}

fn nothing(error: io::Error) -> io::Result<String> {
    if error.kind() == ErrorKind::NotFound { Ok(String::new()) } else { Err(error) }
}

/// Makes a folder and those above it, and returns the ones that were not there, the outermost first.
fn make_folders(folder: &Path) -> Result<Vec<PathBuf>, AddError> {
    let above = iter::successors(Some(folder), |folder| folder.parent());
    let mut missing: Vec<PathBuf> = above.take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    missing.retain(|folder| !folder.as_os_str().is_empty());
    missing.reverse();
    fs::create_dir_all(folder).map_err(|error| AddError::of_file(folder, &error))?;
    Ok(missing)
}

/// Removes the folders that were made, as far as they are empty.
fn remove_folders(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}
