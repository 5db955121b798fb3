//! Reads and writes messages as lines of JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// The longest line in bytes. Ours are far shorter, so a longer one is not from this program and ends the connection.
const MAX_LENGTH: u64 = 4096;
/// How long a line may take to be written. A socket's buffer holds hundreds of lines: if it is full, nobody reads them,
/// and waiting longer would only hold up the slides.
const WRITE_TIMEOUT: Duration = Duration::from_millis(20);

/// Makes writes to the stream give up instead of waiting for a reader that hangs.
pub(super) fn limit_writes(stream: &UnixStream) -> io::Result<()> {
    stream.set_write_timeout(Some(WRITE_TIMEOUT))
}

/// Returns a message as a line.
pub(super) fn to_line(message: &impl Serialize) -> io::Result<String> {
    let mut line = serde_json::to_string(message)?;
    line.push('\n');
    Ok(line)
}

/// Writes a message as a line.
pub(super) fn write_message(mut stream: &UnixStream, message: &impl Serialize) -> io::Result<()> {
    stream.write_all(to_line(message)?.as_bytes())
}

/// Reads lines until the other side is gone, and passes the messages on. A line that is no message is skipped.
pub(super) fn read_messages<T: DeserializeOwned>(stream: &UnixStream, mut on_message: impl FnMut(T)) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    loop {
        line.clear();
        match reader.by_ref().take(MAX_LENGTH).read_until(b'\n', &mut line) {
            Ok(1..) if line.last() == Some(&b'\n') => {
                if let Ok(message) = serde_json::from_slice(&line) {
                    on_message(message);
                }
            }
            _ => return,
        }
    }
}
