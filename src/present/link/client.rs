//! The speaker's side of the link.
//!
//! A client holds a connection to every presentation in the folder and shows the newest that has spoken. So a newer one
//! takes over as soon as it is found, and a silent one that hangs hides no other. When the newest ends, the next is
//! shown at once, with its present state.

use super::folder::{connect, sockets};
use super::lines::{Sent, read_messages, send_line, to_line};
use crate::present::protocol::{RemoteRequest, SpeakerStatus};
use std::collections::HashMap;
use std::io;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

/// What the connections' threads have reported since it was last looked at, by the connections' ids. Of each only the newest is
/// kept, so that a presentation that floods costs no memory.
type Reports = HashMap<u64, ConnectionReport>;

/// The newest that a connection's thread reports.
enum ConnectionReport {
    Status(SpeakerStatus),
    Ended,
}

/// The connections to all presentations.
pub struct SpeakerClient {
    folder: PathBuf,
    connections: Vec<Connection>,
    /// The id of the last connection.
    last_id: u64,
    /// Called by the connections' threads when there is something to receive.
    notify: Arc<dyn Fn() + Send + Sync>,
    reports: Arc<Mutex<Reports>>,
}

/// A connection to one presentation.
struct Connection {
    id: u64,
    path: PathBuf,
    /// When the socket was made. A process that reuses a dead one's id has the same path, but a later time.
    made: SystemTime,
    stream: UnixStream,
    /// `None` until the presentation has spoken.
    status: Option<SpeakerStatus>,
}

impl SpeakerClient {
    /// Returns a client for the presentations whose sockets are in `folder`. `notify` is called from other threads
    /// when it is time to [receive](Self::receive).
    #[must_use]
    pub fn new(folder: &Path, notify: impl Fn() + Send + Sync + 'static) -> Self {
        let (connections, reports) = (Vec::new(), Arc::default());
        Self { folder: folder.to_owned(), connections, last_id: 0, notify: Arc::new(notify), reports }
    }

    /// Connects to the presentations that have begun since the last look, and removes the sockets of dead processes.
    pub fn look(&mut self) {
        for (made, path) in sockets(&self.folder) {
            if self.connections.iter().any(|known| known.path == path && known.made == made) {
                continue;
            }
            // What can't be connected to now may be at the next look.
            if let Ok(connection) = self.join(&path, made) {
                self.connections.push(connection);
            }
        }
    }

    fn join(&mut self, path: &Path, made: SystemTime) -> io::Result<Connection> {
        let stream = connect(path)?;
        let reading = stream.try_clone()?;
        self.last_id += 1;
        let (id, reports, notify) = (self.last_id, Arc::clone(&self.reports), Arc::clone(&self.notify));
        let report = move |report| {
            let mut reports = reports.lock().unwrap_or_else(PoisonError::into_inner);
            let is_first = reports.is_empty();
            reports.insert(id, report);
            drop(reports);
            // Whoever was called and has not looked yet will see this, too.
            if is_first {
                notify();
            }
        };
        thread::Builder::new().name("speaker-client".into()).spawn(move || {
            read_messages(&reading, |status| report(ConnectionReport::Status(status)));
            let _ = reading.shutdown(Shutdown::Both);
            report(ConnectionReport::Ended);
        })?;
        Ok(Connection { id, path: path.to_owned(), made, stream, status: None })
    }

    /// Takes in what the presentations have told, and returns the status of the newest; `None` if there is none.
    pub fn receive(&mut self) -> Option<&SpeakerStatus> {
        let reports = std::mem::take(&mut *self.reports.lock().unwrap_or_else(PoisonError::into_inner));
        for (id, report) in reports {
            match report {
                ConnectionReport::Ended => self.connections.retain(|connection| connection.id != id),
                ConnectionReport::Status(status) => {
                    if let Some(connection) = self.connections.iter_mut().find(|connection| connection.id == id) {
                        connection.status = Some(status);
                    }
                }
            }
        }
        self.newest()?.status.as_ref()
    }

    /// Sends a request to the newest presentation. If that is just ending, nothing happens: its end is reported anyway. If it
    /// hangs, the request is lost, which would be too old once it goes on.
    pub fn send(&self, request: RemoteRequest) {
        if let Some(connection) = self.newest()
            && let Ok(line) = to_line(&request)
            && send_line(&connection.stream, &line) == Sent::Gone
        {
            let _ = connection.stream.shutdown(Shutdown::Both);
        }
    }

    fn newest(&self) -> Option<&Connection> {
        let spoken = self.connections.iter().filter(|connection| connection.status.is_some());
        spoken.max_by_key(|connection| (connection.made, &connection.path))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}
