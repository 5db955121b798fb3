//! The presentation's side of the link.

use super::folder::{connect, sockets};
use super::lines::{Sent, read_messages, send_line, to_line};
use crate::present::protocol::{RemoteRequest, SpeakerStatus};
use rustix::event::{PollFd, PollFlags, poll};
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The most speaker's views of one presentation: each costs a thread.
const MAX_LISTENERS: usize = 16;
/// How long to wait after an error of `accept`, as with too many open files, before trying again.
const ACCEPT_RETRY: Duration = Duration::from_millis(20);

/// The socket that speaker's views connect to. Dropping it closes the connections and removes the socket.
#[derive(Debug)]
pub struct PresenterServer {
    path: PathBuf,
    listeners: Arc<Mutex<Listeners>>,
    /// Dropped, it wakes and ends the thread that accepts connections.
    _running: UnixStream,
}

/// The connected speaker's views.
#[derive(Debug, Default)]
struct Listeners {
    is_closed: bool,
    /// The last line that was sent, for whoever connects later.
    last_line: String,
    connected: Vec<Listener>,
    /// How many have ever connected: the id of the last.
    count: u64,
}

/// One connected speaker's view.
#[derive(Debug)]
struct Listener {
    id: u64,
    stream: UnixStream,
    /// When it last asked for something, or connected.
    heard: Instant,
}

impl Listeners {
    /// Notes that one of them has just asked for something.
    fn hear(&mut self, id: u64) {
        if let Some(listener) = self.connected.iter_mut().find(|listener| listener.id == id) {
            listener.heard = Instant::now();
        }
    }

    /// Makes room for one more: of as many as there may be, the one that has been silent for longest must go. A view that is
    /// looked at connects again.
    fn make_room(&mut self) {
        while self.connected.len() >= MAX_LISTENERS
            && let Some((index, _)) = self.connected.iter().enumerate().min_by_key(|(_, listener)| listener.heard)
        {
            self.connected.swap_remove(index);
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

fn locked(listeners: &Mutex<Listeners>) -> MutexGuard<'_, Listeners> {
    listeners.lock().unwrap_or_else(PoisonError::into_inner)
}

impl PresenterServer {
    /// Listens on a socket at `path`, which must be this process's own, and passes what is asked for to `on_message`.
    ///
    /// # Errors
    /// Fails if the socket cannot be made.
    pub fn open(path: &Path, on_message: impl Fn(RemoteRequest) + Clone + Send + 'static) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            remove_dead(folder);
        }
        let listener = bind(path)?;
        listener.set_nonblocking(true)?;
        let (running, ended) = UnixStream::pair()?;
        let listeners = Arc::new(Mutex::new(Listeners::default()));
        let shared = Arc::clone(&listeners);
        thread::Builder::new().name("presenter-server".into()).spawn(move || {
            while let Some(stream) = accept(&listener, &ended) {
                // Whoever is gone by now needs no welcome.
                let _ = welcome(&shared, stream, on_message.clone());
            }
        })?;
        Ok(Self { path: path.to_owned(), listeners, _running: running })
    }

    /// Returns whether somebody else has removed the socket. The system does so with the whole runtime folder when a
    /// user's last session ends, which a presentation inside tmux outlives.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        !self.path.exists()
    }

    /// Sends the status to all who listen, if it differs from the last one.
    pub fn broadcast(&self, status: &SpeakerStatus) {
        let Ok(line) = to_line(status) else { return };
        let mut listeners = locked(&self.listeners);
        if listeners.last_line != line {
            // A view that does not read must not hold up the presentation.
            listeners.connected.retain(|listener| send_line(&listener.stream, &line) == Sent::Whole);
            listeners.last_line = line;
        }
    }
}

/// Removes what presentations that were killed have left in the folder.
fn remove_dead(folder: &Path) {
    for (_, path) in sockets(folder) {
        drop(connect(&path));
    }
}

/// Binds a socket at `path`. It is made under another name and renamed when it listens: clients take a socket that
/// refuses them for a dead process's, and remove it.
fn bind(path: &Path) -> io::Result<UnixListener> {
    let new = path.with_extension("new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&new)?;
    fs::set_permissions(&new, Permissions::from_mode(0o600))?;
    fs::rename(&new, path)?;
    Ok(listener)
}

/// Waits for the next connection; `None` at the end of the presentation.
fn accept(listener: &UnixListener, ended: &UnixStream) -> Option<UnixStream> {
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
            Err(_) => thread::sleep(ACCEPT_RETRY),
        }
    }
}

/// Sends the last status to a new connection, and reads requests from it on a thread of its own.
fn welcome(
    listeners: &Arc<Mutex<Listeners>>,
    stream: UnixStream,
    on_message: impl Fn(RemoteRequest) + Send + 'static,
) -> io::Result<()> {
    let reading = stream.try_clone()?;
    let id = {
        let mut listeners = locked(listeners);
        if listeners.is_closed {
            return stream.shutdown(Shutdown::Both);
        }
        listeners.make_room();
        if !listeners.last_line.is_empty() && send_line(&stream, &listeners.last_line) != Sent::Whole {
            return stream.shutdown(Shutdown::Both);
        }
        listeners.count += 1;
        let id = listeners.count;
        listeners.connected.push(Listener { id, stream, heard: Instant::now() });
        id
    };
    let listeners = Arc::clone(listeners);
    thread::Builder::new().name("presenter-listener".into()).spawn(move || {
        read_messages(&reading, |request| {
            locked(&listeners).hear(id);
            on_message(request);
        });
        let _ = reading.shutdown(Shutdown::Both);
        locked(&listeners).connected.retain(|listener| listener.id != id);
    })?;
    Ok(())
}

impl Drop for PresenterServer {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let mut listeners = locked(&self.listeners);
        listeners.is_closed = true;
        listeners.connected.clear();
    }
}
