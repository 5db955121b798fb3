//! What holds for every command: the options that were typed, over the file of settings, over what is usual.

use super::config::Place;
use super::locale;
use super::options::Global;
use super::values::{AmbiguousWidth, UiLang};
use crate::export::{Paint, TextStyle};
use crate::text::{Background, CharSet, ColorChoice, Lang};
use clap::ValueEnum;
use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// The value of an option, looked up before anything else is read: the help, and the faults of the rest, are told in
/// the language that `--lang` or the file of settings asks for.
fn typed<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let words = || arguments.iter().skip(1).map(OsString::as_os_str).take_while(|word| *word != "--");
    let apart = words().zip(words().skip(1)).find(|(word, _)| *word == option).map(|(_, value)| value);
    let joined = || words().find_map(|word| word.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsStr::new));
    apart.or_else(joined)
}

/// The language that `--lang` asks for.
pub(super) fn typed_lang(arguments: &[OsString]) -> Option<Lang> {
    UiLang::from_str(typed(arguments, "--lang")?.to_str()?, false).ok().map(Lang::from)
}

/// The file that `--config` names.
pub(super) fn typed_config(arguments: &[OsString]) -> Option<&Path> {
    typed(arguments, "--config").map(Path::new)
}

impl Global {
    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.or(self.config.language).map_or_else(locale, Lang::from)
    }

    /// Returns whether the terminal's background is dark or light.
    #[must_use]
    pub fn background(&self) -> Background {
        self.theme_typed.unwrap_or(self.config.theme).into()
    }

    /// Returns whether colours are asked for.
    #[must_use]
    pub fn color(&self) -> ColorChoice {
        self.color_typed.unwrap_or(self.config.color).into()
    }

    /// Whether only ASCII signs are drawn.
    #[must_use]
    pub fn ascii(&self) -> bool {
        self.ascii_typed.unwrap_or(self.config.ascii)
    }

    /// How wide the terminal draws characters of ambiguous width.
    #[must_use]
    pub fn ambiguous(&self) -> AmbiguousWidth {
        self.ambiguous_typed.unwrap_or(self.config.ambiguous)
    }

    /// Returns the characters that the terminal can draw: the one place where `--ascii` and `--ambiguous` become one.
    #[must_use]
    pub fn charset(&self) -> CharSet {
        match (self.ascii(), self.ambiguous()) {
            (true, _) => CharSet::Ascii,
            (false, AmbiguousWidth::Wide) => CharSet::NoAmbiguous,
            (false, AmbiguousWidth::Narrow) => CharSet::Unicode,
        }
    }

    /// Whether colours are written to standard output.
    #[must_use]
    pub fn paint(&self) -> Paint {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_on = match self.color() {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => std::io::stdout().is_terminal() && !set("NO_COLOR") && !is_dumb,
        };
        if is_on { Paint::Ansi } else { Paint::Plain }
    }

    /// How text for people is laid out: as wide as the terminal, and 80 cells where there is none.
    #[must_use]
    pub fn look(&self) -> TextStyle {
        const WIDTH: usize = 80;
        const LEAST: usize = 40;
        let terminal = std::io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
        let width = terminal.map_or(WIDTH, |(columns, _)| usize::from(columns).max(LEAST));
        // Tables are copied into mails and files, whose reader's terminal nobody knows: ASCII is narrow everywhere.
        let notation = self.charset().pick(CharSet::Unicode, CharSet::Ascii).into();
        TextStyle { lang: self.lang(), notation, width, paint: self.paint() }
    }

    /// Where the file of settings is looked for, whether or not it is there.
    #[must_use]
    pub fn config_path(&self) -> Option<PathBuf> {
        Place::find(self.config_file.as_deref()).path().map(Path::to_owned)
    }

    /// The folders of data: those typed, or else those that `CPPCC_DATA` lists.
    #[must_use]
    pub fn data_folders(&self) -> Vec<PathBuf> {
        if !self.folders.is_empty() {
            return self.folders.clone();
        }
        let listed = std::env::var_os("CPPCC_DATA").unwrap_or_default();
        std::env::split_paths(&listed).filter(|folder| !folder.as_os_str().is_empty()).collect()
    }
}
