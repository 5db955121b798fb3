//! Keeps those who follow a presentation in step with it, as long as there is one.

use super::speaker_sync::socket_folder;
use cppcc::app::{AskedAbout, QuestionsTaken, State};
use cppcc::audience::{AudienceFolders, AudienceRights, AudienceServer, Frame, LiveSlide, bind_socket, snapshot_of};
use cppcc::cli::PresentOptions;
use cppcc::data::io_words;
use cppcc::deck::{Deck, Library};
use cppcc::domain::Key;
use cppcc::terminal::Waker;
use cppcc::text::Text;
use cppcc::user_deck::DataSources;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// Returns the folders in which audiences meet, or the socket that was named.
pub fn folders(private: Option<PathBuf>, named: Option<PathBuf>) -> AudienceFolders {
    AudienceFolders { private, shared: PathBuf::from("/tmp"), named }
}

/// The audience of a presentation; nothing where nobody may follow.
#[derive(Default)]
pub struct AudienceSync(Option<OpenAudience>);

/// An audience that somebody may join.
struct OpenAudience {
    rights: AudienceRights,
    questions: QuestionsTaken,
    path: PathBuf,
    waker: Option<Waker>,
    server: AudienceServerState,
    /// The data and the deck of which followers have a copy, or will have.
    given: Option<(Rc<Library>, Key<Deck>)>,
    /// The copy that is being made.
    copying: Option<Receiver<Result<Frame, Text>>>,
}

/// Whether followers can connect.
enum AudienceServerState {
    /// The socket is there, and nobody is let in yet.
    Bound(UnixListener),
    Open(AudienceServer),
    /// The socket could not be made again. The user was told.
    Failed,
}

impl AudienceSync {
    /// Makes the socket of the audience that was asked for.
    ///
    /// # Errors
    /// Says why there can be no such audience.
    pub fn of(options: Option<&PresentOptions>) -> Result<Self, Text> {
        let Some((options, rights)) =
            options.and_then(|options| Some((&options.audience, options.audience.rights.clone()?)))
        else {
            return Ok(Self::default());
        };
        let path = folders(socket_folder().ok(), options.socket.clone()).socket(&rights)?;
        let server = AudienceServerState::Bound(bind_socket(&path, &rights)?);
        let questions = if options.questions { QuestionsTaken::Yes } else { QuestionsTaken::No };
        Ok(Self(Some(OpenAudience { rights, questions, path, waker: None, server, given: None, copying: None })))
    }

    /// Keeps the waker of the event loop, and lets followers in.
    pub fn start(&mut self, waker: Waker) {
        if let Some(audience) = &mut self.0 {
            audience.waker = Some(waker);
        }
    }

    /// Takes in what followers have asked, and the copy that was made.
    pub fn receive(&mut self, state: &mut State) {
        let Some(audience) = &mut self.0 else { return };
        let AudienceServerState::Open(server) = &audience.server else { return };
        let marks = server.take_marks();
        let asked: Vec<AskedAbout> = marks.iter().filter_map(|mark| mark.find(state.dataset())).collect();
        for about in asked {
            state.take_question(about);
        }
        match audience.copying.as_ref().map(Receiver::try_recv) {
            Some(Ok(Ok(frame))) => server.give(frame),
            Some(Ok(Err(why))) => state.notify(why),
            Some(Err(mpsc::TryRecvError::Disconnected)) => {}
            Some(Err(mpsc::TryRecvError::Empty)) | None => return,
        }
        audience.copying = None;
    }

    /// Tells where the speaker is, and has a copy made where other data are presented. At the end of the presentation nobody
    /// can follow any more.
    pub fn send(&mut self, state: &mut State, sources: &DataSources) {
        let Some(audience) = &mut self.0 else { return };
        let Some(status) = state.status() else {
            state.set_followers(None);
            self.0 = None;
            return;
        };
        audience.open(state);
        audience.copy(state, sources);
        if let AudienceServerState::Open(server) = &audience.server {
            server.show(&LiveSlide::of(&status, audience.questions));
            state.set_followers(Some(server.followers()));
        }
    }
}

impl OpenAudience {
    /// Lets followers in where nobody is yet, and makes the socket again where it is gone.
    fn open(&mut self, state: &mut State) {
        let Some(waker) = self.waker.clone() else { return };
        let listener = match std::mem::replace(&mut self.server, AudienceServerState::Failed) {
            AudienceServerState::Bound(listener) => Ok(listener),
            AudienceServerState::Open(server) if server.is_lost() => {
                drop(server);
                bind_socket(&self.path, &self.rights)
            }
            other => {
                self.server = other;
                return;
            }
        };
        self.given = None;
        match listener.and_then(|listener| open_server(&self.path, listener, self.questions, waker)) {
            Ok(server) => self.server = AudienceServerState::Open(server),
            Err(why) => {
                state.set_followers(None);
                state.notify(why);
            }
        }
    }

    /// Has a copy made of the data that are presented, on another thread, if followers have another one.
    fn copy(&mut self, state: &State, sources: &DataSources) {
        let Some(deck) = state.presentation().map(cppcc::app::Presentation::deck) else { return };
        let has_it =
            self.given.as_ref().is_some_and(|(library, given)| Rc::ptr_eq(library, state.library()) && *given == deck);
        // What was changed while a copy is being made is copied after that.
        if has_it || self.copying.is_some() || !matches!(self.server, AudienceServerState::Open(_)) {
            return;
        }
        self.given = Some((Rc::clone(state.library()), deck));
        let (sender, receiver) = mpsc::channel();
        let (sources, deck, waker) = (sources.clone(), state.decks()[deck].id.clone(), self.waker.clone());
        let copy = move || {
            let _ = sender.send(snapshot_of(&sources.packs_and_deck(), &deck));
            waker.iter().for_each(Waker::wake);
        };
        if thread::Builder::new().name("audience-copy".into()).spawn(copy).is_ok() {
            self.copying = Some(receiver);
        }
    }
}

fn open_server(
    path: &Path,
    listener: UnixListener,
    questions: QuestionsTaken,
    waker: Waker,
) -> Result<AudienceServer, Text> {
    AudienceServer::open(path, listener, questions, move || waker.wake()).map_err(|error| {
        let why = io_words(&error);
        Text::new(format!("听众无法跟看：{}", why.zh), format!("no audience: {}", why.en))
    })
}
