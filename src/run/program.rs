//! Opens a program on the terminal, the same way for the dashboard and the speaker's view.

use cppcc::cli::{self, Global};
use cppcc::terminal::{self, Application};
use cppcc::text::{ColorDepth, Lang};
use cppcc::user_deck::{self, LoadedData};
use cppcc::view::Appearance;
use std::process::ExitCode;

/// Checks the terminal, loads the data, runs the program that `start` makes of it, remembers the language in which it has
/// ended, and returns the exit status. `start` returns what to tell the user if the program cannot be.
pub fn run<A: Application>(
    global: &Global,
    start: impl FnOnce(LoadedData) -> Result<A, String>,
    lang: impl FnOnce(&A) -> Lang,
) -> ExitCode {
    let started = load(global).and_then(start);
    let mut program = match started {
        Ok(program) => program,
        Err(why) => return refuse(&why),
    };
    let ended = terminal::run(&mut program, appearance(global).depth);
    global.remember_lang(lang(&program));
    match ended {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Tells the user why a program cannot run, and returns the exit status of wrong usage.
pub fn refuse(why: &str) -> ExitCode {
    cli::say(why);
    ExitCode::from(2)
}

/// Loads the data. The terminal comes first: without one the data is of no use.
fn load(global: &Global) -> Result<LoadedData, String> {
    let lang = global.lang();
    terminal::check_terminal().map_err(|why| why.phrase().get(lang).to_owned())?;
    user_deck::load_to_look_at(&global.sources().for_adding()).map_err(|faults| faults.render(lang))
}

/// Returns how everything is drawn on this terminal.
pub fn appearance(global: &Global) -> Appearance {
    let depth = ColorDepth::detect(global.color(), |name| std::env::var(name).ok());
    Appearance { depth, background: global.background(), charset: global.charset() }
}
