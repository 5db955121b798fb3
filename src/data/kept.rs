//! Keeps the library of large packs, so that they are read and checked once and not at every start.
//!
//! What is kept is good for one program and for files that are, byte for byte, those that it was made of: a hash of all of
//! them stands before it, and one of itself, since what was half written or damaged must not be taken for data. It stands
//! in the user's own folder for such things and not beside the data, which may be shared, under version control or not
//! to be written to. Losing it costs time alone, and so nothing that goes wrong here is told to anybody.

use super::compiled_in::BUILTIN_HASH;
use super::encoded::{decode, encode};
use super::new_file::{Overwrite, write_bytes};
use crate::checked::{Author, Content, Faults, SourceFile};
use crate::deck::Library;
use crate::sorting::PutInOrder;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

/// The least bytes of files that are worth keeping the library of: fewer are checked in the blink of an eye.
const LEAST: usize = 1 << 21;
/// The most libraries that are kept; the one that was written longest ago gives way.
const MOST_KEPT: usize = 6;
/// How the name of a file with a library ends.
const ENDING: &str = "library";
/// The bytes of a hash.
const HASH: usize = 32;

/// Takes the library that was made of the same files before from `folder`, or loads them and keeps what comes of it.
pub(super) fn kept_or_loaded(
    files: Vec<SourceFile>,
    folder: Option<&Path>,
    load: impl FnOnce(Vec<SourceFile>) -> Result<Library, Faults>,
) -> Result<Library, Faults> {
    let size: usize =
        files.iter().filter(|file| !file.is_compiled_in()).filter_map(|file| Some(file.bytes()?.len())).sum();
    let Some(place) = folder.filter(|_| size >= LEAST).and_then(|folder| KeptPlace::of(folder, &files)) else {
        return load(files);
    };
    if let Some(library) = place.read() {
        return Ok(library);
    }
    let library = load(files)?;
    place.write(&library);
    Ok(library)
}

/// Where the library of some files is kept, and what tells that it is theirs.
struct KeptPlace {
    path: PathBuf,
    key: [u8; HASH],
}

impl KeptPlace {
    /// Returns the place for these files; `None` where it is not known which program this is, or a file could not be read.
    fn of(folder: &Path, files: &[SourceFile]) -> Option<Self> {
        let (mut names, mut all) = (Sha256::new(), Sha256::new());
        all.update(program()?);
        for file in files {
            let (root, path) = (file.root.to_string_lossy(), file.path.to_string_lossy());
            let author: &[u8] = match file.author {
                Author::Pack => b"pack",
                Author::OwnDeck => b"deck",
            };
            let content: &[u8] = match &file.content {
                Content::CompiledIn { .. } => b"compiled in",
                _ => file.bytes()?,
            };
            for part in [root.as_bytes(), path.as_bytes(), author] {
                add(&mut names, part);
                add(&mut all, part);
            }
            add(&mut all, content);
        }
        let name: String = names.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Some(Self { path: folder.join(format!("{name}.{ENDING}")), key: all.finalize().into() })
    }

    /// Returns the library that is kept; `None` where none is, or it is that of other files or of another program.
    fn read(&self) -> Option<Library> {
        let bytes = fs::read(&self.path).ok()?;
        let (hash, body) = bytes.strip_prefix(&self.key)?.split_at_checked(HASH)?;
        (Sha256::digest(body).as_slice() == hash).then(|| decode(body)).flatten()
    }

    /// Keeps a library, whole or not at all: of two that write, the later one stays.
    fn write(&self, library: &Library) {
        let Some((folder, body)) = self.path.parent().zip(encode(library)) else { return };
        let bytes = [self.key.as_slice(), &Sha256::digest(&body), &body].concat();
        if make_folder(folder) && write_bytes(&self.path, &bytes, Overwrite::Allowed).is_ok() {
            make_room(folder);
        }
    }
}

/// Adds a part, and its length, to a hash.
fn add(hash: &mut Sha256, part: &[u8]) {
    hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
    hash.update(part);
}

/// Returns what tells this program from all others that may have written a library: no other can read it.
fn program() -> Option<String> {
    let found = fs::metadata(env::current_exe().ok()?).ok()?;
    let made = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {} {}", env!("CARGO_PKG_VERSION"), BUILTIN_HASH, found.len(), made.as_nanos()))
}

/// Makes a folder that is the user's alone, where there is none.
fn make_folder(folder: &Path) -> bool {
    use std::os::unix::fs::DirBuilderExt;
    folder.is_dir() || fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).is_ok()
}

/// Removes the libraries that were written longest ago, where there are too many.
fn make_room(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    let written =
        |path: &PathBuf| fs::metadata(path).and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut kept: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == ENDING)).collect();
    kept.put_in_order_by_key(written);
    for path in kept.iter().take(kept.len().saturating_sub(MOST_KEPT)) {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, builtin, load, load_kept};

    /// Returns the shipped files, with so much to read beside them that their library is kept.
    fn files(remark: &str) -> Vec<SourceFile> {
        let long = format!("# {}\n# {remark}\n", "x".repeat(LEAST));
        let more = SourceFile::new("more", "more/more.toml", long.into_bytes());
        builtin(Builtin::All).into_iter().chain([more]).collect()
    }

    fn kept_in(folder: &Path) -> Vec<PathBuf> {
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn the_same_files_give_the_same_library_without_being_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = KeptPlace::of(folder.path(), &files("a")).unwrap();
        assert!(place.read().is_none());
        let first = load_kept(files("a"), Some(folder.path())).unwrap();
        let kept = place.read().unwrap();
        assert_eq!(encode(&kept), encode(&first));
        assert_eq!(encode(&load_kept(files("a"), Some(folder.path())).unwrap()), encode(&first));
        assert_eq!(kept_in(folder.path()), [place.path]);
    }

    #[test]
    fn what_is_of_other_files_or_damaged_is_never_taken() {
        let folder = tempfile::tempdir().unwrap();
        load_kept(files("a"), Some(folder.path())).unwrap();
        let other = KeptPlace::of(folder.path(), &files("b")).unwrap();
        assert!(other.read().is_none(), "the files have other bytes under the same names");
        let place = KeptPlace::of(folder.path(), &files("a")).unwrap();
        let bytes = fs::read(&place.path).unwrap();
        for at in [0, HASH, 2 * HASH, bytes.len() / 2, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            fs::write(&place.path, &damaged).unwrap();
            assert!(place.read().is_none(), "byte {at}");
            fs::write(&place.path, &bytes[..at]).unwrap();
            assert!(place.read().is_none(), "cut at {at}");
        }
        assert_eq!(encode(&load_kept(files("a"), Some(folder.path())).unwrap()), encode(&load(files("a")).unwrap()));
        assert!(place.read().is_some(), "and it is mended");
    }

    #[test]
    fn little_is_not_kept_and_what_cannot_be_written_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        load_kept(builtin(Builtin::All), Some(folder.path())).unwrap();
        assert!(kept_in(folder.path()).is_empty());
        let blocked = folder.path().join("file");
        fs::write(&blocked, "").unwrap();
        assert!(load_kept(files("a"), Some(&blocked.join("below"))).is_ok());
    }

    #[test]
    fn the_oldest_gives_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = |number: usize| folder.path().join(format!("{number}.{ENDING}"));
        for number in 0..MOST_KEPT + 2 {
            fs::write(path(number), "").unwrap();
            let time = UNIX_EPOCH + std::time::Duration::from_secs(number as u64);
            fs::File::options().write(true).open(path(number)).unwrap().set_modified(time).unwrap();
        }
        make_room(folder.path());
        assert!(!path(0).exists() && !path(1).exists() && path(2).exists());
        assert_eq!(kept_in(folder.path()).len(), MOST_KEPT);
    }
}
