//! Writing files that are read again: whole or not at all.

use super::edit_lock::EditLock;
use super::new_file::{Overwrite, fill, folder_of, synchronize, target, write_bytes};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes a file whole or not at all, over what is there; see [`write_bytes`].
///
/// # Errors
/// What the system says; a regular file then holds what it held.
pub fn write_file(path: &Path, text: &str) -> io::Result<()> {
    write_bytes(path, text.as_bytes(), Overwrite::Allowed)
}

/// Writes a file as [`write_file`] does, while its lock is held. What an earlier writer has left of its new file, which was
/// killed before that took its name, is written over.
///
/// # Errors
/// What the system says; a regular file then holds what it held.
pub fn write_under_lock(path: &Path, text: &str, _lock: &EditLock) -> io::Result<()> {
    let target = target(path)?;
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
        return fs::OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }
    // Replacing a file only needs write access to its folder, so the protection of the file itself would be ignored.
    if before.as_ref().is_some_and(|found| found.permissions().readonly()) {
        return Err(ErrorKind::ReadOnlyFilesystem.into());
    }
    let mode = before.filter(fs::Metadata::is_file).map(|found| found.permissions());
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let new = target.with_file_name(format!(".{name}.new"));
    // It may be a link that somebody has put there.
    let _ = fs::remove_file(&new);
    let written = fill(File::create_new(&new)?, text.as_bytes(), mode).and_then(|()| fs::rename(&new, &target));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })?;
    synchronize(&folder_of(&target));
    Ok(())
}

/// Writes over a file as it is, without waiting: where it is a pipe, somebody must be reading it already.
///
/// # Errors
/// What the system says.
pub fn write_at_once(path: &Path, text: &str) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let without_waiting = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    let mut file = File::options().write(true).create(true).truncate(true).custom_flags(without_waiting).open(path)?;
    file.write_all(text.as_bytes())
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

    #[test]
    fn what_a_killed_writer_left_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deck.toml");
        let left = folder.path().join(format!("deck.toml.tmp-{}", std::process::id()));
        fs::write(&left, "half").unwrap();
        write_file(&path, "whole").unwrap();
        assert_eq!(fs::read_to_string(&left).unwrap(), "half", "it may be another's");
        fs::write(folder.path().join(".deck.toml.new"), "half").unwrap();
        write_under_lock(&path, "again", &EditLock::take(&path).unwrap()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "again");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
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
