//! The dashboard on the terminal: events become actions, and what actions leave to do is done.

use cppcc::app::{Action, Clipboard, Effect, Settings, State, keys};
use cppcc::cli::{self, AmbiguousWidth, Colour, Global};
use cppcc::terminal::{self, Application, Charset, ColourChoice, Event, Flow, Output};
use cppcc::text::{Phrase, Text};
use cppcc::view::{self, Depth, Glyphs, Look, Shade};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::process::ExitCode;
use std::rc::Rc;

const NOTHING_TO_SHOW: Phrase = Phrase {
    zh: "没有可显示的数字；请用 --data 指定数据目录，或去掉 --builtin none",
    en: "there is no figure to show; name a folder with --data, or leave out --builtin none",
};

/// Opens the dashboard, which needs a terminal, and gives the exit status.
pub fn open(global: &Global) -> ExitCode {
    let lang = global.lang();
    if let Err(why) = terminal::check_terminal() {
        cli::say(why.phrase().get(lang));
        return ExitCode::from(2);
    }
    let dataset = match cli::load(global) {
        Ok(dataset) => Rc::new(dataset),
        Err(faults) => {
            cli::say(&faults.render(lang));
            return ExitCode::from(2);
        }
    };
    let look = look(global);
    let signs = look.number_signs();
    let Some(mut state) = State::new(dataset, Settings { lang, size: (80, 24), signs }) else {
        cli::say(NOTHING_TO_SHOW.get(lang));
        return ExitCode::from(2);
    };
    state.clipboard = clipboard(global);
    let mut dashboard = Dashboard { state, look, global };
    match terminal::run(&mut dashboard, Output { depth: look.depth, charset: charset(global) }) {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn look(global: &Global) -> Look {
    let choice = match global.color {
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
    Look { depth, shade: Shade::Dark, glyphs }
}

fn charset(global: &Global) -> Charset {
    match (global.ascii, global.ambiguous) {
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
}

impl Dashboard<'_> {
    fn apply(&mut self, action: Action) -> Flow {
        match self.state.apply(action) {
            Effect::None => Flow::Continue,
            Effect::Quit => Flow::Quit(0),
            Effect::Suspend => Flow::Suspend,
            Effect::Reload => {
                self.reload();
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
            let path = path.display();
            self.state.notice =
                Some(Text::new(format!("未能写入 {path}：{why}"), format!("can't write {path}: {why}")));
        }
        Flow::Continue
    }

    /// Reads the data again. Data with a fault is not taken, and what was there stays.
    fn reload(&mut self) {
        let notice = match cli::load(self.global) {
            Ok(dataset) => {
                let taken = self.state.replace_data(Rc::new(dataset));
                if taken { Text::new("数据已重新读取", "data read again") } else { Text::from(NOTHING_TO_SHOW) }
            }
            Err(faults) => {
                let count = faults.diagnostics().len();
                Text::new(
                    format!("数据有 {count} 处错误，仍显示原有数据；详见 cppcc check"),
                    format!("{count} faults in the data; still showing what was there. See cppcc check"),
                )
            }
        };
        self.state.notice = Some(notice);
    }
}

impl Application for Dashboard<'_> {
    fn handle(&mut self, event: Event) -> Flow {
        let action = match event {
            Event::Key(key) => keys::action(&self.state, &key),
            Event::Resize(width, height) => Some(Action::Resize(width, height)),
            Event::Mouse(mouse) => keys::mouse_action(&self.state, &mouse),
            Event::Paste(text) => {
                self.state.paste(&text);
                None
            }
        };
        action.map_or(Flow::Continue, |action| self.apply(action))
    }

    fn draw(&self, buffer: &mut Buffer) {
        view::draw(&self.state, self.look, buffer);
    }

    fn cursor(&self) -> Option<Position> {
        self.state.cursor().map(Position::from)
    }

    fn mouse(&self) -> bool {
        self.state.mouse
    }
}
