//! Writing files and folders for other programs: whole or not at all, and over nothing that was not to be replaced.

use std::ffi::OsString;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Whether what is there already may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    Allowed,
    Never,
}

/// The name of a file in a folder, and what it holds.
pub type NamedBytes<'a> = (&'a str, &'a [u8]);

/// Writes a file whole or not at all: to a new file in its folder, which then takes its name. What is not a regular file,
/// such as a pipe, is written to directly.
///
/// # Errors
/// What the system says; a regular file then holds what it held. [`ErrorKind::AlreadyExists`] where there is a file that may
/// not be replaced.
pub fn write_bytes(path: &Path, bytes: &[u8], overwrite: Overwrite) -> io::Result<()> {
    // A device or a pipe is opened by the name that it has, which may lead to nothing else.
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let target = target(path)?;
    let before = fs::metadata(&target).ok();
    if let Some(found) = &before {
        check_replaceable(found, overwrite)?;
    }
    clear_abandoned(&folder_of(&target));
    let (file, new) = create_unused(&folder_of(&target))?;
    let mode = before.map(|found| found.permissions());
    let written = fill(file, bytes, mode).and_then(|()| take_name(&new, &target, overwrite));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })?;
    synchronize(&folder_of(&target));
    Ok(())
}

fn check_replaceable(found: &fs::Metadata, overwrite: Overwrite) -> io::Result<()> {
    if found.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if overwrite == Overwrite::Never {
        return Err(ErrorKind::AlreadyExists.into());
    }
    // Replacing a file only needs write access to its folder, so the protection of the file itself would be ignored.
    if found.permissions().readonly() { Err(ErrorKind::ReadOnlyFilesystem.into()) } else { Ok(()) }
}

/// Writes files into a folder that is made for them, whole or not at all. An empty folder is taken; one with files of these
/// names alone is replaced where that is allowed.
///
/// # Errors
/// What the system says; [`ErrorKind::AlreadyExists`] where something may not be replaced, and
/// [`ErrorKind::DirectoryNotEmpty`] where the folder holds other files.
pub fn write_folder(path: &Path, files: &[NamedBytes], overwrite: Overwrite) -> io::Result<()> {
    let target = target(path)?;
    let is_filled = check_folder(&target, files, overwrite)?;
    let folder = folder_of(&target);
    let new = unused_folder(&folder)?;
    let filled = files.iter().try_for_each(|(name, bytes)| fill(File::create_new(new.join(name))?, bytes, None));
    let placed =
        filled.and_then(|()| if is_filled { exchange(&new, &target, files) } else { fs::rename(&new, &target) });
    placed.inspect_err(|_| remove(&new, files))?;
    synchronize(&folder);
    Ok(())
}

/// Returns whether a folder holds files, all of which may be replaced.
fn check_folder(target: &Path, files: &[NamedBytes], overwrite: Overwrite) -> io::Result<bool> {
    let Ok(found) = fs::metadata(target) else { return Ok(false) };
    if !found.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    let names: Vec<OsString> =
        fs::read_dir(target)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
    let is_own = |name: &OsString| files.iter().any(|(own, _)| name.as_os_str() == *own);
    match overwrite {
        _ if names.is_empty() => Ok(false),
        Overwrite::Never => Err(ErrorKind::AlreadyExists.into()),
        Overwrite::Allowed if names.iter().all(is_own) => Ok(true),
        Overwrite::Allowed => Err(ErrorKind::DirectoryNotEmpty.into()),
    }
}

/// Puts a new folder in the place of another, which goes.
fn exchange(new: &Path, target: &Path, files: &[NamedBytes]) -> io::Result<()> {
    let aside = unused_folder(&folder_of(target))?;
    fs::rename(target, &aside)?;
    fs::rename(new, target).inspect_err(|_| {
        let _ = fs::rename(&aside, target);
    })?;
    remove(&aside, files);
    Ok(())
}

/// Removes a folder of files that are all known by name.
fn remove(folder: &Path, files: &[NamedBytes]) {
    for (name, _) in files {
        let _ = fs::remove_file(folder.join(name));
    }
    let _ = fs::remove_dir(folder);
}

/// Returns the place that a path leads to. A link stays a link: what it leads to is replaced, or made where there is nothing
/// yet. Links that lead in a circle lead nowhere.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
    const LINKS: usize = 40;
    let mut place = path.to_owned();
    for _ in 0..LINKS {
        match fs::canonicalize(&place) {
            Ok(found) => return Ok(found),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Err(_) => {}
        }
        let Ok(to) = fs::read_link(&place) else { return Ok(place) };
        place = place.parent().map_or_else(|| to.clone(), |folder| folder.join(&to));
    }
    Err(io::Error::from_raw_os_error(rustix::io::Errno::LOOP.raw_os_error()))
}

/// Returns the folder that a path lies in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// Removes what a process that was killed has left in a folder: files with names of ours, of processes that are gone. What is
/// no regular file is nobody's of ours.
fn clear_abandoned(folder: &Path) {
    // Where processes can't be seen, one that is gone can't be told from another.
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(".cppcc-")?.strip_suffix(".tmp"));
        let process = number.and_then(|number| number.split_once('-')?.0.parse::<u32>().ok());
        let is_gone = process.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists());
        if is_gone && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Returns names that nothing should have. They are short: a name as long as the system allows leaves no room behind it.
fn unused_names(folder: &Path) -> impl Iterator<Item = PathBuf> {
    const ATTEMPTS: u32 = 100;
    (0..ATTEMPTS).map(move |attempt| folder.join(format!(".cppcc-{}-{attempt}.tmp", process::id())))
}

/// Makes the first thing of which the name is not taken. What another process left of the same number is left alone.
fn first_unused<T>(folder: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(T, PathBuf)> {
    let mut last = io::Error::from(ErrorKind::AlreadyExists);
    for name in unused_names(folder) {
        match make(&name) {
            Ok(thing) => return Ok((thing, name)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

fn create_unused(folder: &Path) -> io::Result<(File, PathBuf)> {
    first_unused(folder, |name| File::create_new(name))
}

fn unused_folder(folder: &Path) -> io::Result<PathBuf> {
    first_unused(folder, |name| fs::create_dir(name)).map(|((), name)| name)
}

/// Fills a new file, and gives it the permissions of the one that it replaces.
pub(super) fn fill(mut file: File, bytes: &[u8], mode: Option<Permissions>) -> io::Result<()> {
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives a new file the name that it was made for. A second name is given only where nothing has it, which renaming can't say.
fn take_name(new: &Path, target: &Path, overwrite: Overwrite) -> io::Result<()> {
    if overwrite == Overwrite::Never {
        match fs::hard_link(new, target) {
            Ok(()) => return fs::remove_file(new),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            // Not every file system knows second names.
            Err(_) => {}
        }
    }
    fs::rename(new, target)
}

/// Makes sure that new names are on the disk. Not every system can do that, and then nothing is lost by it.
pub(super) fn synchronize(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_process_left_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join(format!(".cppcc-{}-7.tmp", process::id()));
        let gone = folder.path().join(".cppcc-4294967294-0.tmp");
        let others = folder.path().join(".cppcc-notes.tmp");
        for left in [&own, &gone, &others] {
            fs::write(left, "half").unwrap();
        }
        write_bytes(&folder.path().join("a.csv"), b"whole", Overwrite::Allowed).unwrap();
        assert_eq!([own.exists(), gone.exists(), others.exists()], [true, false, true]);
    }
    use std::os::unix::fs::symlink;

    fn names(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn nothing_is_replaced_unless_that_is_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.csv");
        write_bytes(&path, b"first", Overwrite::Never).unwrap();
        assert_eq!(write_bytes(&path, b"second", Overwrite::Never).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        write_bytes(&path, b"second", Overwrite::Allowed).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert!(write_bytes(folder.path(), b"x", Overwrite::Allowed).is_err());
        assert!(write_bytes(&folder.path().join("no/such"), b"x", Overwrite::Allowed).is_err());
        assert_eq!(names(folder.path()), 1);
    }

    #[test]
    fn the_longest_name_is_written_and_links_in_a_circle_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.csv", "x".repeat(246)));
        write_bytes(&path, b"whole", Overwrite::Never).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        symlink("other", &one).unwrap();
        symlink("one", &other).unwrap();
        for overwrite in [Overwrite::Never, Overwrite::Allowed] {
            assert!(write_bytes(&one, b"x", overwrite).is_err());
        }
        assert!(fs::symlink_metadata(&one).unwrap().is_symlink());
        let (dangling, far) = (folder.path().join("dangling"), folder.path().join("far"));
        symlink("dangling", &far).unwrap();
        symlink("new", &dangling).unwrap();
        write_bytes(&far, b"there", Overwrite::Never).unwrap();
        assert_eq!(fs::read(folder.path().join("new")).unwrap(), b"there");
        assert!(fs::symlink_metadata(&far).unwrap().is_symlink());
    }

    #[test]
    fn a_folder_is_written_whole_and_replaces_only_its_own_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("package");
        let (first, second): ([NamedBytes; 2], [NamedBytes; 2]) =
            ([("a.csv", b"1"), ("b.csv", b"2")], [("a.csv", b"3"), ("b.csv", b"4")]);
        write_folder(&path, &first, Overwrite::Never).unwrap();
        assert_eq!(write_folder(&path, &second, Overwrite::Never).unwrap_err().kind(), ErrorKind::AlreadyExists);
        write_folder(&path, &second, Overwrite::Allowed).unwrap();
        assert_eq!(fs::read(path.join("b.csv")).unwrap(), b"4");
        fs::write(path.join("mine.txt"), "mine").unwrap();
        assert_eq!(write_folder(&path, &first, Overwrite::Allowed).unwrap_err().kind(), ErrorKind::DirectoryNotEmpty);
        assert_eq!((fs::read(path.join("a.csv")).unwrap(), names(&path)), (b"3".to_vec(), 3));
        let empty = folder.path().join("empty");
        fs::create_dir(&empty).unwrap();
        write_folder(&empty, &first, Overwrite::Never).unwrap();
        assert_eq!((names(&empty), names(folder.path())), (2, 2));
    }
}
