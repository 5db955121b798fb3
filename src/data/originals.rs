//! Originals beside a pack: `originals/ARTICLE.txt`, one paragraph a line. They are no data, and are read with them.

use super::entries::PackEntries;
use super::fault;
use crate::checked::{Sink, SourceSpan};
use crate::domain::{Original, Originals};
use std::path::Path;

/// The folder of a pack in which its originals stand.
pub const FOLDER: &str = "originals";

/// Whether a file of a pack is read: TOML, but of a folder of originals the texts; the records beside them are for people.
pub(super) fn is_read(path: &Path) -> bool {
    let is_original = path.parent().and_then(Path::file_name).is_some_and(|name| name == FOLDER);
    path.extension().is_some_and(|extension| extension == if is_original { "txt" } else { "toml" })
}

/// Attaches the originals to their articles. One that belongs to none is looked at by whoever checks the data.
pub(super) fn attach(sink: &Sink, entries: &PackEntries) -> Originals {
    let mut originals = Originals::default();
    for file in sink.files().filter(|file| sink.is_original(*file) && sink.is_text(*file)) {
        let id = sink.path(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match entries.articles.ids.find(&id) {
            Some(article) => originals.attach(article, Original::of(sink.text(file))),
            None => sink.warn(SourceSpan { file, start: 0, end: 0 }, fault::original_of_no_article(&id)),
        }
    }
    originals
}
