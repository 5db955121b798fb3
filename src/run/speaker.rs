//! The speaker's view on the terminal. It shows the newest presentation, and waits while there is none.

use super::program::{self, appearance, refuse};
use super::{clock, speaker_sync};
use cppcc::cli::{Global, PresentOptions};
use cppcc::present::link::SpeakerClient;
use cppcc::present::protocol::RemoteRequest;
use cppcc::present::speaker::{SpeakerEffect, SpeakerView};
use cppcc::terminal::{Application, Event, Flow, KeyEvent, Waker};
use cppcc::user_deck::{self, LoadedData};
use cppcc::view::{Appearance, slides};
use ratatui::buffer::Buffer;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

/// Opens the speaker's view and returns the exit status.
pub fn open(global: &Global, options: &PresentOptions) -> ExitCode {
    let folder = match speaker_sync::socket_folder() {
        Ok(folder) => folder,
        Err(why) => return refuse(why.get(global.lang())),
    };
    let lang = |program: &SpeakerProgram| program.view.lang();
    program::run(global, |loaded| Ok(SpeakerProgram::new(global, options, loaded, folder)), lang)
}

struct SpeakerProgram<'a> {
    global: &'a Global,
    view: SpeakerView,
    appearance: Appearance,
    folder: PathBuf,
    /// Made when the program gets its waker.
    client: Option<SpeakerClient>,
    /// The deck's fingerprint and the slide for which the data was last read again.
    tried: Option<(u64, usize)>,
}

impl<'a> SpeakerProgram<'a> {
    fn new(global: &'a Global, options: &PresentOptions, loaded: LoadedData, folder: PathBuf) -> Self {
        let keys = Rc::clone(&global.config.keys);
        let view = SpeakerView::new(Rc::new(loaded.dataset), global.lang_on_terminal(), keys, options.minutes);
        Self { global, view, appearance: appearance(global), folder, client: None, tried: None }
    }

    fn look_for_presentations(&mut self) {
        if let Some(client) = &mut self.client {
            client.look();
        }
    }

    fn receive(&mut self) {
        let Some(client) = &mut self.client else { return };
        let status = client.receive();
        if self.view.status() != status {
            self.view.set_status(status.cloned());
        }
        self.reload_if_changed();
    }

    /// Reads the data again if the presentation shows another edition of the deck, which somebody has changed
    /// meanwhile.
    fn reload_if_changed(&mut self) {
        let presented = self.view.status().map(|status| (status.edition, status.slide));
        // If that does not help, it is tried again at the next slide, not at every status.
        if !self.view.has_presented_deck() && self.tried != presented {
            self.tried = presented;
            self.reload();
        }
    }

    /// Reads the data again. Faulty data are not taken, nor are data without the user's own deck while the view is
    /// complete: it then stays as it is.
    fn reload(&mut self) {
        let is_complete = self.view.status().is_some() && self.view.has_presented_deck();
        if let Ok(loaded) = user_deck::load(&self.global.sources())
            && (loaded.deck_faults.is_none() || !is_complete)
        {
            self.view.replace_data(Rc::new(loaded.dataset));
        }
    }

    fn press(&mut self, key: &KeyEvent) -> Flow {
        let Some(action) = self.view.action(key) else { return Flow::Continue };
        match self.view.apply(action, |view| slides::last_scroll(view, self.appearance)) {
            SpeakerEffect::None => {}
            SpeakerEffect::Send(command) => {
                if let Some(client) = &self.client {
                    client.send(RemoteRequest { command, at: clock::now().seconds });
                }
            }
            SpeakerEffect::Reload => self.reload(),
            SpeakerEffect::Suspend => return Flow::Suspend,
            SpeakerEffect::Quit => return Flow::Quit(0),
        }
        Flow::Continue
    }
}

impl Application for SpeakerProgram<'_> {
    fn start(&mut self, waker: Waker) {
        self.client = Some(SpeakerClient::new(&self.folder, move || waker.wake()));
    }

    fn handle(&mut self, event: Event) -> Flow {
        self.view.set_now(clock::now());
        match event {
            Event::Key(key) => return self.press(&key),
            Event::Resize(width, height) => {
                self.view.resize((width, height));
                self.look_for_presentations();
            }
            Event::Tick => self.look_for_presentations(),
            Event::Wake => self.receive(),
            Event::Mouse(_) | Event::Paste(_) => {}
        }
        Flow::Continue
    }

    /// The time moves by the second, and that of day by the minute. As often it looks for a newer presentation.
    fn next_tick(&self) -> Option<Duration> {
        Some(clock::until_next_second().min(clock::until_next_minute()))
    }

    fn draw(&self, buffer: &mut Buffer) {
        slides::draw_speaker(&self.view, self.appearance, buffer);
    }
}
