//! Keeping other programs off a file while it is read, changed and written.
//!
//! Two programs that read a file, change it and write it back lose one of the changes, however each of them writes. So
//! whoever changes a file of the user holds its lock meanwhile.

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a change waits for another program's. A change takes some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(10);

/// The lock of a file or a folder, from when it is taken until it is dropped.
///
/// It is a file beside, held by the system's own lock: that ends with the process, however it ends, so a file that was left
/// behind stops nobody.
#[derive(Debug)]
pub struct EditLock {
    path: PathBuf,
    /// The open file to which the lock belongs.
    _file: File,
}

impl EditLock {
    /// Takes the lock of a file, or of a folder, which must be there, and waits where another program has it. A file need not
    /// exist yet, but its folder must.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::TimedOut`] where another program keeps the lock too long.
    pub fn take(of: &Path) -> io::Result<Self> {
        let path = lock_path(of);
        let deadline = Instant::now() + PATIENCE;
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) if is_still_there(&file, &path) => return Ok(Self { path, _file: file }),
                // Whoever had it has removed it: this lock would be one of a file that nobody else opens.
                Ok(()) => {}
                // A file system without locks is no reason to refuse a change.
                Err(Errno::NOTSUP | Errno::NOSYS | Errno::NOLCK) => return Ok(Self { path, _file: file }),
                Err(error) if error.kind() != ErrorKind::WouldBlock && error.kind() != ErrorKind::Interrupted => {
                    return Err(error.into());
                }
                Err(_) if Instant::now() > deadline => return Err(ErrorKind::TimedOut.into()),
                Err(_) => sleep(Duration::from_millis(4)),
            }
        }
    }
}

impl Drop for EditLock {
    fn drop(&mut self) {
        // It is removed while it is held, so that nobody takes a lock of the removed file.
        let _ = fs::remove_file(&self.path);
    }
}

/// Returns where the lock stands: hidden, in the folder or beside the file, so that nobody reads it as data.
fn lock_path(of: &Path) -> PathBuf {
    let of = of.canonicalize().unwrap_or_else(|_| of.to_owned());
    if of.is_dir() {
        return of.join(".lock");
    }
    let name = of.file_name().unwrap_or_default().to_string_lossy();
    of.with_file_name(format!(".{name}.lock"))
}

fn is_still_there(file: &File, path: &Path) -> bool {
    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    let (held, there) = (file.metadata().map(identity), fs::metadata(path).map(identity));
    matches!((held, there), (Ok(held), Ok(there)) if held == there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn only_one_at_a_time_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deck.toml");
        let inside = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _lock = EditLock::take(&path).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_a_killed_program_left_behind_stops_nobody() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".deck.toml.lock"), "").unwrap();
        drop(EditLock::take(&folder.path().join("deck.toml")).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(EditLock::take(&folder.path().join("no/such/deck.toml")).is_err());
    }
}
