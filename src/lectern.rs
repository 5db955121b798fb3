//! Lets speaker's views follow the presentation that this terminal shows, as long as it lasts.

use cppcc::app::State;
use cppcc::app::presentation::remote::{Asked, Lead};
use cppcc::checked::io_words;
use cppcc::link::{Busy, Lectern, Refused, Rival, socket_path};
use cppcc::terminal::Waker;
use cppcc::text::Text;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// The socket's path. A shell that was not told of the user's runtime folder, as after `su`, finds it where it usually is:
/// both terminals must come to the same place.
pub fn path() -> Result<PathBuf, Refused> {
    let told = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let usual = Path::new("/run/user").join(rustix::process::geteuid().as_raw().to_string());
    let folders: Vec<PathBuf> = told.into_iter().chain([usual]).collect();
    socket_path(&folders, Path::new("/tmp"))
}

/// How often it is looked whether another presentation has ended.
const AGAIN: Duration = Duration::from_secs(2);

/// Whether speaker's views can join.
#[derive(Default)]
enum Door {
    /// Nothing is presented.
    #[default]
    Shut,
    /// They can.
    Open(Lectern, Receiver<Asked>),
    /// They follow another presentation, until that ends; since then it was not looked whether it has.
    Waiting(Instant),
    /// They can't.
    Stuck,
}

/// What the presentation and the speaker's views have to do with one another.
#[derive(Default)]
pub struct Desk {
    waker: Option<Waker>,
    /// How many minutes the presentation is to last.
    minutes: Option<u16>,
    door: Door,
}

impl Desk {
    pub fn new(minutes: Option<u16>) -> Self {
        Self { minutes, ..Self::default() }
    }

    pub fn start(&mut self, waker: Waker) {
        self.waker = Some(waker);
    }

    /// Does what the speaker's views ask for.
    pub fn listen(&mut self, state: &mut State) {
        let Door::Open(_, receiver) = &self.door else { return };
        let mut asked = Vec::new();
        while let Ok(one) = receiver.try_recv() {
            asked.push(one);
        }
        let now = state.clock().map_or(0, |clock| clock.seconds);
        for Asked { lead, at } in asked {
            // Nobody in the room needs to know; who speaks sees the other presentation.
            if lead == Lead::Yield {
                self.door = Door::Waiting(Instant::now());
                return;
            }
            // What was asked while this one hung, as on a line that stood still, would turn many slides at once now.
            if now.saturating_sub(at) <= Asked::PATIENCE {
                state.follow(lead);
            }
        }
    }

    /// Tells how the presentation stands; opens with it and closes with it.
    pub fn tell(&mut self, state: &mut State) {
        let Some(status) = state.status(self.minutes) else {
            self.door = Door::Shut;
            return;
        };
        match &self.door {
            Door::Shut => self.open(state, Rival::Yields),
            Door::Waiting(since) if since.elapsed() >= AGAIN => self.open(state, Rival::Keeps),
            // While this one hung, another has taken the socket.
            Door::Open(lectern, _) if lectern.is_lost() => self.door = Door::Waiting(Instant::now()),
            Door::Waiting(_) | Door::Open(..) | Door::Stuck => {}
        }
        if let Door::Open(lectern, _) = &self.door {
            lectern.tell(&status);
        }
    }

    /// How long until it is worth looking again; `None` where it is not.
    pub fn next_look(&self) -> Option<Duration> {
        match &self.door {
            Door::Waiting(since) => Some(AGAIN.saturating_sub(since.elapsed())),
            Door::Shut | Door::Open(..) | Door::Stuck => None,
        }
    }

    fn open(&mut self, state: &mut State, rival: Rival) {
        let Some(waker) = self.waker.clone() else { return };
        let (sender, receiver) = mpsc::channel();
        let hear = move |asked| {
            let _ = sender.send(asked);
            waker.wake();
        };
        let opened = match path() {
            Ok(path) => Lectern::open(&path, rival, hear),
            Err(refused) => {
                state.notify(refused.text().clone());
                self.door = Door::Stuck;
                return;
            }
        };
        self.door = match opened {
            Ok(lectern) => Door::Open(lectern, receiver),
            Err(Busy::Another) => Door::Waiting(Instant::now()),
            Err(Busy::Failed(error)) => {
                let why = io_words(&error);
                state.notify(Text::new(
                    format!("演讲者屏幕无法使用：{}", why.zh),
                    format!("no speaker’s view: {}", why.en),
                ));
                Door::Stuck
            }
        };
    }
}
