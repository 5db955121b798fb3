//! Reads the files of the repository, for the tests that hold rules of the code.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The texts of files by their paths, which are relative and written with `/`.
pub type Files = BTreeMap<String, String>;

/// Returns the files of a folder of the repository whose names end in `.rs`, by their paths inside it.
pub fn rust_files(folder: &str) -> Files {
    let mut files = all_files(folder);
    files.retain(|path, _| Path::new(path).extension().is_some_and(|extension| extension == "rs"));
    files
}

/// Returns all files of a folder of the repository by their paths inside it; what is not UTF-8 is replaced.
pub fn all_files(folder: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Files::new();
    collect(&root, "", &mut files);
    assert!(files.len() > 20, "{folder} holds {} files", files.len());
    files
}

/// Returns files written in a test, to try a rule on.
pub fn planted(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn collect(folder: &Path, inside: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{inside}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}
