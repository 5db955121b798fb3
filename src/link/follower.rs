//! The side of the speaker's view.

use super::{PATIENCE, read_lines};
use crate::app::presentation::remote::{Asked, Status};
use std::fs;
use std::io::{self, Write};
use std::net::Shutdown;
use std::os::unix::fs::MetadataExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::thread;

/// A connection to a presentation.
#[derive(Debug)]
pub struct Follower {
    stream: UnixStream,
    path: PathBuf,
    /// The number of the socket that was joined.
    inode: Option<u64>,
}

impl Follower {
    /// Joins the presentation that listens on the socket. What it tells is passed to `hear`, and at its end nothing.
    ///
    /// # Errors
    /// Where nobody listens.
    pub fn join(path: &Path, hear: impl Fn(Option<Status>) + Send + 'static) -> io::Result<Self> {
        let inode = number(path);
        let stream = UnixStream::connect(path)?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let reading = stream.try_clone()?;
        thread::Builder::new().name("follower".into()).spawn(move || {
            read_lines(&reading, |status| hear(Some(status)));
            let _ = reading.shutdown(Shutdown::Both);
            hear(None);
        })?;
        Ok(Self { stream, path: path.to_owned(), inode })
    }

    /// Whether another socket stands where the one that was joined stood: a presentation that hangs may have lost it to a
    /// newer one, and can't tell.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        number(&self.path).is_some_and(|now| Some(now) != self.inode)
    }

    /// Asks the presentation for something. Where it is gone, nothing happens: the reading side tells of that.
    pub fn ask(&mut self, asked: Asked) {
        if let Ok(mut line) = serde_json::to_string(&asked) {
            line.push('\n');
            let _ = self.stream.write_all(line.as_bytes());
        }
    }
}

/// The number of the socket at a path.
fn number(path: &Path) -> Option<u64> {
    fs::symlink_metadata(path).ok().map(|found| found.ino())
}

impl Drop for Follower {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}
