//! The side of whoever follows: finds the presentation, and keeps the newest of what it tells.

use super::frame::{FrameKind, read_frame};
use super::mark::Mark;
use super::message::{Hello, LiveSlide};
use super::person::Person;
use super::place::{AudienceFolders, AudienceSocket};
use crate::present::link::Pace;
use crate::sorting::InOrder;
use rustix::net::{SendFlags, send};
use serde::de::DeserializeOwned;
use std::io::{self, BufReader};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A follower's connection to a presentation.
pub struct AudienceClient {
    folders: AudienceFolders,
    /// The only user whose presentations are followed: the one that was named, or the one that was followed first.
    from: Option<Person>,
    connection: Option<AudienceConnection>,
    news: Arc<Mutex<Inbox>>,
    /// Called by the connection's thread when there is something to receive.
    notify: Arc<dyn Fn() + Send + Sync>,
    connections: u64,
}

struct AudienceConnection {
    stream: UnixStream,
    presenter: Person,
}

/// What has come since it was last looked at.
#[derive(Default)]
struct Inbox {
    /// The number of the connection that it has come over.
    connection: u64,
    news: AudienceNews,
}

/// What a presentation has told: only the newest of each kind, so that one that floods costs no memory.
#[derive(Debug, Default)]
pub struct AudienceNews {
    /// Which program it is that presents.
    pub hello: Option<Hello>,
    /// A copy of its data, to be read with `serde_json`.
    pub snapshot: Option<Vec<u8>>,
    /// Where the speaker is.
    pub slide: Option<LiveSlide>,
    /// Whether the connection has ended.
    pub has_ended: bool,
}

/// What came of looking for a presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is connected to one.
    Connected,
    /// There is nobody who presents.
    Nobody,
    /// There are some, but none that this user may follow.
    NotAllowed(Person),
    /// Several users present, and none was named.
    Several(Vec<Person>),
}

impl AudienceNews {
    fn is_empty(&self) -> bool {
        self.hello.is_none() && self.snapshot.is_none() && self.slide.is_none() && !self.has_ended
    }
}

impl AudienceClient {
    /// Returns a client that looks for presentations of `from`, or of anybody. `notify` is called from other threads when it
    /// is time to [receive](Self::receive).
    #[must_use]
    pub fn new(folders: AudienceFolders, from: Option<Person>, notify: impl Fn() + Send + Sync + 'static) -> Self {
        let news = Arc::default();
        Self { folders, from, connection: None, news, notify: Arc::new(notify), connections: 0 }
    }

    /// Connects to a presentation where it has none: to the newest of the user that was named or followed before, or else of
    /// this user, or else of the only one who presents. So nobody can take an audience over from somebody else.
    pub fn look(&mut self) -> Look {
        if self.connection.is_some() {
            return Look::Connected;
        }
        let sockets = self.folders.find().into_iter().in_order_by_key(|socket| std::cmp::Reverse(socket.made));
        let mut refused = None;
        let mut open: Vec<(AudienceSocket, UnixStream)> = Vec::new();
        let from = self.from.as_ref().map(|from| from.uid);
        for socket in sockets.filter(|socket| from.is_none_or(|from| from == socket.user)) {
            // Of each user only the newest that answers.
            if open.iter().any(|(other, _)| other.user == socket.user) {
                continue;
            }
            match socket.connect() {
                Ok(stream) => open.push((socket, stream)),
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => refused = Some(socket.user),
                Err(_) => {}
            }
        }
        let own = rustix::process::geteuid().as_raw();
        let chosen = open.iter().position(|(socket, _)| socket.user == own).or((open.len() == 1).then_some(0));
        match (chosen, refused) {
            (Some(chosen), _) => {
                let (socket, stream) = open.swap_remove(chosen);
                self.join(Person::of(socket.user), stream).map_or(Look::Nobody, |()| Look::Connected)
            }
            (None, Some(user)) if open.is_empty() => Look::NotAllowed(Person::of(user)),
            (None, _) if open.is_empty() => Look::Nobody,
            (None, _) => Look::Several(open.iter().map(|(socket, _)| Person::of(socket.user)).collect()),
        }
    }

    fn join(&mut self, presenter: Person, stream: UnixStream) -> io::Result<()> {
        let reading = stream.try_clone()?;
        self.connections += 1;
        let (id, inbox, notify) = (self.connections, Arc::clone(&self.news), Arc::clone(&self.notify));
        *inbox.lock().unwrap_or_else(PoisonError::into_inner) = Inbox { connection: id, news: AudienceNews::default() };
        let post = move |change: &dyn Fn(&mut AudienceNews)| {
            let mut inbox = inbox.lock().unwrap_or_else(PoisonError::into_inner);
            if inbox.connection != id {
                return;
            }
            let was_empty = inbox.news.is_empty();
            change(&mut inbox.news);
            drop(inbox);
            // Whoever was called and has not looked yet will see this, too.
            if was_empty {
                notify();
            }
        };
        thread::Builder::new().name("audience-client".into()).spawn(move || {
            let _ = read_on(&reading, &post);
            let _ = reading.shutdown(Shutdown::Both);
            post(&|news| news.has_ended = true);
        })?;
        self.from = Some(presenter.clone());
        self.connection = Some(AudienceConnection { stream, presenter });
        Ok(())
    }

    /// Takes what has come. After the end of the connection it may look for another.
    pub fn receive(&mut self) -> AudienceNews {
        let mut inbox = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        let news = std::mem::take(&mut inbox.news);
        drop(inbox);
        if news.has_ended {
            self.connection = None;
        }
        news
    }

    /// Ends the connection, if there is one.
    pub fn leave(&mut self) {
        self.connection = None;
    }

    /// Returns who presents what is followed.
    #[must_use]
    pub fn presenter(&self) -> Option<&Person> {
        self.connection.as_ref().map(|connection| &connection.presenter)
    }

    /// Sends a question, if there is room for it.
    pub fn ask(&self, mark: Mark) {
        if let Some(connection) = &self.connection {
            let _ = send(&connection.stream, mark.bytes(), SendFlags::DONTWAIT | SendFlags::NOSIGNAL);
        }
    }
}

impl Drop for AudienceConnection {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// Reads frames until the end of the connection, or one that is none of ours.
fn read_on(stream: &UnixStream, post: &impl Fn(&dyn Fn(&mut AudienceNews))) -> io::Result<()> {
    let mut from = BufReader::new(stream);
    let mut pace = Pace::new();
    loop {
        let (kind, held) = read_frame(&mut from)?;
        if !pace.keeps() {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        match kind {
            FrameKind::Hello => {
                let hello = message::<Hello>(&held)?;
                post(&|news| news.hello = Some(hello.clone()));
            }
            FrameKind::Slide => {
                let slide = message::<LiveSlide>(&held)?;
                post(&|news| news.slide = Some(slide.clone()));
            }
            FrameKind::Snapshot => {
                let held = std::cell::Cell::new(Some(held));
                post(&|news| news.snapshot = held.take());
            }
        }
    }
}

fn message<M: DeserializeOwned>(held: &[u8]) -> io::Result<M> {
    Ok(serde_json::from_slice(held)?)
}
