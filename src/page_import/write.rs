//! Writing the files of an import: all of them or none.

use super::plan::PlannedFile;
use crate::data::{EditLock, NotRead, read_regular, write_file, write_under_lock};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteRefusal {
    /// These files are there, and hold something else.
    Exists(Vec<PathBuf>),
    /// Something that is no regular file has the name of one that is to be written.
    NotRegular(PathBuf),
    /// This file can't be written; what was written before it is as it was.
    System(PathBuf, io::Error),
}

/// Returns the files that are there already and hold something else.
#[must_use]
pub fn existing(files: &[PlannedFile]) -> Vec<PathBuf> {
    let differs = |file: &&PlannedFile| match read_regular(&file.path) {
        Ok(bytes) => bytes != file.text.as_bytes(),
        // What can't be read must not be replaced unseen.
        Err(NotRead::System(error)) => error.kind() != io::ErrorKind::NotFound,
        Err(_) => true,
    };
    files.iter().filter(differs).map(|file| file.path.clone()).collect()
}

/// Writes all files into the folder of a pack, each whole, while its lock is held. Where one can't be written, those before it
/// are put back.
///
/// # Errors
/// Why nothing was written.
pub fn write(folder: &Path, files: &[PlannedFile], may_replace: bool) -> Result<(), WriteRefusal> {
    let mut done = Done::default();
    let written = write_under(folder, files, may_replace, &mut done);
    if written.is_err() {
        done.put_back();
    }
    written
}

fn write_under(folder: &Path, files: &[PlannedFile], may_replace: bool, done: &mut Done) -> Result<(), WriteRefusal> {
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |error| WriteRefusal::System(path, error)
    };
    done.make_folder(folder).map_err(refused(folder))?;
    let lock = EditLock::take(folder).map_err(refused(folder))?;
    if let Some(file) = files.iter().find(|file| file.path.metadata().is_ok_and(|found| !found.is_file())) {
        return Err(WriteRefusal::NotRegular(file.path.clone()));
    }
    let existing = existing(files);
    if !existing.is_empty() && !may_replace {
        return Err(WriteRefusal::Exists(existing));
    }
    for PlannedFile { path, text } in files {
        let before = fs::read_to_string(path).ok();
        done.make_folder(path.parent().unwrap_or(folder)).map_err(refused(path))?;
        write_under_lock(path, text, &lock).map_err(refused(path))?;
        done.files.push((path.clone(), before));
    }
    Ok(())
}

/// What was done so far, so that it can be undone.
#[derive(Default)]
struct Done {
    /// The files that were written, with what they held before.
    files: Vec<(PathBuf, Option<String>)>,
    /// The folders that were made, the outermost first.
    folders: Vec<PathBuf>,
}

impl Done {
    /// Makes a folder, and notes which folders were not there.
    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        let made = fs::create_dir_all(folder);
        self.folders.extend(missing.into_iter().rev());
        made
    }

    /// Puts everything back as it was, as far as the system lets it.
    fn put_back(&self) {
        for (path, before) in self.files.iter().rev() {
            let _ = match before {
                Some(text) => write_file(path, text),
                None => fs::remove_file(path),
            };
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: PathBuf, text: &str) -> PlannedFile {
        PlannedFile { path, text: text.to_owned() }
    }

    #[test]
    fn nothing_is_replaced_unasked_and_the_same_is_no_replacement() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("a/one.txt"), folder.path().join("a/other.txt"));
        write(folder.path(), &[file(one.clone(), "1")], false).unwrap();
        write(folder.path(), &[file(one.clone(), "1"), file(other.clone(), "2")], false).unwrap();
        let refused = write(folder.path(), &[file(one.clone(), "3"), file(other.clone(), "4")], false);
        assert!(matches!(refused, Err(WriteRefusal::Exists(paths)) if paths == [one.clone(), other.clone()]));
        assert_eq!((fs::read_to_string(&one).unwrap(), fs::read_to_string(&other).unwrap()), ("1".into(), "2".into()));
        write(folder.path(), &[file(one.clone(), "3")], true).unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), "3");
    }

    #[test]
    fn where_one_cannot_be_written_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let (one, blocked) = (folder.path().join("new/one.txt"), folder.path().join("file/two.txt"));
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(matches!(
            write(folder.path(), &[file(one.clone(), "1"), file(blocked, "2")], true),
            Err(WriteRefusal::System(..))
        ));
        assert!(!one.exists() && !folder.path().join("new").exists());
    }
}
