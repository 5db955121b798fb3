//! Reading files and folders from the disk.

use super::originals;
use super::regular_file::read_regular;
use super::system_words::reason;
use crate::checked::{Author, Content, SourceFile};
use crate::sorting::PutInOrder;
use crate::text::Text;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Reads all TOML files below a folder, and the originals beside them, sorted by path, without hidden ones and without links
/// to folders. `folder` may also be one file.
///
/// Unreadable files and folders without a TOML file are listed as [`Content::Unreadable`], to be reported with the
/// faults of all files.
#[must_use]
pub fn read_folder(folder: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    // What is no folder and no file, such as a pipe, is told to be none by whoever reads it.
    if folder.metadata().is_ok_and(|found| !found.is_dir()) {
        files.push(read_file(folder));
        return files;
    }
    gather(folder, folder, (&mut files, &mut Room::default()));
    if files.is_empty() {
        let why = Text::new("此文件夹里没有 .toml 文件", "there is no .toml file in this folder");
        files.push(unreadable(folder, folder.to_owned(), why));
    }
    files.put_in_order_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Reads all TOML files below a folder of the user's own, as [`read_folder`] does. That it is not there, or that nothing has been
/// written into it yet, is no fault.
#[must_use]
pub fn read_usual_folder(folder: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    if folder.symlink_metadata().is_ok() {
        gather(folder, folder, (&mut files, &mut Room::default()));
    }
    files.put_in_order_by(|one, other| one.path.cmp(&other.path));
    files
}

/// How much is still read of a folder. Somebody may name one that is no pack, such as that of the whole disk.
struct Room {
    entries: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        // A million figures, more than all committees of the country report in twenty years, take some 240 MB.
        Self { entries: 50_000, bytes: 320 << 20 }
    }
}

fn too_much(root: &Path) -> SourceFile {
    let why = Text::new(
        "无法读取：文件夹里的文件太多或太大，不像一个数据文件夹",
        "cannot be read: it holds too many files, or too large ones, for a folder of data",
    );
    unreadable(root, root.to_owned(), why)
}

fn gather(root: &Path, folder: &Path, (files, left): (&mut Vec<SourceFile>, &mut Room)) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            files.push(unreadable(root, folder.to_owned(), reason(&error)));
            return;
        }
    };
    for entry in entries {
        if left.entries == 0 {
            return;
        }
        left.entries -= 1;
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_hidden {
            continue;
        }
        if is_folder {
            gather(root, &path, (files, left));
        } else if originals::is_read(&path) && !path.is_dir() {
            let file = read_below(root, path);
            let length = file.bytes().map_or(0, <[u8]>::len);
            match left.bytes.checked_sub(length) {
                Some(rest) => left.bytes = rest,
                None => left.entries = 0,
            }
            files.push(file);
        }
        if left.entries == 0 {
            // What was read so far is no pack either, and tells nothing.
            files.clear();
            files.push(too_much(root));
        }
    }
}

/// Reads one file. Where it cannot be read, its content says why.
#[must_use]
pub fn read_file(path: &Path) -> SourceFile {
    read_below(path.parent().unwrap_or(path), path.to_owned())
}

fn read_below(root: &Path, path: PathBuf) -> SourceFile {
    match read_regular(&path) {
        Ok(bytes) => SourceFile::new(root, path, bytes),
        Err(why) => unreadable(root, path, why.text()),
    }
}

fn unreadable(root: &Path, path: PathBuf, why: Text) -> SourceFile {
    SourceFile { root: root.to_owned(), path, content: Content::Unreadable(why), author: Author::Pack }
}

/// Makes the fault of a folder where there should be a file.
#[must_use]
pub fn not_a_file(path: &Path) -> SourceFile {
    unreadable(path, path.to_owned(), reason(&io::Error::from(io::ErrorKind::IsADirectory)))
}
