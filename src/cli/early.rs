//! What holds for messages before the command line has been read, as it may not be sound: it is searched as far as
//! possible, and so are the settings.

use super::config::{self, Config, ConfigPath};
use super::global::language_of_locale;
use crate::text::{CharSet, ColorChoice, Lang, Word};
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// How the help and messages about wrong usage are written.
pub(super) struct EarlyOptions {
    pub lang: Lang,
    pub color: ColorChoice,
    pub charset: CharSet,
}

impl EarlyOptions {
    /// Finds what was typed or else settled.
    pub fn find(arguments: &[OsString]) -> Self {
        let settled = if words(arguments).any(|word| word == "--kiosk") {
            Config::default()
        } else {
            config::load(&ConfigPath::find(raw_value(arguments, "--config").map(Path::new))).unwrap_or_default()
        };
        let word = |option| raw_value(arguments, option)?.to_str();
        let is_ascii = ascii(arguments).unwrap_or(settled.ascii);
        Self {
            lang: word("--lang").and_then(Lang::from_word).or(settled.language).unwrap_or_else(language_of_locale),
            color: word("--color").and_then(ColorChoice::from_word).unwrap_or(settled.color),
            charset: if is_ascii { CharSet::Ascii } else { CharSet::Unicode },
        }
    }
}

/// Returns whether only ASCII characters were asked for; the option's value may be left out.
fn ascii(arguments: &[OsString]) -> Option<bool> {
    words(arguments).filter_map(|word| word.to_str()?.strip_prefix("--ascii")).find_map(|value| match value {
        "" | "=true" => Some(true),
        "=false" => Some(false),
        _ => None,
    })
}

/// Finds the value of an option.
fn raw_value<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let words = || words(arguments);
    let apart = words().zip(words().skip(1)).find(|(word, _)| *word == option).map(|(_, value)| value);
    let joined = || words().find_map(|word| word.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsStr::new));
    apart.or_else(joined)
}

/// Returns the arguments that may be options.
fn words(arguments: &[OsString]) -> impl Iterator<Item = &OsStr> {
    arguments.iter().skip(1).map(OsString::as_os_str).take_while(|word| *word != "--")
}
