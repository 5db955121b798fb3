//! Reads and writes messages as lines of JSON. Nothing here waits for a reader that hangs, or is kept busy by a writer that
//! floods.

use super::pace::Pace;
use rustix::net::{SendFlags, send};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::os::unix::net::UnixStream;

/// The longest line in bytes. Ours are far shorter, so a longer one is not from this program and ends the connection.
const MAX_LENGTH: u64 = 4096;

/// Returns a message as a line.
pub(super) fn to_line(message: &impl Serialize) -> io::Result<String> {
    let mut line = serde_json::to_string(message)?;
    line.push('\n');
    Ok(line)
}

/// What became of a line that was to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// All of it is on its way.
    Whole,
    /// Nothing of it: the other side has not read what was sent before.
    NotRead,
    /// The connection is of no more use.
    Gone,
}

/// Sends a line if the other side has room for it, without waiting. A socket's buffer holds hundreds of lines: if it is full,
/// nobody reads them, and waiting would only hold up the slides.
pub(super) fn send_line(stream: &UnixStream, line: &str) -> Sent {
    match send(stream, line.as_bytes(), SendFlags::DONTWAIT | SendFlags::NOSIGNAL) {
        Ok(length) if length == line.len() => Sent::Whole,
        Err(error) if io::Error::from(error).kind() == ErrorKind::WouldBlock => Sent::NotRead,
        // The rest of a torn line would be taken for a line of its own.
        Ok(_) | Err(_) => Sent::Gone,
    }
}

/// Reads lines until the other side is gone or floods, and passes the messages on. A line that is no message is skipped.
pub(super) fn read_messages<T: DeserializeOwned>(stream: &UnixStream, mut on_message: impl FnMut(T)) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    let mut pace = Pace::new();
    loop {
        line.clear();
        match reader.by_ref().take(MAX_LENGTH).read_until(b'\n', &mut line) {
            Ok(1..) if line.last() == Some(&b'\n') && pace.keeps() => {
                if let Ok(message) = serde_json::from_slice(&line) {
                    on_message(message);
                }
            }
            _ => return,
        }
    }
}
