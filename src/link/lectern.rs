//! The side of the presentation.

use super::{PATIENCE, read_lines};
use crate::app::presentation::remote::{Asked, Lead, Status};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{FlockOperation, flock};
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::net::Shutdown;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// More than this don't follow one presentation.
const MOST: usize = 16;
/// How long another presentation is given to let go of the socket; one that hangs on a dead line never does.
const GRACE: Duration = Duration::from_millis(500);

/// The socket that speaker's views join. It is removed with this.
#[derive(Debug)]
pub struct Lectern {
    path: PathBuf,
    /// The socket's own number: what stands at the path by then may be another's.
    inode: u64,
    room: Arc<Mutex<Room>>,
    /// Closed, it ends the thread that waits for somebody to join.
    _waiting: UnixStream,
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

/// What is to be done where another presentation listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// It keeps the socket.
    Keeps,
    /// It is asked to let go of it, and loses it where it doesn't: the presentation that was started last is the one that is
    /// given.
    Yields,
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
    /// Where another presentation listens and keeps the socket, or the socket can't be made.
    pub fn open(path: &Path, rival: Rival, hear: impl Fn(Asked) + Clone + Send + 'static) -> Result<Self, Busy> {
        let (listener, inode) = bind(path, rival)?;
        listener.set_nonblocking(true)?;
        let (waiting, ended) = UnixStream::pair()?;
        let room = Arc::new(Mutex::new(Room::default()));
        let joined = Arc::clone(&room);
        thread::Builder::new().name("lectern".into()).spawn(move || {
            while let Some(stream) = next(&listener, &ended) {
                // Who asked for the socket while this one hung has taken it, and gone.
                if welcome(&joined, stream, hear.clone()).is_err() {
                    hear(Asked { lead: Lead::Look, at: 0 });
                }
            }
        })?;
        Ok(Self { path: path.to_owned(), inode, room, _waiting: waiting })
    }

    /// Whether another socket, or none, stands where this one stood.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        !fs::symlink_metadata(&self.path).is_ok_and(|found| found.ino() == self.inode)
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

/// Binds the socket, and gives it with its number. What stands in its place is looked at, and removed, with the folder
/// locked: of two that find a dead socket at once only one may take its place.
fn bind(path: &Path, rival: Rival) -> Result<(UnixListener, u64), Busy> {
    let start = Instant::now();
    // Kept open until it is read: who is gone at once is not heard.
    let mut asked: Option<UnixStream> = None;
    loop {
        let lock = Lock::of(path)?;
        match UnixStream::connect(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => fs::remove_file(path)?,
            Err(error) => return Err(error.into()),
            Ok(_) if rival == Rival::Keeps => return Err(Busy::Another),
            Ok(_) if start.elapsed() > GRACE => fs::remove_file(path)?,
            Ok(stream) => {
                if asked.is_none() {
                    let _ = ask_to_yield(&stream);
                    asked = Some(stream);
                }
                drop(lock);
                thread::sleep(GRACE / 20);
                continue;
            }
        }
        let listener = UnixListener::bind(path)?;
        fs::set_permissions(path, Permissions::from_mode(0o600))?;
        let inode = fs::symlink_metadata(path)?.ino();
        return Ok((listener, inode));
    }
}

fn ask_to_yield(mut stream: &UnixStream) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let line = serde_json::to_string(&Asked { lead: Lead::Yield, at: 0 })?;
    stream.write_all(format!("{line}\n").as_bytes())
}

/// The folder of the socket, locked as long as this is held.
struct Lock {
    _folder: File,
}

impl Lock {
    fn of(path: &Path) -> io::Result<Self> {
        let folder = File::open(path.parent().unwrap_or(path))?;
        let end = Instant::now() + GRACE;
        loop {
            match flock(&folder, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(Self { _folder: folder }),
                // Where a folder can't be locked, or somebody holds it for other ends, it goes without.
                Err(error) if error != rustix::io::Errno::WOULDBLOCK || Instant::now() > end => {
                    return Ok(Self { _folder: folder });
                }
                Err(_) => thread::sleep(PATIENCE / 4),
            }
        }
    }
}

/// Waits for the next that joins; `None` at the end of the presentation.
fn next(listener: &UnixListener, ended: &UnixStream) -> Option<UnixStream> {
    loop {
        let mut both = [PollFd::new(listener, PollFlags::IN), PollFd::new(ended, PollFlags::IN)];
        match poll(&mut both, None) {
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => return None,
            Ok(_) => {}
        }
        if both.last().is_some_and(|ended| !ended.revents().is_empty()) {
            return None;
        }
        match listener.accept() {
            Ok((stream, _)) => return stream.set_nonblocking(false).ok().map(|()| stream),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            // Too many files are open: it may pass.
            Err(_) => thread::sleep(PATIENCE),
        }
    }
}

/// Takes in somebody who joins, and listens to them on a thread of their own.
fn welcome(room: &Arc<Mutex<Room>>, stream: UnixStream, hear: impl Fn(Asked) + Send + 'static) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let reading = stream.try_clone()?;
    let number = {
        let mut room = locked(room);
        if room.is_closed || room.listeners.len() >= MOST {
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
        let lock = Lock::of(&self.path);
        if !self.is_lost() {
            let _ = fs::remove_file(&self.path);
        }
        drop(lock);
        let mut room = locked(&self.room);
        room.is_closed = true;
        for (_, stream) in room.listeners.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}
