//! The shell: what may be typed, and what is done with it.
//!
//! Standard output is data and standard error is words about it. The exit status is 0 when it is done, 1 when a
//! comparison was refused or something failed, 2 for wrong usage or bad data.

mod compare;
mod completions;
mod config;
mod global;
mod help;
mod man;
mod options;
pub mod own_deck;
mod run;
mod shot;
mod stream;
mod usage;
mod values;

pub use config::Config;
pub use options::{Command, CompareOptions, ConfigOptions, Global, Options, PresentOptions, ShotOptions};
pub use run::{check_room, load, run};
pub use shot::gallery;
pub use stream::{Failure, print, say};
pub use values::{AmbiguousWidth, BuiltinPacks, Colour, ExportFormat, ListFormat, ListKind, Theme, UiLang};

use crate::text::Lang;
use std::ffi::OsString;
use std::process::ExitCode;

/// Reads the command line and the file of settings. Help and faults are printed here; what is left then is the exit
/// status.
///
/// # Errors
/// The exit status: 0 after `--help` and `--version`, 2 after wrong usage or faults in the settings.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, ExitCode> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // As far as it can be read: help must not depend on it.
    let early = Config::load(&config::Place::find(global::typed_config(&arguments))).ok();
    let settled = || early.and_then(|config| config.language).map(Lang::from);
    let lang = global::typed_lang(&arguments).or_else(settled).unwrap_or_else(locale);
    let mut options = help::parse(&arguments, lang).map_err(|error| {
        if error.use_stderr() {
            say(usage::told(&error, &arguments).get(lang));
            return ExitCode::from(2);
        }
        // A closed pipe after `--help` is not an error.
        let _ = error.print();
        ExitCode::SUCCESS
    })?;
    match (Config::load(&config::Place::find(options.global.config_file.as_deref())), &options.command) {
        (Ok(config), _) => options.global.config = config,
        (Err(_), Some(Command::Config(_) | Command::Completions { .. } | Command::Man)) => {}
        (Err(faults), _) => {
            let failure = Failure::Config(faults);
            failure.tell(lang);
            return Err(ExitCode::from(failure.status()));
        }
    }
    Ok(options)
}

/// The language of the locale.
#[must_use]
pub fn locale() -> Lang {
    Lang::from_locale(|name| std::env::var(name).ok())
}
