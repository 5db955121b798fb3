//! Reading the command line and the file of settings.

use super::config::{self, ConfigPath};
use super::global::language_of_locale;
use super::help;
use super::options::{Command, Options};
use super::stream::{Failure, print, say};
use super::usage;
use crate::data::{self, Builtin};
use crate::text::{Lang, Word};
use crate::wording::pack_with_version;
use clap::error::ErrorKind;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

/// Reads the command line and the file of settings. Prints the help, or what is wrong with either of them; then all that is
/// left to do is to exit.
///
/// # Errors
/// The exit status: 0 after `--help` and `--version`, 2 after wrong usage or faults in the settings.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, ExitCode> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = early_language(&arguments);
    let mut options = help::parse(&arguments, lang).map_err(|error| {
        if error.use_stderr() {
            say(usage::describe(&error, &arguments).get(lang));
            return ExitCode::from(2);
        }
        if error.kind() == ErrorKind::DisplayVersion {
            let _ = print(&version(lang));
            return ExitCode::SUCCESS;
        }
        // A closed pipe after `--help` is not an error.
        let _ = error.print();
        ExitCode::SUCCESS
    })?;
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

/// Returns the language of the help and of usage errors. Such messages precede the parsing of the command line and the
/// settings, so both are searched as far as possible.
fn early_language(arguments: &[OsString]) -> Lang {
    let typed = || Lang::from_word(raw_value(arguments, "--lang")?.to_str()?);
    let settled = || config::load(&ConfigPath::find(raw_value(arguments, "--config").map(Path::new))).ok()?.language;
    typed().or_else(settled).unwrap_or_else(language_of_locale)
}

/// Finds the value of an option among arguments that may not be sound.
fn raw_value<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let words = || arguments.iter().skip(1).map(OsString::as_os_str).take_while(|word| *word != "--");
    let apart = words().zip(words().skip(1)).find(|(word, _)| *word == option).map(|(_, value)| value);
    let joined = || words().find_map(|word| word.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsStr::new));
    apart.or_else(joined)
}
