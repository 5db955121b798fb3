//! The speaker's view on the terminal: it joins a presentation as soon as there is one, and waits again when it ends.

use crate::clock;
use crate::dashboard::{self, charset, look};
use crate::lectern;
use cppcc::app::keys::Keys;
use cppcc::app::talk::notes::{Lead, Notes, Status};
use cppcc::app::{Action, Settings, Step, keys};
use cppcc::cli::{self, Global, PresentOptions};
use cppcc::link::Follower;
use cppcc::terminal::{self, Application, Event, Flow, KeyCode, KeyEvent, Output, Waker};
use cppcc::view::{Look, slides};
use ratatui::buffer::Buffer;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

/// Opens the speaker's view, which needs a terminal, and gives the exit status.
pub fn open(global: &Global, options: &PresentOptions) -> ExitCode {
    let lang = global.lang();
    let path = match lectern::path() {
        Ok(path) => path,
        Err(refused) => {
            cli::say(refused.get(lang));
            return ExitCode::from(2);
        }
    };
    let dataset = match dashboard::load(global) {
        Ok(dataset) => dataset,
        Err(status) => return status,
    };
    let look = look(global);
    let settings = Settings { lang, size: (80, 24), signs: look.number_signs() };
    let notes = Notes::new(Rc::clone(&dataset), settings, options.minutes);
    let (sender, receiver) = mpsc::channel();
    let keys = Rc::clone(&global.config.keys);
    let mut view = View { notes, keys, look, path, follower: None, number: 0, waker: None, sender, receiver };
    match terminal::run(&mut view, Output { depth: look.depth, charset: charset(global) }) {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// What a connection tells, with the number of the connection.
type News = (u64, Option<Status>);

struct View {
    notes: Notes,
    keys: Rc<Keys>,
    look: Look,
    path: PathBuf,
    follower: Option<Follower>,
    /// The number of the connection: what an earlier one still tells is passed over.
    number: u64,
    waker: Option<Waker>,
    sender: Sender<News>,
    receiver: Receiver<News>,
}

impl View {
    /// Joins a presentation where there is one.
    fn join(&mut self) {
        let Some(waker) = self.waker.clone().filter(|_| self.follower.is_none()) else { return };
        self.number += 1;
        let (sender, number) = (self.sender.clone(), self.number);
        let hear = move |status| {
            let _ = sender.send((number, status));
            waker.wake();
        };
        self.follower = Follower::join(&self.path, hear).ok();
    }

    fn listen(&mut self) {
        while let Ok((number, status)) = self.receiver.try_recv() {
            if number == self.number {
                if status.is_none() {
                    self.follower = None;
                }
                self.notes.tell(status);
            }
        }
    }

    fn press(&mut self, key: &KeyEvent) -> Flow {
        match (keys::action_in_room(&self.keys.room, key), key.code) {
            (Some(_), KeyCode::Up) => self.notes.scroll = self.notes.scroll.saturating_sub(1),
            (Some(_), KeyCode::Down) => self.notes.scroll = (self.notes.scroll + 1).min(200),
            (Some(Action::Talk(Step::Stop) | Action::Quit), _) => return Flow::Quit(0),
            (Some(Action::Suspend), _) => return Flow::Suspend,
            (Some(Action::SwitchLanguage), _) => self.notes.lang = self.notes.lang.other(),
            (Some(Action::Talk(step)), _) => {
                if let (Some(lead), Some(follower)) = (Lead::of(step), &mut self.follower) {
                    follower.ask(lead);
                }
            }
            _ => {}
        }
        Flow::Continue
    }
}

impl Application for View {
    fn start(&mut self, waker: Waker) {
        self.waker = Some(waker);
    }

    fn handle(&mut self, event: Event) -> Flow {
        self.notes.now = Some(clock::now());
        match event {
            Event::Key(key) => return self.press(&key),
            Event::Resize(width, height) => {
                self.notes.size = (width, height);
                self.join();
            }
            Event::Tick => self.join(),
            Event::Wake => self.listen(),
            Event::Mouse(_) | Event::Paste(_) => {}
        }
        Flow::Continue
    }

    /// The time moves by the second; and as often it looks for a presentation while there is none.
    fn next_tick(&self) -> Option<Duration> {
        Some(clock::until_next_second())
    }

    fn draw(&self, buffer: &mut Buffer) {
        slides::draw_notes(&self.notes, self.look, buffer);
    }
}
