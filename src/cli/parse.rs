//! Reading the command line and the file of settings.

use super::config::{self, ConfigPath};
use super::early::EarlyOptions;
use super::global::paint;
use super::help;
use super::options::{Command, Options};
use super::stream::{Failure, print, say, set_message_charset};
use super::usage;
use crate::data::{self, Builtin};
use crate::text::Lang;
use crate::wording::pack_with_version;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::process::ExitCode;

/// Reads the command line and the file of settings. Prints the help, or what is wrong with either of them; then all that is
/// left to do is to exit.
///
/// # Errors
/// The exit status: 0 after `--help` and `--version`, 1 where these can't be written, 2 after wrong usage or faults in the settings.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, ExitCode> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let EarlyOptions { lang, color, charset } = EarlyOptions::find(&arguments);
    set_message_charset(charset);
    let mut options = help::parse(&arguments, lang).map_err(|error| {
        if error.use_stderr() {
            say(usage::describe(&error, &arguments).get(lang));
            return ExitCode::from(2);
        }
        let is_version = error.kind() == ErrorKind::DisplayVersion;
        let text = if is_version { version(lang) } else { help::text(&error, lang, paint(color)) };
        finish(print(&text), lang)
    })?;
    // What is shown to guests reads no file that one of them could have named.
    if matches!(&options.command, Some(Command::Watch(watch)) if watch.kiosk) {
        return Ok(options);
    }
    match (config::load(&ConfigPath::find(options.global.config_file.as_deref())), &options.command) {
        (Ok(config), _) => options.global.config = config,
        // What mends the settings, or does not need them, works although they have faults.
        (Err(_), Some(Command::Config(_) | Command::Completions { .. } | Command::Man)) => {}
        (Err(faults), _) => {
            let failure = Failure::Config(faults);
            failure.report(lang);
            return Err(ExitCode::from(failure.status()));
        }
    }
    Ok(options)
}

/// Returns the exit status of what has only printed something.
fn finish(printed: Result<(), Failure>, lang: Lang) -> ExitCode {
    let Err(failure) = printed else { return ExitCode::SUCCESS };
    failure.report(lang);
    ExitCode::from(failure.status())
}

/// Returns the version of the program, and on lines of their own those of the packs that are compiled in.
fn version(lang: Lang) -> String {
    let mut lines = vec![concat!("cppcc ", env!("CARGO_PKG_VERSION")).to_owned()];
    let built_in = data::load(data::builtin(Builtin::All));
    for (_, pack) in built_in.iter().flat_map(|library| library.packs.iter()) {
        if let (Some(named), Some(version)) = (pack_with_version(pack, lang), &pack.version) {
            lines.push(match lang {
                Lang::Zh => format!("{named}（{}）", version.date),
                Lang::En => format!("{named} ({})", version.date),
            });
        }
    }
    lines.join("\n") + "\n"
}
