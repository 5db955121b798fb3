//! The side of the speaker's view.

use super::{PATIENCE, read_lines};
use crate::app::talk::notes::{Lead, Status};
use std::io::{self, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::thread;

/// A connection to a presentation.
#[derive(Debug)]
pub struct Follower {
    stream: UnixStream,
}

impl Follower {
    /// Joins the presentation that listens on the socket. What it tells is passed to `hear`, and at its end nothing.
    ///
    /// # Errors
    /// Where nobody listens.
    pub fn join(path: &Path, hear: impl Fn(Option<Status>) + Send + 'static) -> io::Result<Self> {
        let stream = UnixStream::connect(path)?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let reading = stream.try_clone()?;
        thread::Builder::new().name("follower".into()).spawn(move || {
            read_lines(&reading, |status| hear(Some(status)));
            let _ = reading.shutdown(Shutdown::Both);
            hear(None);
        })?;
        Ok(Self { stream })
    }

    /// Asks the presentation for something. Where it is gone, nothing happens: the reading side tells of that.
    pub fn ask(&mut self, lead: Lead) {
        if let Ok(mut line) = serde_json::to_string(&lead) {
            line.push('\n');
            let _ = self.stream.write_all(line.as_bytes());
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}
