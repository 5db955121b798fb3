//! The shell: what may be typed, and what is done with it.
//!
//! Standard output is data and standard error is words about it. The exit status is 0 when it is done, 1 when a
//! comparison was refused or something failed, 2 for wrong usage or bad data.

mod compare;
mod help;
mod options;
mod run;
mod shot;
mod stream;

pub use options::{
    AmbiguousWidth, BuiltinPacks, CitationForm, Colour, Command, CompareOptions, ExportFormat, Global, ListFormat,
    ListKind, Options, Per, ShotOptions, UiLang,
};
pub use run::{load, run};
pub use shot::gallery;
pub use stream::{Failure, say};

use crate::text::Lang;
use std::ffi::OsString;
use std::process::ExitCode;

/// Reads the command line. Help and faults are printed here; what is left then is the exit status.
///
/// # Errors
/// The exit status: 0 after `--help` and `--version`, 2 after wrong usage.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, ExitCode> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = options::typed_lang(&arguments).unwrap_or_else(locale);
    help::parse(&arguments, lang).map_err(|error| {
        // A closed pipe after `--help` is not an error.
        let _ = error.print();
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

/// The language of the locale.
#[must_use]
pub fn locale() -> Lang {
    Lang::from_locale(|name| std::env::var(name).ok())
}
