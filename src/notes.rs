//! The speaker's view on the terminal: it joins a presentation as soon as there is one, and waits again when it ends.

use crate::clock;
use crate::dashboard::{self, charset, look};
use crate::lectern;
use cppcc::app::keymap::Keys;
use cppcc::app::presentation::remote::{Asked, Lead, Notes, Status};
use cppcc::app::{Action, Settings, SlideCommand, keymap};
use cppcc::cli::{self, Global, PresentOptions, own_deck};
use cppcc::deck::SlideNumber;
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
        Ok(loaded) => Rc::new(loaded.dataset),
        Err(status) => return status,
    };
    let look = look(global);
    let settings = Settings { lang, size: (80, 24), signs: look.number_signs() };
    let notes = Notes::new(dataset, settings, options.minutes);
    let (sender, receiver) = mpsc::channel();
    let keys = Rc::clone(&global.config.keys);
    let mut view =
        View { global, notes, keys, look, path, tried: None, follower: None, number: 0, waker: None, sender, receiver };
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

struct View<'a> {
    global: &'a Global,
    notes: Notes,
    keys: Rc<Keys>,
    look: Look,
    path: PathBuf,
    /// For which edition of the deck, and on which of its slides, the data were read again last.
    tried: Option<(u64, usize)>,
    follower: Option<Follower>,
    /// The number of the connection: what an earlier one still tells is passed over.
    number: u64,
    waker: Option<Waker>,
    sender: Sender<News>,
    receiver: Receiver<News>,
}

impl View<'_> {
    /// Joins a presentation where there is one; leaves one that has lost its socket to a newer one.
    fn join(&mut self) {
        if self.follower.as_ref().is_some_and(Follower::is_outdated) {
            self.follower = None;
            self.notes.tell(None);
        }
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
        self.keep_in_step();
    }

    /// Reads the data again where the presentation shows another edition of the deck: somebody has changed it.
    fn keep_in_step(&mut self) {
        let shown = self.notes.status().map(|status| (status.edition, status.slide));
        if !self.notes.is_in_step() && self.tried != shown {
            self.tried = shown;
            self.reload();
        }
    }

    /// Data with a fault are not taken, and what was there stays; so does a deck that has one now.
    fn reload(&mut self) {
        let is_in_step = self.notes.status().is_some() && self.notes.is_in_step();
        if let Ok(loaded) = own_deck::load(self.global)
            && (loaded.left_out.is_none() || !is_in_step)
        {
            self.notes.dataset = Rc::new(loaded.dataset);
        }
    }

    fn press(&mut self, key: &KeyEvent) -> Flow {
        let typed = self.notes.typed.take();
        match (keymap::presentation_action(&self.keys.presentation, key), key.code) {
            (Some(_), KeyCode::Up) => self.notes.scroll = self.notes.scroll.saturating_sub(1),
            (Some(_), KeyCode::Down) => {
                let last = slides::last_scroll(&self.notes, self.look);
                self.notes.scroll = (self.notes.scroll + 1).min(last);
            }
            // Esc stops a presentation, but not by a key on this side; here it takes a number back, and no more.
            (Some(Action::Present(SlideCommand::Stop)), KeyCode::Esc) => {}
            (Some(Action::Present(SlideCommand::Stop) | Action::Quit), _) => return Flow::Quit(0),
            (Some(Action::Suspend), _) => return Flow::Suspend,
            (Some(Action::SwitchLanguage), _) => self.notes.lang = self.notes.lang.other(),
            (Some(Action::Reload), _) => self.reload(),
            (Some(Action::Present(SlideCommand::Digit(digit))), _) => {
                self.notes.typed = Some((typed.unwrap_or(0) * 10 + usize::from(digit)).min(SlideNumber::LARGEST));
            }
            (Some(Action::Present(SlideCommand::Previous)), KeyCode::Backspace) if typed.is_some() => {
                self.notes.typed = typed.map(|number| number / 10).filter(|left| *left > 0);
            }
            (Some(Action::Present(SlideCommand::Previous)), _) if typed.is_some() => {}
            (Some(Action::Present(SlideCommand::Open)), _) => self.ask(typed.map(Lead::To)),
            (Some(Action::Present(step)), _) => self.ask(Lead::of(step)),
            _ => {}
        }
        Flow::Continue
    }

    fn ask(&mut self, lead: Option<Lead>) {
        if let (Some(lead), Some(follower)) = (lead, &mut self.follower) {
            follower.ask(Asked { lead, at: clock::now().seconds });
        }
    }
}

impl Application for View<'_> {
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

    /// The time moves by the second, and that of day by the minute; and as often it looks for a presentation while there is
    /// none.
    fn next_tick(&self) -> Option<Duration> {
        Some(clock::until_next_second().min(clock::until_next_minute()))
    }

    fn draw(&self, buffer: &mut Buffer) {
        slides::draw_notes(&self.notes, self.look, buffer);
    }
}
