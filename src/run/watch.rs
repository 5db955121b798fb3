//! Following a presentation on the terminal: the live slide in the follower's own size, language and colours, and the dashboard
//! to look around in.

use super::audience_sync::folders;
use super::program::{appearance, refuse};
use super::speaker_sync::{runtime_folder, usual_folder};
use super::watch_words as words;
use super::{clipboard, clock};
use cppcc::app::{
    Action, AskedAbout, Clipboard, Effect, FollowerSeat, LiveView, SlideCommand, StartOptions, State, keymap,
};
use cppcc::audience::{AudienceClient, AudienceFolders, AudienceNews, Hello, LiveSlide, Look, Mark, Person, Snapshot};
use cppcc::cli::{self, Global, WatchOptions};
use cppcc::deck::SlideNumber;
use cppcc::terminal::{self, Application, Event, Flow, KeyCode, KeyEvent, KeyModifiers, Waker};
use cppcc::text::{Lang, Link, Phrase, Text, visible_line};
use cppcc::view::slides::{WaitingScreen, draw_waiting};
use cppcc::view::{self, Appearance};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long somebody who has asked waits before asking again; the presentation listens no sooner.
const BETWEEN_QUESTIONS: Duration = Duration::from_secs(5);
const NOT_YET: Phrase = Phrase { zh: "刚标过一处，请稍候再标", en: "You have just asked: wait a moment" };

/// Follows a presentation, and returns the exit status.
pub fn open(global: &Global, options: &WatchOptions) -> ExitCode {
    if let Err(why) = terminal::check_terminal() {
        return refuse(why.phrase().get(global.lang()));
    }
    let from = match options.from.as_deref().map(|name| (name, Person::named(name))) {
        None => None,
        Some((_, Some(person))) => Some(person),
        Some((name, None)) => {
            let name = visible_line(name);
            let why = Text::new(format!("没有名为“{name}”的用户"), format!("there is no user called “{name}”"));
            return refuse(why.get(global.lang()));
        }
    };
    let mut program = WatchProgram::new(global, options, from);
    let ended = terminal::run(&mut program, program_depth(global));
    if program.seat == FollowerSeat::OwnAccount {
        global.remember_lang(program.lang());
    }
    match ended {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn program_depth(global: &Global) -> cppcc::text::ColorDepth {
    appearance(global).depth
}

struct WatchProgram<'a> {
    global: &'a Global,
    seat: FollowerSeat,
    appearance: Appearance,
    folders: AudienceFolders,
    from: Option<Person>,
    /// Made when the program gets its waker.
    client: Option<AudienceClient>,
    /// The dashboard with the live slide, once there is one.
    state: Option<State>,
    /// What is shown where there is none.
    waiting: WaitingScreen,
    /// The language and the size without a dashboard.
    lang: Lang,
    size: (u16, u16),
    /// The copy of the data that the dashboard shows.
    snapshot: Vec<u8>,
    /// Where the speaker is, as it was told last.
    live: Option<LiveSlide>,
    /// Whether the program that presents is one that this one understands.
    is_understood: bool,
    asked: Option<Instant>,
}

impl<'a> WatchProgram<'a> {
    fn new(global: &'a Global, options: &WatchOptions, from: Option<Person>) -> Self {
        let seat = if options.kiosk { FollowerSeat::Kiosk } else { FollowerSeat::OwnAccount };
        // A guest could have set the variable that names the folder.
        let private = if options.kiosk { Some(usual_folder()) } else { runtime_folder() };
        let lang = if options.kiosk { global.lang() } else { global.lang_on_terminal() };
        Self {
            global,
            seat,
            appearance: appearance(global),
            folders: folders(private, options.socket.clone()),
            from,
            client: None,
            state: None,
            waiting: words::nobody(),
            lang,
            size: (80, 24),
            snapshot: Vec::new(),
            live: None,
            is_understood: false,
            asked: None,
        }
    }

    fn lang(&self) -> Lang {
        self.state.as_ref().map_or(self.lang, State::lang)
    }

    fn presenter(&self) -> Option<&Person> {
        self.client.as_ref()?.presenter()
    }

    /// Looks for a presentation where none is followed.
    fn look(&mut self) {
        let Some(client) = &mut self.client else { return };
        if client.presenter().is_some() {
            return;
        }
        let found = match client.look() {
            Look::Connected => return,
            Look::Nobody => words::nobody(),
            Look::NotAllowed(person) => words::not_allowed(&person),
            Look::Several(persons) => words::several(&persons),
        };
        if self.state.is_none() && self.waiting.title != words::ended().title {
            self.waiting = found;
        }
    }

    fn receive(&mut self) {
        let Some(client) = &mut self.client else { return };
        let AudienceNews { hello, snapshot, slide, has_ended } = client.receive();
        if let Some(hello) = hello {
            self.take_hello(&hello);
        }
        if self.is_understood {
            if let Some(snapshot) = snapshot {
                self.take_snapshot(snapshot);
            }
            self.live = slide.or(self.live.take());
            self.show_live();
        }
        if has_ended {
            self.is_understood = false;
            self.end();
        }
    }

    fn take_hello(&mut self, hello: &Hello) {
        self.is_understood = !hello.is_full && hello.is_like(&Hello::of_this_program());
        let presenter = self.presenter().map(|person| person.name.clone()).unwrap_or_default();
        self.waiting = match (hello.is_full, self.is_understood) {
            (true, _) => words::full(),
            (false, true) => words::joining(&presenter),
            (false, false) => words::other_version(hello),
        };
        if !self.is_understood {
            self.state = None;
        }
    }

    /// Takes the data of the presentation. The same data as before change nothing.
    fn take_snapshot(&mut self, bytes: Vec<u8>) {
        if self.state.is_some() && bytes == self.snapshot {
            return;
        }
        let loaded = serde_json::from_slice::<Snapshot>(&bytes).ok().and_then(|snapshot| snapshot.load().ok());
        let Some(library) = loaded.map(Rc::new) else {
            (self.state, self.waiting) = (None, words::unreadable());
            return;
        };
        self.snapshot = bytes;
        match &mut self.state {
            Some(state) => {
                state.replace_data(library, None);
            }
            None => self.state = self.new_state(library),
        }
    }

    fn new_state(&self, library: Rc<cppcc::deck::Library>) -> Option<State> {
        let charset = self.appearance.charset;
        let mut state = State::new(library, StartOptions { lang: self.lang, size: self.size, charset })?;
        state.apply(Action::Present(SlideCommand::Tick(clock::now())));
        let config = &self.global.config;
        let copies_to = match self.seat {
            FollowerSeat::OwnAccount => clipboard::of(self.global),
            FollowerSeat::Kiosk => Clipboard::default(),
        };
        state.configure(Rc::clone(&config.keys), config.mouse, copies_to);
        state.put(config.measure, config.year_choice);
        // Areas of the settings may not be in the data of the presentation.
        state.set_area_groups(cli::saved_groups(state.dataset(), config).unwrap_or_default());
        if let Ok(Some(home)) = cli::home(state.dataset(), config) {
            state.set_home(home);
        }
        state.become_follower(self.seat);
        Some(state)
    }

    /// Shows where the speaker is. A slide that was told before its data came is shown when they have come.
    fn show_live(&mut self) {
        let presenter = self.presenter().map(|person| person.name.clone()).unwrap_or_default();
        let (Some(state), Some(slide)) = (&mut self.state, &self.live) else { return };
        // Data with another deck are on their way.
        let Some(deck) = state.decks().find(&slide.deck) else { return };
        let count = state.decks()[deck].slides.len();
        let Some(index) = SlideNumber::new(slide.slide).index_in(count) else { return };
        let is_first = state.presentation().is_none();
        let questions = slide.questions_taken();
        state.show_live(LiveView { deck, slide: index, screen: slide.screen.into(), questions });
        if is_first {
            state.notify(words::welcome(&presenter));
        }
    }

    /// Takes the end of the presentation. Whoever looks around goes on doing so.
    fn end(&mut self) {
        self.live = None;
        match &mut self.state {
            Some(state) if !state.is_presenting() && state.presentation().is_some() => state.note_end_of_followed(),
            Some(state) => {
                self.lang = state.lang();
                (self.state, self.waiting) = (None, words::ended());
            }
            None => {}
        }
    }

    fn press(&mut self, key: &KeyEvent) -> Flow {
        let Some(state) = &mut self.state else { return self.press_while_waiting(key) };
        if let Some(action) = keymap::action(state, key) {
            return self.apply(action);
        }
        if !keymap::is_release(key) {
            state.say_why_not(key);
        }
        Flow::Continue
    }

    fn press_while_waiting(&mut self, key: &KeyEvent) -> Flow {
        let keys = &self.global.config.keys;
        let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
        match keymap::presentation_action(&keys.presentation, key, false) {
            _ if keymap::is_release(key) => {}
            Some(Action::Quit | Action::Present(SlideCommand::Stop)) if key.code != KeyCode::Esc => {
                return Flow::Quit(0);
            }
            Some(Action::SwitchLanguage) => self.lang = self.lang.other(),
            Some(Action::Suspend) if is_control && self.seat == FollowerSeat::OwnAccount => return Flow::Suspend,
            _ => {}
        }
        Flow::Continue
    }

    fn apply(&mut self, action: Action) -> Flow {
        let Some(state) = &mut self.state else { return Flow::Continue };
        let flow = match state.apply(action) {
            Effect::Quit => Flow::Quit(0),
            Effect::Suspend if self.seat == FollowerSeat::OwnAccount => Flow::Suspend,
            Effect::Copy(words) if self.seat == FollowerSeat::OwnAccount => clipboard::copy(state, self.global, words),
            Effect::Ask(asked) => {
                self.ask(&asked);
                Flow::Continue
            }
            _ => Flow::Continue,
        };
        // Back from looking around, there may be nothing to come back to.
        let has_ended =
            |state: &State| state.is_presenting() && state.following().is_some_and(cppcc::app::Following::has_ended);
        if self.state.as_ref().is_some_and(has_ended) {
            self.end();
        }
        flow
    }

    fn ask(&mut self, asked: &AskedAbout) {
        if self.asked.is_some_and(|asked| asked.elapsed() < BETWEEN_QUESTIONS) {
            if let Some(state) = &mut self.state {
                state.notify(NOT_YET);
            }
            return;
        }
        if let Some(client) = &self.client {
            client.ask(Mark::of(asked));
            self.asked = Some(Instant::now());
        }
    }
}

impl Application for WatchProgram<'_> {
    fn start(&mut self, waker: Waker) {
        self.client = Some(AudienceClient::new(self.folders.clone(), self.from.clone(), move || waker.wake()));
    }

    fn handle(&mut self, event: Event) -> Flow {
        if let Some(state) = &mut self.state {
            state.apply(Action::Present(SlideCommand::Tick(clock::now())));
        }
        match event {
            Event::Key(key) => return self.press(&key),
            Event::Resize(width, height) => {
                self.size = (width, height);
                self.look();
                return self.apply(Action::Resize(width, height));
            }
            Event::Mouse(mouse) => {
                let action = self.state.as_ref().and_then(|state| keymap::mouse_action(state, &mouse));
                return action.map_or(Flow::Continue, |action| self.apply(action));
            }
            Event::Paste(text) => {
                if let Some(state) = &mut self.state {
                    state.paste(&text);
                }
            }
            Event::Tick => self.look(),
            Event::Wake => self.receive(),
        }
        Flow::Continue
    }

    /// While it follows, only the clock moves. Otherwise it looks for a presentation each second, but not at the same moment as
    /// all others do.
    fn next_tick(&self) -> Option<Duration> {
        let is_connected = self.presenter().is_some();
        let own = Duration::from_millis(u64::from(std::process::id() % 250));
        Some(if is_connected { clock::until_next_minute() } else { clock::until_next_second() + own })
    }

    fn draw(&self, buffer: &mut Buffer) {
        match self.state.as_ref().filter(|state| state.presentation().is_some()) {
            Some(state) => view::draw(state, self.appearance, buffer),
            None => draw_waiting(&self.waiting, self.lang, self.appearance, buffer),
        }
    }

    fn links(&self) -> Vec<Link> {
        self.state.as_ref().filter(|state| state.presentation().is_some()).map(view::links).unwrap_or_default()
    }

    fn cursor(&self) -> Option<Position> {
        self.state.as_ref()?.cursor().map(Position::from)
    }

    fn mouse(&self) -> bool {
        self.state.as_ref().is_some_and(State::has_mouse)
    }
}
