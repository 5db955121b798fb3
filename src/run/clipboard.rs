//! Copying: to the terminal's clipboard, or to the file that was named instead.

use cppcc::app::{Clipboard, State};
use cppcc::cli::Global;
use cppcc::data::{io_words, write_at_once};
use cppcc::terminal::{self, Flow};
use cppcc::text::{Text, environment};

/// Returns where copied words go.
pub fn of(global: &Global) -> Clipboard {
    let variable = |name: &str| std::env::var(name).ok();
    match &global.clipboard_file {
        Some(path) => Clipboard::File(path.display().to_string()),
        None if environment::is_in_tmux(variable) => Clipboard::Tmux,
        None if environment::is_in_screen(variable) => Clipboard::Screen,
        None => Clipboard::Terminal,
    }
}

/// Copies words. Where they can't be written, the state says why.
pub fn copy(state: &mut State, global: &Global, mut words: String) -> Flow {
    let Some(path) = &global.clipboard_file else { return Flow::Write(terminal::to_clipboard(&words)) };
    words.push('\n');
    if let Err(why) = write_at_once(path, &words) {
        let (path, why) = (path.display(), io_words(&why));
        state.notify(Text::new(
            format!("未能写入：{}（{path}）", why.zh),
            format!("Can't be written: {} ({path})", why.en),
        ));
    }
    Flow::Continue
}
