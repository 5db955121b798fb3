//! The speaker's side of the link.
//!
//! A client holds a connection to every presentation in the folder and shows the newest that has spoken. So a newer one
//! takes over as soon as it is found, and a silent one that hangs hides no other. When the newest ends, the next is
//! shown at once, with its present state.

use super::folder::{connect, sockets};
use super::lines::{limit_writes, read_messages, write_message};
use crate::present::protocol::{RemoteRequest, SpeakerStatus};
use std::io;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::SystemTime;

/// What a connection's thread reports: the connection's id, and a status, or `None` at its end.
type ConnectionReport = (u64, Option<SpeakerStatus>);

/// The connections to all presentations.
pub struct SpeakerClient {
    folder: PathBuf,
    connections: Vec<Connection>,
    /// The id of the last connection.
    last_id: u64,
    /// Called by the connections' threads when there is something to receive.
    notify: Arc<dyn Fn() + Send + Sync>,
    sender: Sender<ConnectionReport>,
    receiver: Receiver<ConnectionReport>,
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
        let (sender, receiver) = mpsc::channel();
        Self {
            folder: folder.to_owned(),
            connections: Vec::new(),
            last_id: 0,
            notify: Arc::new(notify),
            sender,
            receiver,
        }
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
        limit_writes(&stream)?;
        let reading = stream.try_clone()?;
        self.last_id += 1;
        let (id, sender, notify) = (self.last_id, self.sender.clone(), Arc::clone(&self.notify));
        let report = move |status| {
            let _ = sender.send((id, status));
            notify();
        };
        thread::Builder::new().name("speaker-client".into()).spawn(move || {
            read_messages(&reading, |status| report(Some(status)));
            let _ = reading.shutdown(Shutdown::Both);
            report(None);
        })?;
        Ok(Connection { id, path: path.to_owned(), made, stream, status: None })
    }

    /// Takes in what the presentations have told, and returns the status of the newest; `None` if there is none.
    pub fn receive(&mut self) -> Option<&SpeakerStatus> {
        while let Ok((id, status)) = self.receiver.try_recv() {
            match status {
                None => self.connections.retain(|connection| connection.id != id),
                Some(status) => {
                    if let Some(connection) = self.connections.iter_mut().find(|connection| connection.id == id) {
                        connection.status = Some(status);
                    }
                }
            }
        }
        self.newest()?.status.as_ref()
    }

    /// Sends a request to the newest presentation. If that is just ending, nothing happens: its end is reported anyway.
    pub fn send(&self, request: RemoteRequest) {
        if let Some(connection) = self.newest() {
            let _ = write_message(&connection.stream, &request);
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
