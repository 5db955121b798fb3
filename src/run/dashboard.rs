//! The dashboard on the terminal: turns events into actions, and does what actions leave to do.

use super::audience_sync::AudienceSync;
use super::broken_off::BrokenOff;
use super::clipboard;
use super::clock;
use super::deck_changes;
use super::export;
use super::file_watch::FileWatch;
use super::own_files::{self, OwnFiles};
use super::program::{self, appearance, refuse};
use super::speaker_sync::SpeakerSync;
use cppcc::app::{Action, Effect, Presentation, SlideCommand, StartOptions, State, keymap};
use cppcc::cli::{self, Global, PresentOptions};
use cppcc::deck::{DeckEdit, SlideIndex};
use cppcc::search::resolve;
use cppcc::terminal::{self, Application, Event, Flow, Waker};
use cppcc::text::{Link, Phrase, Text};
use cppcc::user_deck::{self, EditError, LoadedData, UserDeck};
use cppcc::user_pack::UserPack;
use cppcc::view::{self, Appearance, FramesAhead};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

const NOTHING_TO_SHOW: Phrase = Phrase {
    zh: "没有可显示的数字；请用 --data 指定数据目录，或去掉 --builtin none",
    en: "there is no figure to show; name a folder with --data, or leave out --builtin none",
};

const NO_DECK: Phrase = Phrase { zh: "数据中没有演示稿", en: "there is no deck in the data" };
const READ_AGAIN: Phrase = Phrase { zh: "数据已重新读取", en: "Data reloaded" };
const CHANGED_ELSEWHERE: Phrase = Phrase {
    zh: "文件在别处改过，已重新读取；请看清再改",
    en: "Changed elsewhere, and reloaded: look before you change it",
};

/// Opens the dashboard, or a presentation that the program ends with, and returns the exit status.
pub fn open(global: &Global, presentation: Option<&PresentOptions>) -> ExitCode {
    let typed = presentation.and_then(|options| options.deck.as_deref());
    // A name that is wrong is wrong on any terminal, and would be the next thing to mend.
    if let Some(typed) = typed.filter(|_| terminal::check_terminal().is_err())
        && let Err(why) = check_name(global, typed)
    {
        return refuse(&why);
    }
    let lang = |dashboard: &Dashboard| dashboard.state.lang();
    program::run(global, |loaded| Dashboard::new(global, presentation, loaded), lang)
}

/// Checks that a deck has the name that was typed.
fn check_name(global: &Global, typed: &str) -> Result<(), String> {
    let lang = global.lang();
    let LoadedData { dataset, .. } = user_deck::load(&global.sources()).map_err(|faults| faults.render(lang))?;
    resolve::deck(&dataset, typed).map(|_| ()).map_err(|fault| fault.text(lang))
}

/// Begins the presentation that is asked for, or says why it cannot be given.
fn begin(state: &mut State, options: &PresentOptions) -> Result<(), String> {
    let named = options.deck.as_ref().map(|typed| resolve::deck(state.library(), typed));
    let named = named.transpose().map_err(|fault| fault.text(state.lang()))?;
    let named = named.map(|found| cli::take(found, state.lang()));
    let deck = named.or(state.default_deck()).ok_or_else(|| NO_DECK.get(state.lang()).to_owned())?;
    // A slide of the user's own deck that has no room here says so itself.
    if Some(deck) != state.user_deck() {
        cli::check_slides(state.library(), deck).map_err(|faults| faults.render(state.lang()))?;
    }
    state.apply(Action::Present(SlideCommand::Tick(clock::now())));
    state.begin(deck, SlideIndex::FIRST, true);
    Ok(())
}

pub(super) struct Dashboard<'a> {
    pub(super) state: State,
    appearance: Appearance,
    frames_ahead: FramesAhead,
    global: &'a Global,
    speaker_sync: SpeakerSync,
    broken_off: BrokenOff,
    audience_sync: AudienceSync,
    user_deck: UserDeck,
    pub(super) user_pack: UserPack,
    file_watch: FileWatch,
    /// What the files held when they were last read.
    last_read: OwnFiles,
}

impl<'a> Dashboard<'a> {
    fn new(global: &'a Global, presentation: Option<&PresentOptions>, loaded: LoadedData) -> Result<Self, String> {
        let lang = global.lang_on_terminal();
        let LoadedData { dataset, user_deck, deck_faults, data_faults } = loaded;
        // A wall without the user's figures would mislead an audience.
        if let (Some(faults), Some(_)) = (&data_faults, presentation) {
            return Err(faults.render(lang));
        }
        // Who presents without naming a deck means their own, and is told what is wrong with it. Anybody else can do without.
        if let (Some(faults), Some(PresentOptions { deck: None, .. })) = (&deck_faults, presentation) {
            return Err(faults.render(lang));
        }
        let appearance = appearance(global);
        let options = StartOptions { lang, size: (80, 24), charset: appearance.charset };
        let mut state = State::new(Rc::new(dataset), options).ok_or_else(|| NOTHING_TO_SHOW.get(lang).to_owned())?;
        state.configure(Rc::clone(&global.config.keys), global.config.mouse, clipboard::of(global));
        state.put(global.config.measure, global.config.year_choice);
        state.set_user_deck(user_deck);
        state.set_writes(global.config.writes);
        let settled = |faults: cppcc::checked::Faults| faults.render(lang);
        state.set_area_groups(cli::saved_groups(state.dataset(), &global.config).map_err(settled)?);
        match cli::home(state.dataset(), &global.config) {
            Ok(home) => home.into_iter().for_each(|home| state.set_home(home)),
            // The own area may be one of the user's data, which are gone or have faults.
            Err(faults) => state.set_banner(Some(own_files::not_followed(&faults))),
        }
        if let Some(faults) = &data_faults {
            state.set_banner(Some(own_files::left_out(faults)));
        }
        // An audience does not need to know.
        if let Some(faults) = deck_faults.as_ref().filter(|_| presentation.is_none()) {
            state.notify(user_deck::faults_notice(faults));
        }
        if let Some(options) = presentation {
            begin(&mut state, options)?;
        }
        let sources = global.sources().for_adding();
        let user_pack = UserPack::new(sources.clone());
        state.set_own_figures(user_pack.figure_ids());
        let last_read = OwnFiles::now(&sources);
        let user_deck = UserDeck::new(sources);
        let mut broken_off = BrokenOff::default();
        broken_off.offer(&mut state);
        let speaker_sync = SpeakerSync::new(presentation.and_then(|options| options.minutes));
        let audience_sync = AudienceSync::of(presentation).map_err(|why| why.get(lang).to_owned())?;
        let file_watch = FileWatch::default();
        Ok(Self {
            state,
            appearance,
            frames_ahead: FramesAhead::default(),
            global,
            speaker_sync,
            broken_off,
            audience_sync,
            user_deck,
            user_pack,
            file_watch,
            last_read,
        })
    }

    /// Whether a frame is what is drawn of the state.
    fn is_drawn_by(&self, frame: &Buffer) -> bool {
        let mut drawn = Buffer::empty(frame.area);
        view::draw(&self.state, self.appearance, &mut drawn);
        drawn == *frame
    }

    fn apply(&mut self, action: Action) -> Flow {
        match self.frames_ahead.apply(&mut self.state, action) {
            // Only followers ask.
            Effect::None | Effect::Ask(_) => Flow::Continue,
            Effect::Quit => Flow::Quit(0),
            Effect::Suspend => Flow::Suspend,
            Effect::Reload => {
                match self.reload() {
                    Reloaded::Taken => self.state.notify(READ_AGAIN),
                    // Over a slide there is no banner.
                    Reloaded::Kept(why) if self.state.is_presenting() => self.state.notify(why),
                    Reloaded::Kept(_) => {}
                }
                Flow::Continue
            }
            Effect::Edit(change) => {
                self.edit(&change);
                Flow::Continue
            }
            Effect::AddEntries(entries) => {
                self.add(&entries);
                Flow::Continue
            }
            Effect::CorrectFigure(entries) => {
                self.correct(&entries);
                Flow::Continue
            }
            Effect::RemoveFigure(id) => {
                self.remove(&id);
                Flow::Continue
            }
            Effect::UndoAddition => {
                self.undo_addition();
                Flow::Continue
            }
            Effect::Export(asked) => {
                export::export(&mut self.state, self.appearance, self.global, &asked);
                Flow::Continue
            }
            Effect::CompletePath(typed) => {
                export::complete(&mut self.state, &typed);
                Flow::Continue
            }
            Effect::Copy(words) => clipboard::copy(&mut self.state, self.global, words),
        }
    }

    /// Changes the user's own deck. A change that is refused leaves everything as it was.
    fn edit(&mut self, change: &DeckEdit) {
        let change = deck_changes::fitted(&self.state, change);
        let notice = match self.user_deck.edit(self.state.dataset(), &change.edit) {
            Ok(loaded) => {
                self.last_read = OwnFiles::now(self.user_deck.sources());
                self.state.take_edit(&change.edit, Rc::new(loaded.dataset), loaded.user_deck);
                deck_changes::notice(&self.state, &change)
            }
            Err(EditError::ChangedElsewhere) => match self.reload() {
                Reloaded::Taken => CHANGED_ELSEWHERE.into(),
                Reloaded::Kept(why) => why,
            },
            Err(EditError::Refused(why)) => why,
        };
        self.state.notify(notice);
    }

    /// Remembers what the files hold that have just been written and loaded.
    pub(super) fn remember_files(&mut self) {
        self.user_deck.remember();
        self.last_read = OwnFiles::now(self.user_deck.sources());
        self.state.set_own_figures(self.user_pack.figure_ids());
    }

    /// Reads the data again where another program has changed it. An audience is told nothing.
    fn reload_changed(&mut self) {
        if OwnFiles::now(self.user_deck.sources()) == self.last_read {
            return;
        }
        if let Reloaded::Taken = self.reload()
            && !self.state.is_presenting()
        {
            self.state.notify(READ_AGAIN);
        }
    }

    /// Reads the data again. Data with faults is not taken: what is on the screen stays, the user's own deck included, and a
    /// banner says why until that is mended.
    fn reload(&mut self) -> Reloaded {
        self.last_read = OwnFiles::now(self.user_deck.sources());
        let reloaded = self.read_again();
        self.state.set_banner(match &reloaded {
            Reloaded::Taken => None,
            Reloaded::Kept(why) => Some(why.clone()),
        });
        reloaded
    }

    fn read_again(&mut self) -> Reloaded {
        match user_deck::load(self.user_deck.sources()) {
            Ok(LoadedData { deck_faults: Some(faults), .. }) if self.state.user_deck().is_some() => {
                Reloaded::Kept(user_deck::faults_notice(&faults))
            }
            Ok(LoadedData { dataset, user_deck, deck_faults, .. }) => {
                self.user_deck.remember();
                self.state.set_own_figures(self.user_pack.figure_ids());
                let taken = self.state.replace_data(Rc::new(dataset), user_deck);
                match deck_faults {
                    Some(faults) => Reloaded::Kept(user_deck::faults_notice(&faults)),
                    None if taken => Reloaded::Taken,
                    None => Reloaded::Kept(NOTHING_TO_SHOW.into()),
                }
            }
            Err(faults) => Reloaded::Kept(own_files::faults_in_short(&faults)),
        }
    }
}

/// The outcome of reading the data again.
enum Reloaded {
    /// All of the new data was taken.
    Taken,
    /// The old data was kept, or the user's own deck left out, for this reason.
    Kept(Text),
}

impl Application for Dashboard<'_> {
    fn start(&mut self, waker: Waker) {
        self.file_watch.start(own_files::places(self.user_deck.sources()), waker.clone());
        self.audience_sync.start(waker.clone());
        self.speaker_sync.start(waker);
    }

    fn handle(&mut self, event: Event) -> Flow {
        self.frames_ahead.begin_event();
        let was_presented = self.state.presentation().is_some();
        let ends_with_presentation = self.state.presentation().is_some_and(Presentation::ends_program);
        self.state.apply(Action::Present(SlideCommand::Tick(clock::now())));
        if event == Event::Wake {
            self.speaker_sync.receive(&mut self.state);
            self.audience_sync.receive(&mut self.state);
            if self.file_watch.take_change() {
                self.reload_changed();
            }
        }
        let action = match event {
            Event::Key(key) => {
                let action = keymap::action(&self.state, &key);
                if action.is_none() {
                    self.state.forget_stop();
                }
                action
            }
            Event::Resize(width, height) => Some(Action::Resize(width, height)),
            Event::Mouse(mouse) => keymap::mouse_action(&self.state, &mouse),
            Event::Paste(text) => {
                self.state.forget_stop();
                self.state.paste(&text);
                None
            }
            Event::Tick | Event::Wake => None,
        };
        let flow = action.map_or(Flow::Continue, |action| self.apply(action));
        if !was_presented {
            self.broken_off.offer(&mut self.state);
        }
        self.audience_sync.send(&mut self.state, self.user_deck.sources());
        self.speaker_sync.send(&mut self.state);
        // Reading the data again may have left no deck to present.
        let is_over = ends_with_presentation && self.state.presentation().is_none();
        let flow = if is_over { Flow::Quit(0) } else { flow };
        match flow {
            Flow::Quit(_) => self.broken_off.end(),
            _ => self.broken_off.keep(&self.state),
        }
        self.frames_ahead.end_event();
        flow
    }

    /// Ticks with the clock on the slides.
    fn next_tick(&self) -> Option<Duration> {
        self.state.is_presenting().then(clock::until_next_minute)
    }

    fn draw(&self, buffer: &mut Buffer) {
        view::draw(&self.state, self.appearance, buffer);
    }

    fn take_drawn(&mut self) -> Option<Buffer> {
        let frame = self.frames_ahead.take_frame()?;
        debug_assert!(self.is_drawn_by(&frame), "what was drawn ahead is not what the state shows");
        Some(frame)
    }

    fn prepare(&mut self, step: usize) -> bool {
        self.frames_ahead.prepare(&self.state, self.appearance, step)
    }

    fn links(&self) -> Vec<Link> {
        view::links(&self.state)
    }

    fn cursor(&self) -> Option<Position> {
        self.state.cursor().map(Position::from)
    }

    fn mouse(&self) -> bool {
        self.state.has_mouse()
    }
}
