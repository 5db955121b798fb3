//! The side of the presentation.

use super::{PATIENCE, read_lines};
use crate::app::talk::notes::{Lead, Status};
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::net::Shutdown;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// More than this don't follow one presentation.
const MOST: usize = 16;

/// The socket that speaker's views join. It is removed with this.
#[derive(Debug)]
pub struct Lectern {
    path: PathBuf,
    /// The socket's own number: what stands at the path by then may be another's.
    inode: u64,
    room: Arc<Mutex<Room>>,
}

/// Why nobody can join.
#[derive(Debug)]
pub enum Busy {
    /// Another presentation listens there.
    Another,
    /// The socket can't be made.
    Failed(io::Error),
}

impl From<io::Error> for Busy {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Who has joined.
#[derive(Debug, Default)]
struct Room {
    is_closed: bool,
    /// The last line told, for those who join later.
    last: String,
    listeners: Vec<(u64, UnixStream)>,
    count: u64,
}

fn locked(room: &Mutex<Room>) -> MutexGuard<'_, Room> {
    room.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lectern {
    /// Listens on the socket; what is asked for is passed to `hear`. A socket that a presentation has left behind, which
    /// ended without cleaning up, is removed.
    ///
    /// # Errors
    /// Where another presentation listens, or the socket can't be made.
    pub fn open(path: &Path, hear: impl Fn(Lead) + Clone + Send + 'static) -> Result<Self, Busy> {
        let listener = match UnixListener::bind(path) {
            Ok(listener) => listener,
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                if UnixStream::connect(path).is_ok() {
                    return Err(Busy::Another);
                }
                fs::remove_file(path)?;
                UnixListener::bind(path)?
            }
            Err(error) => return Err(error.into()),
        };
        fs::set_permissions(path, Permissions::from_mode(0o600))?;
        let inode = fs::symlink_metadata(path)?.ino();
        let room = Arc::new(Mutex::new(Room::default()));
        let joined = Arc::clone(&room);
        thread::Builder::new().name("lectern".into()).spawn(move || {
            for stream in listener.incoming() {
                if locked(&joined).is_closed {
                    return;
                }
                if let Ok(stream) = stream {
                    let _ = welcome(&joined, stream, hear.clone());
                }
            }
        })?;
        Ok(Self { path: path.to_owned(), inode, room })
    }

    /// Tells all who follow, where it is new.
    pub fn tell(&self, status: &Status) {
        let Ok(mut line) = serde_json::to_string(status) else { return };
        line.push('\n');
        let mut room = locked(&self.room);
        if room.last != line {
            // Who doesn't read must not hold up the presentation.
            room.listeners.retain_mut(|(_, stream)| {
                let is_told = stream.write_all(line.as_bytes()).is_ok();
                if !is_told {
                    let _ = stream.shutdown(Shutdown::Both);
                }
                is_told
            });
            room.last = line;
        }
    }
}

/// Takes in somebody who joins, and listens to them on a thread of their own.
fn welcome(room: &Arc<Mutex<Room>>, stream: UnixStream, hear: impl Fn(Lead) + Send + 'static) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let reading = stream.try_clone()?;
    let number = {
        let mut room = locked(room);
        if room.listeners.len() >= MOST {
            return stream.shutdown(Shutdown::Both);
        }
        (&stream).write_all(room.last.as_bytes())?;
        room.count += 1;
        let number = room.count;
        room.listeners.push((number, stream));
        number
    };
    let room = Arc::clone(room);
    thread::Builder::new().name("listener".into()).spawn(move || {
        read_lines(&reading, hear);
        let _ = reading.shutdown(Shutdown::Both);
        locked(&room).listeners.retain(|(other, _)| *other != number);
    })?;
    Ok(())
}

impl Drop for Lectern {
    fn drop(&mut self) {
        locked(&self.room).is_closed = true;
        if fs::symlink_metadata(&self.path).is_ok_and(|found| found.ino() == self.inode) {
            // Wakes the thread that waits for somebody to join.
            let _ = UnixStream::connect(&self.path);
            let _ = fs::remove_file(&self.path);
        }
        for (_, stream) in locked(&self.room).listeners.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}
