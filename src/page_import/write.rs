//! Writing the files of an import: all of them or none.

use super::plan::PlannedFile;
use crate::data::write_file;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteRefusal {
    /// These files are there, and hold something else.
    Exists(Vec<PathBuf>),
    /// This file can't be written; what was written before it is as it was.
    System(PathBuf, io::Error),
}

/// Returns the files that are there already and hold something else.
#[must_use]
pub fn existing(files: &[PlannedFile]) -> Vec<PathBuf> {
    let differs = |file: &&PlannedFile| match fs::read(&file.path) {
        Ok(bytes) => bytes != file.text.as_bytes(),
        // What can't be read must not be replaced unseen.
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    };
    files.iter().filter(differs).map(|file| file.path.clone()).collect()
}

/// Writes all files, each whole. Where one can't be written, those before it are put back.
///
/// # Errors
/// Why nothing was written.
pub fn write(files: &[PlannedFile], may_replace: bool) -> Result<(), WriteRefusal> {
    let existing = existing(files);
    if !existing.is_empty() && !may_replace {
        return Err(WriteRefusal::Exists(existing));
    }
    let mut done: Vec<(&Path, Option<String>)> = Vec::new();
    let mut made: Vec<PathBuf> = Vec::new();
    for file in files {
        let before = fs::read_to_string(&file.path).ok();
        let written = make_folder(&file.path, &mut made).and_then(|()| write_file(&file.path, &file.text));
        if let Err(error) = written {
            put_back(&done, &made);
            return Err(WriteRefusal::System(file.path.clone(), error));
        }
        done.push((&file.path, before));
    }
    Ok(())
}

/// Makes the folder of a file, and notes the folders that were not there.
fn make_folder(path: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    fs::create_dir_all(folder)?;
    made.extend(missing.into_iter().rev());
    Ok(())
}

fn put_back(done: &[(&Path, Option<String>)], made: &[PathBuf]) {
    for (path, before) in done.iter().rev() {
        let _ = match before {
            Some(text) => write_file(path, text),
            None => fs::remove_file(path),
        };
    }
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
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
        write(&[file(one.clone(), "1")], false).unwrap();
        write(&[file(one.clone(), "1"), file(other.clone(), "2")], false).unwrap();
        let refused = write(&[file(one.clone(), "3"), file(other.clone(), "4")], false);
        assert!(matches!(refused, Err(WriteRefusal::Exists(paths)) if paths == [one.clone(), other.clone()]));
        assert_eq!((fs::read_to_string(&one).unwrap(), fs::read_to_string(&other).unwrap()), ("1".into(), "2".into()));
        write(&[file(one.clone(), "3")], true).unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), "3");
    }

    #[test]
    fn where_one_cannot_be_written_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let (one, blocked) = (folder.path().join("new/one.txt"), folder.path().join("file/two.txt"));
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(matches!(write(&[file(one.clone(), "1"), file(blocked, "2")], true), Err(WriteRefusal::System(..))));
        assert!(!one.exists() && !folder.path().join("new").exists());
    }
}
