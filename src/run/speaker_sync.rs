//! Keeps the speaker's views in step with the presentation, as long as there is one.

use cppcc::app::State;
use cppcc::data::io_words;

use cppcc::present::link::{FolderError, PresenterServer, private_folder, socket_path};
use cppcc::present::protocol::{AudienceStatus, RemoteRequest, SpeakerStatus};
use cppcc::terminal::Waker;
use cppcc::text::{Text, environment};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};

/// Returns the folder of the sockets, which must be the same for both terminals. A shell that does not know the user's
/// runtime folder, as after `su`, takes its usual place.
pub fn socket_folder() -> Result<PathBuf, FolderError> {
    let configured = std::env::var_os(environment::XDG_RUNTIME_DIR).map(PathBuf::from);
    let folders: Vec<PathBuf> = configured.into_iter().chain([usual_folder()]).collect();
    private_folder(&folders, Path::new("/tmp"))
}

/// Returns the folder of the sockets where there is one; `None` otherwise.
pub fn runtime_folder() -> Option<PathBuf> {
    socket_folder().ok()
}

/// Returns where the system keeps the user's runtime folder, whatever the environment says.
pub fn usual_folder() -> PathBuf {
    Path::new("/run/user").join(rustix::process::geteuid().as_raw().to_string())
}

/// Whether speaker's views can connect.
#[derive(Default)]
enum ServerState {
    /// Nothing is presented, so nobody can connect.
    #[default]
    Closed,
    /// They can connect, and their requests arrive here.
    Open(PresenterServer, Receiver<RemoteRequest>),
    /// The socket could not be made. The user was told, and it is not tried again in this presentation.
    Failed,
}

/// Sends the presentation's status to the speaker's views, and carries out what they ask for.
#[derive(Default)]
pub struct SpeakerSync {
    waker: Option<Waker>,
    /// How long the presentation is planned to last.
    minutes: Option<u16>,
    server: ServerState,
}

impl SpeakerSync {
    /// Makes the sync, with its server closed until a presentation begins.
    pub fn new(minutes: Option<u16>) -> Self {
        Self { minutes, ..Self::default() }
    }

    /// Keeps the waker of the event loop, for requests that arrive.
    pub fn start(&mut self, waker: Waker) {
        self.waker = Some(waker);
    }

    /// Carries out the requests that have arrived.
    pub fn receive(&mut self, state: &mut State) {
        let ServerState::Open(_, receiver) = &self.server else { return };
        let now = state.clock().map_or(0, |clock| clock.seconds);
        for request in receiver.try_iter().filter(|request| !request.is_stale(now)) {
            request.command.apply(state);
        }
    }

    /// Broadcasts the status. The server opens when a presentation begins or its socket is gone, and closes at its end.
    pub fn send(&mut self, state: &mut State) {
        let Some(status) = state.status() else {
            self.server = ServerState::Closed;
            return;
        };
        if matches!(&self.server, ServerState::Open(server, _) if server.is_lost()) {
            self.server = ServerState::Closed;
        }
        if matches!(self.server, ServerState::Closed) {
            self.open(state);
        }
        if let ServerState::Open(server, _) = &self.server {
            server.broadcast(&SpeakerStatus::new(status, self.minutes, AudienceStatus::of(state)));
        }
    }

    fn open(&mut self, state: &mut State) {
        let Some(waker) = self.waker.clone() else { return };
        self.server = open_server(waker).unwrap_or_else(|why| {
            state.notify(why);
            ServerState::Failed
        });
    }
}

fn open_server(waker: Waker) -> Result<ServerState, Text> {
    let path = socket_path(&socket_folder().map_err(|error| error.text().clone())?, std::process::id());
    let (sender, receiver) = mpsc::channel();
    let on_message = move |request| {
        let _ = sender.send(request);
        waker.wake();
    };
    let server = PresenterServer::open(&path, on_message).map_err(|error| {
        let why = io_words(&error);
        Text::new(format!("演讲者屏幕无法使用：{}", why.zh), format!("no speaker's view: {}", why.en))
    })?;
    Ok(ServerState::Open(server, receiver))
}
