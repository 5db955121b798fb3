//! Opens a program on the terminal, the same way for the dashboard and the speaker's view.

use cppcc::cli::{self, AmbiguousWidth, Global};
use cppcc::terminal::{self, Application, Charset, Output};
use cppcc::user_deck::{self, LoadedData};
use cppcc::view::{Depth, Glyphs, Look};
use std::process::ExitCode;

/// Checks the terminal, loads the data, runs the program that `start` makes of it, and returns the exit status. `start`
/// returns what to tell the user if the program cannot be.
pub fn run<A: Application>(global: &Global, start: impl FnOnce(LoadedData) -> Result<A, String>) -> ExitCode {
    let started = load(global).and_then(start);
    let mut program = match started {
        Ok(program) => program,
        Err(why) => return refuse(&why),
    };
    match terminal::run(&mut program, Output { depth: look(global).depth, charset: charset(global) }) {
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
    user_deck::load(&global.sources()).map_err(|faults| faults.render(lang))
}

/// Returns how everything is drawn on this terminal.
pub fn look(global: &Global) -> Look {
    let depth = Depth::detect(global.color(), |name| std::env::var(name).ok());
    let glyphs = match charset(global) {
        Charset::Unicode => Glyphs::Unicode,
        Charset::Unambiguous => Glyphs::Narrow,
        Charset::Ascii => Glyphs::Ascii,
    };
    Look { depth, shade: global.shade(), glyphs }
}

fn charset(global: &Global) -> Charset {
    match (global.ascii(), global.ambiguous()) {
        (true, _) => Charset::Ascii,
        (false, AmbiguousWidth::Wide) => Charset::Unambiguous,
        (false, AmbiguousWidth::Narrow) => Charset::Unicode,
    }
}
