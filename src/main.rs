//! The program: the dashboard where no command is given, and otherwise the shell.

use cppcc::cli::{self, Global};
use cppcc::text::Phrase;
use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Err(status) => status,
        Ok(options) => match &options.command {
            None => dashboard(&options.global),
            Some(command) => cli::run(command, &options.global),
        },
    }
}

/// Opens the dashboard, which needs a terminal.
fn dashboard(global: &Global) -> ExitCode {
    const NO_TERMINAL: Phrase = Phrase {
        zh: "仪表盘需要终端；在管道中请用命令，见 cppcc --help",
        en: "the dashboard needs a terminal; in a pipe use a command, see cppcc --help",
    };
    const NOT_YET: Phrase = Phrase {
        zh: "此版本尚无仪表盘；见 cppcc --help",
        en: "this build has no dashboard yet; see cppcc --help",
    };
    let words = if std::io::stdout().is_terminal() { NOT_YET } else { NO_TERMINAL };
    cli::say(words.get(global.lang()));
    ExitCode::from(2)
}
