//! The dashboard on the terminal: events become actions, and what actions leave to do is done.

use crate::clock;
use crate::lectern::Desk;
use cppcc::app::Presentation;
use cppcc::app::{Action, Clipboard, DeckEdit, Effect, Settings, SlideCommand, State, keymap};
use cppcc::checked::io_words;
use cppcc::cli::own_deck::{self, Loaded, NotChanged, OwnDeck};
use cppcc::cli::{self, AmbiguousWidth, Colour, Global, PresentOptions};
use cppcc::deck::SlideIndex;
use cppcc::search::resolve;
use cppcc::terminal::{self, Application, Charset, ColourChoice, Event, Flow, Output, Waker};
use cppcc::text::{Phrase, Text};
use cppcc::view::{self, Depth, Glyphs, Look};
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
const ADDED: Phrase = Phrase { zh: "已加入自己的演示稿", en: "Added to your own deck" };
const ADDED_AND_NEXT: Phrase =
    Phrase { zh: "已加入自己的演示稿，按 F5 放映", en: "Added to your own deck; F5 presents it" };
const TAKEN_BACK: Phrase = Phrase { zh: "已撤销上一次改动", en: "The last change is undone" };
const MOVED: Phrase = Phrase { zh: "已移动，按 u 撤销", en: "Moved; u undoes it" };
const RENAMED: Phrase = Phrase { zh: "已改标题，按 u 撤销", en: "Heading changed; u undoes it" };
const CHANGED_ELSEWHERE: Phrase = Phrase {
    zh: "文件在别处改过，已重新读取；请看清再改",
    en: "Changed elsewhere, and reloaded: look before you change it",
};

/// Opens the dashboard, or a presentation that ends with it; needs a terminal, and gives the exit status.
pub fn open(global: &Global, talk: Option<&PresentOptions>) -> ExitCode {
    let lang = global.lang();
    let Loaded { dataset, own, left_out } = match load(global) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    // Who asks for their own deck, by naming none, is told what is wrong with it; for all else it is left out.
    if let (Some(faults), Some(PresentOptions { deck: None, .. })) = (&left_out, talk) {
        cli::say(&faults.render(lang));
        return ExitCode::from(2);
    }
    let look = look(global);
    let signs = look.number_signs();
    let Some(mut state) = State::new(Rc::new(dataset), Settings { lang, size: (80, 24), signs }) else {
        cli::say(NOTHING_TO_SHOW.get(lang));
        return ExitCode::from(2);
    };
    state.configure(Rc::clone(&global.config.keys), global.config.mouse, clipboard(global));
    state.put(global.config.measure, global.config.moment);
    state.set_user_deck(own);
    // Nobody in the room needs to know.
    if let Some(faults) = left_out.as_ref().filter(|_| talk.is_none()) {
        state.notify(own_deck::left_out_words(faults));
    }
    if let Some(options) = talk
        && let Err(words) = begin(&mut state, options)
    {
        cli::say(&words);
        return ExitCode::from(2);
    }
    let mut own_deck = OwnDeck::default();
    own_deck.remember(global);
    let desk = Desk::new(talk.and_then(|talk| talk.minutes));
    let mut dashboard = Dashboard { state, look, global, desk, own_deck };
    match terminal::run(&mut dashboard, Output { depth: look.depth, charset: charset(global) }) {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Starts the presentation that is asked for, or says why that can't be.
fn begin(state: &mut State, options: &PresentOptions) -> Result<(), String> {
    let found = options.deck.as_ref().map(|typed| resolve::deck(state.dataset(), typed));
    let found = found.transpose().map_err(|fault| fault.text(state.lang()))?;
    let deck = found.or(state.default_deck()).ok_or_else(|| NO_DECK.get(state.lang()).to_owned())?;
    cli::check_room(state.dataset(), deck).map_err(|faults| faults.render(state.lang()))?;
    state.apply(Action::Present(SlideCommand::Tick(clock::now())));
    state.begin(deck, SlideIndex::FIRST, true);
    Ok(())
}

/// The data in force, for a terminal; or the exit status, where there is no terminal or the data has faults.
pub fn load(global: &Global) -> Result<Loaded, ExitCode> {
    let lang = global.lang();
    if let Err(why) = terminal::check_terminal() {
        cli::say(why.phrase().get(lang));
        return Err(ExitCode::from(2));
    }
    own_deck::load(global).map_err(|faults| {
        cli::say(&faults.render(lang));
        ExitCode::from(2)
    })
}

pub fn look(global: &Global) -> Look {
    let choice = match global.color() {
        Colour::Auto => ColourChoice::Auto,
        Colour::Always => ColourChoice::Always,
        Colour::Never => ColourChoice::Never,
    };
    let depth = Depth::detect(choice, |name| std::env::var(name).ok());
    let glyphs = match charset(global) {
        Charset::Unicode => Glyphs::Unicode,
        Charset::Unambiguous => Glyphs::Narrow,
        Charset::Ascii => Glyphs::Ascii,
    };
    Look { depth, shade: global.shade(), glyphs }
}

pub fn charset(global: &Global) -> Charset {
    match (global.ascii(), global.ambiguous()) {
        (true, _) => Charset::Ascii,
        (false, AmbiguousWidth::Wide) => Charset::Unambiguous,
        (false, AmbiguousWidth::Narrow) => Charset::Unicode,
    }
}

fn clipboard(global: &Global) -> Clipboard {
    match &global.clipboard_file {
        Some(path) => Clipboard::File(path.display().to_string()),
        None if std::env::var_os("TMUX").is_some_and(|value| !value.is_empty()) => Clipboard::Tmux,
        None => Clipboard::Terminal,
    }
}

struct Dashboard<'a> {
    state: State,
    look: Look,
    global: &'a Global,
    desk: Desk,
    own_deck: OwnDeck,
}

impl Dashboard<'_> {
    fn apply(&mut self, action: Action) -> Flow {
        match self.state.apply(action) {
            Effect::None => Flow::Continue,
            Effect::Quit => Flow::Quit(0),
            Effect::Suspend => Flow::Suspend,
            Effect::Reload => {
                let notice = match self.reload() {
                    Reloaded::Taken => READ_AGAIN.into(),
                    Reloaded::Kept(why) => why,
                };
                self.state.notify(notice);
                Flow::Continue
            }
            Effect::Edit(change) => {
                self.edit(&change);
                Flow::Continue
            }
            Effect::Copy(words) => self.copy(words),
        }
    }

    /// Sends words to the terminal's clipboard, or writes them to the file that was named.
    fn copy(&mut self, mut words: String) -> Flow {
        let Some(path) = &self.global.clipboard_file else { return Flow::Write(terminal::to_clipboard(&words)) };
        words.push('\n');
        if let Err(why) = std::fs::write(path, words) {
            let (path, why) = (path.display(), io_words(&why));
            self.state.notify(Text::new(
                format!("未能写入：{}（{path}）", why.zh),
                format!("Can’t be written: {} ({path})", why.en),
            ));
        }
        Flow::Continue
    }

    /// Changes the person's own deck. A change that can't be made leaves all as it was.
    fn edit(&mut self, change: &DeckEdit) {
        let is_other_shown =
            self.state.presentation().is_some_and(|shown| Some(shown.deck()) != self.state.user_deck());
        let notice = match self.own_deck.change(self.global, self.state.dataset(), change) {
            Ok(loaded) => {
                self.state.take_edit(change, Rc::new(loaded.dataset), loaded.own);
                match change {
                    DeckEdit::Add(_) if is_other_shown => ADDED.into(),
                    DeckEdit::Add(_) => ADDED_AND_NEXT.into(),
                    DeckEdit::Undo => TAKEN_BACK.into(),
                    DeckEdit::Move { .. } => MOVED.into(),
                    DeckEdit::Rename { .. } => RENAMED.into(),
                    DeckEdit::Remove(slide) => {
                        let number = slide.number().get();
                        Text::new(
                            format!("已删除第 {number} 页，按 u 撤销"),
                            format!("Slide {number} removed; u undoes it"),
                        )
                    }
                }
            }
            Err(NotChanged::Elsewhere) => match self.reload() {
                Reloaded::Taken => CHANGED_ELSEWHERE.into(),
                Reloaded::Kept(why) => why,
            },
            Err(NotChanged::Because(why)) => why,
        };
        self.state.notify(notice);
    }

    /// Reads the data again. Data with a fault are not taken, and what was there stays: the person's own deck, too.
    fn reload(&mut self) -> Reloaded {
        match own_deck::load(self.global) {
            Ok(Loaded { left_out: Some(faults), .. }) if self.state.user_deck().is_some() => {
                Reloaded::Kept(own_deck::left_out_words(&faults))
            }
            Ok(Loaded { dataset, own, left_out }) => {
                self.own_deck.remember(self.global);
                let taken = self.state.replace_data(Rc::new(dataset), own);
                match left_out {
                    Some(faults) => Reloaded::Kept(own_deck::left_out_words(&faults)),
                    None if taken => Reloaded::Taken,
                    None => Reloaded::Kept(NOTHING_TO_SHOW.into()),
                }
            }
            Err(faults) => {
                let count = faults.diagnostics().len();
                Reloaded::Kept(Text::new(
                    format!("数据有 {count} 处错误，仍显示原有数据；详见 cppcc check"),
                    format!("{count} faults in the data; still showing what was there. See cppcc check"),
                ))
            }
        }
    }
}

/// What came of reading the data again.
enum Reloaded {
    /// They were taken.
    Taken,
    /// All of them, or a part that is told of, were not.
    Kept(Text),
}

impl Application for Dashboard<'_> {
    fn start(&mut self, waker: Waker) {
        self.desk.start(waker);
    }

    fn handle(&mut self, event: Event) -> Flow {
        let ends_with_talk = self.state.presentation().is_some_and(Presentation::ends_program);
        self.state.apply(Action::Present(SlideCommand::Tick(clock::now())));
        if event == Event::Wake {
            self.desk.listen(&mut self.state);
        }
        let action = match event {
            Event::Key(key) => keymap::action(&self.state, &key),
            Event::Resize(width, height) => Some(Action::Resize(width, height)),
            Event::Mouse(mouse) => keymap::mouse_action(&self.state, &mouse),
            Event::Paste(text) => {
                self.state.paste(&text);
                None
            }
            Event::Tick | Event::Wake => None,
        };
        let flow = action.map_or(Flow::Continue, |action| self.apply(action));
        self.desk.tell(&mut self.state);
        // Where the data have lost every deck, there is nothing left to present.
        if ends_with_talk && self.state.presentation().is_none() { Flow::Quit(0) } else { flow }
    }

    /// A slide shows the time of day.
    fn next_tick(&self) -> Option<Duration> {
        let minute = self.state.is_presenting().then(clock::until_next_minute);
        minute.into_iter().chain(self.desk.next_look()).min()
    }

    fn draw(&self, buffer: &mut Buffer) {
        view::draw(&self.state, self.look, buffer);
    }

    fn cursor(&self) -> Option<Position> {
        self.state.cursor().map(Position::from)
    }

    fn mouse(&self) -> bool {
        self.state.has_mouse()
    }
}
