//! The files of a pack.

use crate::text::Text;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// One file to load.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The folder that was asked for; it names the pack of a file that no `[pack]` reaches.
    pub root: PathBuf,
    /// The path, as it is shown in faults.
    pub path: PathBuf,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// Its bytes; they should be UTF-8.
    Bytes(Cow<'static, [u8]>),
    /// It can't be read; why.
    Unreadable(Text),
}

impl SourceFile {
    /// A file that was read.
    pub fn new(root: impl Into<PathBuf>, path: impl Into<PathBuf>, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { root: root.into(), path: path.into(), content: Content::Bytes(bytes.into()) }
    }
}

/// Reads all TOML files below a folder, sorted by path; hidden files and folders, and links to folders, are left out.
/// `folder` may also be one file.
///
/// What can't be read, or a folder without a TOML file, is in the list as [`Content::Unreadable`], so that
/// [`load`](super::load) tells of it together with the faults of all other files.
#[must_use]
pub fn read_folder(folder: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    if folder.is_file() {
        let root = folder.parent().unwrap_or(folder);
        files.push(read_file(root, folder.to_owned()));
        return files;
    }
    gather(folder, folder, &mut files);
    if files.is_empty() {
        let why = Text::new("此文件夹里没有 .toml 文件", "there is no .toml file in this folder");
        files.push(unreadable(folder, folder.to_owned(), why));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            files.push(unreadable(root, folder.to_owned(), reason(&error)));
            return;
        }
    };
    for entry in entries {
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_hidden {
            continue;
        }
        if is_folder {
            gather(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir() {
            files.push(read_file(root, path));
        }
    }
}

/// Reads one file. Where it can't be read, that is its content.
pub fn read_one(path: &Path) -> SourceFile {
    read_file(path.parent().unwrap_or(path), path.to_owned())
}

fn read_file(root: &Path, path: PathBuf) -> SourceFile {
    match fs::read(&path) {
        Ok(bytes) => SourceFile::new(root, path, bytes),
        Err(error) => unreadable(root, path, reason(&error)),
    }
}

fn unreadable(root: &Path, path: PathBuf, why: Text) -> SourceFile {
    SourceFile { root: root.to_owned(), path, content: Content::Unreadable(why) }
}

fn reason(error: &io::Error) -> Text {
    let why = io_words(error);
    Text::new(format!("无法读取：{}", why.zh), format!("cannot be read: {}", why.en))
}

/// A folder where there should be a file.
#[must_use]
pub fn not_a_file(path: &Path) -> SourceFile {
    unreadable(path, path.to_owned(), reason(&io::Error::from(io::ErrorKind::IsADirectory)))
}

/// What the system says of a file, in words of both languages as far as it is something usual.
#[must_use]
pub fn io_words(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => Text::new("没有这个文件或文件夹", "no such file or folder"),
        io::ErrorKind::PermissionDenied => Text::new("没有权限", "permission denied"),
        io::ErrorKind::IsADirectory => Text::new("这是文件夹，不是文件", "this is a folder, not a file"),
        io::ErrorKind::NotADirectory => Text::new("路径中有一段不是文件夹", "a part of the path is not a folder"),
        io::ErrorKind::AlreadyExists => Text::new("已经存在", "it exists already"),
        io::ErrorKind::ReadOnlyFilesystem => {
            Text::new("文件或文件系统只读", "the file or the file system is read-only")
        }
        io::ErrorKind::StorageFull => Text::new("磁盘已满", "no space is left on the disk"),
        io::ErrorKind::QuotaExceeded => Text::new("磁盘配额已用完", "the disk quota is used up"),
        io::ErrorKind::InvalidData => Text::new("不是 UTF-8 文本", "it is not UTF-8 text"),
        _ => Text::new(error.to_string(), error.to_string()),
    }
}
