//! Lets speaker's views follow the presentation that this terminal shows, as long as it lasts.

use cppcc::app::State;
use cppcc::app::talk::notes::Lead;
use cppcc::link::{Busy, Lectern, Refused, socket_path};
use cppcc::terminal::Waker;
use cppcc::text::Text;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};

/// The socket's path.
pub fn path() -> Result<PathBuf, Refused> {
    socket_path(std::env::var_os("XDG_RUNTIME_DIR").as_deref(), Path::new("/tmp"))
}

/// What the presentation and the speaker's views have to do with one another.
#[derive(Default)]
pub struct Desk {
    waker: Option<Waker>,
    /// How many minutes the presentation is to last.
    minutes: Option<u16>,
    open: Option<(Lectern, Receiver<Lead>)>,
    /// Whether it was tried for this presentation.
    is_tried: bool,
}

impl Desk {
    pub fn new(minutes: Option<u16>) -> Self {
        Self { minutes, ..Self::default() }
    }

    pub fn start(&mut self, waker: Waker) {
        self.waker = Some(waker);
    }

    /// Does what the speaker's views ask for.
    pub fn listen(&self, state: &mut State) {
        if let Some((_, receiver)) = &self.open {
            while let Ok(lead) = receiver.try_recv() {
                state.follow(lead);
            }
        }
    }

    /// Tells how the presentation stands; opens with it and closes with it.
    pub fn tell(&mut self, state: &mut State) {
        let Some(status) = state.status(self.minutes) else {
            (self.open, self.is_tried) = (None, false);
            return;
        };
        if !self.is_tried {
            self.is_tried = true;
            match self.opened() {
                Ok(open) => self.open = open,
                Err(words) => state.notice = Some(words),
            }
        }
        if let Some((lectern, _)) = &self.open {
            lectern.tell(&status);
        }
    }

    fn opened(&self) -> Result<Option<(Lectern, Receiver<Lead>)>, Text> {
        let Some(waker) = self.waker.clone() else { return Ok(None) };
        let path = path().map_err(|refused| refused.text().clone())?;
        let (sender, receiver) = mpsc::channel();
        let hear = move |lead| {
            let _ = sender.send(lead);
            waker.wake();
        };
        match Lectern::open(&path, hear) {
            Ok(lectern) => Ok(Some((lectern, receiver))),
            Err(Busy::Another) => Err(Text::new(
                "另一终端正在放映，演讲者屏幕跟随那一场",
                "another presentation is running; speaker’s views follow that one",
            )),
            Err(Busy::Failed(error)) => {
                Err(Text::new(format!("演讲者屏幕无法使用：{error}"), format!("no speaker’s view: {error}")))
            }
        }
    }
}
