//! Two terminals of one presentation: the one that is shown listens on a socket, and speaker's views follow it and may
//! lead it. Each tells the other lines of JSON; a line that can't be read is passed over.

mod folder;
mod follower;
mod lectern;

pub use folder::{Refused, socket_path};
pub use follower::Follower;
pub use lectern::{Busy, Lectern, Rival};

use serde::de::DeserializeOwned;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// A line longer than this is not from us, and ends the connection.
const LONGEST: u64 = 4096;
/// How long a line may take to be written. A socket has room for hundreds of them; one that is full is not read.
const PATIENCE: Duration = Duration::from_millis(20);

/// Reads lines until the other side is gone, and passes on those that say something.
fn read_lines<T: DeserializeOwned>(stream: &UnixStream, mut hear: impl FnMut(T)) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    loop {
        line.clear();
        match reader.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(1..) if line.last() == Some(&b'\n') => {
                if let Ok(said) = serde_json::from_slice(&line) {
                    hear(said);
                }
            }
            _ => return,
        }
    }
}
