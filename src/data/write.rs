//! Writing files whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: to a new file beside it, which then takes its name. What is not a regular file,
/// such as a pipe, is written to directly.
///
/// # Errors
/// What the system says; a regular file then holds what it held.
pub fn write_file(path: &Path, text: &str) -> io::Result<()> {
    // A link stays a link: the file that it leads to is replaced, or created where it leads to none yet.
    let target = fs::canonicalize(path).or_else(|_| fs::read_link(path).map(|to| beside(path, &to)));
    let target = target.unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
        return fs::OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }
    // Replacing a file only needs write access to its folder, so the protection of the file itself would be ignored.
    if before.as_ref().is_some_and(|found| found.permissions().readonly()) {
        return Err(ErrorKind::ReadOnlyFilesystem.into());
    }
    let mut name: OsString = target.clone().into_os_string();
    name.push(format!(".tmp-{}", std::process::id()));
    let new = PathBuf::from(name);
    let mode = before.filter(fs::Metadata::is_file).map(|found| found.permissions());
    let written = write_new(&new, text, mode).and_then(|()| fs::rename(&new, &target));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })?;
    // The new name is on the disk only once the folder is. Not every system can do that, and then nothing is lost by it.
    if let Some(Ok(folder)) = target.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Returns where a link at `path` leads.
fn beside(path: &Path, to: &Path) -> PathBuf {
    path.parent().map_or_else(|| to.to_owned(), |folder| folder.join(to))
}

/// Creates a file, with the permissions of the one that it replaces.
fn write_new(path: &Path, text: &str, mode: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.json");
        fs::write(&path, "before").unwrap();
        write_file(&path, "after").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
        assert!(write_file(folder.path(), "x").is_err());
        assert!(write_file(&folder.path().join("no/such"), "x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link, nowhere) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
        fs::write(&path, "before").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a", &link).unwrap();
        write_file(&link, "after").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        symlink("d", &nowhere).unwrap();
        write_file(&nowhere, "new").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("d")).unwrap(), "new");
        assert!(fs::symlink_metadata(&nowhere).unwrap().is_symlink());
    }
}
