//! Originals beside a pack: `originals/ARTICLE.txt`, one paragraph a line. They are no data, and are read with them.

use super::entries::PackEntries;
use super::fault;
use super::files::{io_words, read_below};
use crate::checked::{Content, Sink, SourceFile, SourceSpan};
use crate::domain::{Original, Originals};
use crate::text::Text;
use std::path::Path;
use std::{fs, io};

/// The folder of a pack in which its originals stand.
pub const FOLDER: &str = "originals";
/// The most bytes of an original that is read.
const MOST_BYTES: u64 = 8 << 20;

/// Whether a folder of a pack holds its originals, and not data.
pub(super) fn is_folder(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == FOLDER)
}

/// Reads the originals in a folder: regular files that end in `.txt`. The records beside them are for people.
pub(super) fn gather(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    let Ok(entries) = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) else { return };
    let texts = entries.into_iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let paths =
        texts.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.extend(paths.map(|path| match fs::metadata(&path) {
        Ok(found) if !found.is_file() => refused(root, &path, &Text::new("不是普通文件", "it is no regular file")),
        Ok(found) if found.len() > MOST_BYTES => {
            let most = MOST_BYTES >> 20;
            refused(root, &path, &Text::new(format!("超过 {most} MiB"), format!("it is larger than {most} MiB")))
        }
        Ok(_) => read_below(root, path),
        Err(error) => refused(root, &path, &io_words(&error)),
    }));
}

fn refused(root: &Path, path: &Path, why: &Text) -> SourceFile {
    let why = Text::new(format!("无法读取原文：{}", why.zh), format!("this original cannot be read: {}", why.en));
    SourceFile { root: root.to_owned(), path: path.to_owned(), content: Content::Unreadable(why) }
}

/// Attaches the originals to their articles. One that belongs to none is looked at by whoever checks the data.
pub(super) fn attach(sink: &Sink, entries: &PackEntries) -> Originals {
    let mut originals = Originals::default();
    for file in sink.files().filter(|file| sink.is_original(*file)) {
        let id = sink.path(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match entries.articles.ids.find(&id) {
            Some(article) => originals.attach(article, Original::of(sink.text(file))),
            None => sink.warn(SourceSpan { file, start: 0, end: 0 }, fault::original_of_no_article(&id)),
        }
    }
    originals
}
