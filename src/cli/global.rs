//! What holds for every command: the options that were typed, over the file of settings, over the defaults.

use super::config::ConfigPath;
use super::options::Global;
use super::values::AmbiguousWidth;
use crate::export::{Paint, TextStyle};
use crate::text::{Background, BackgroundChoice, CharSet, ColorChoice, ColorDepth, Lang, environment};
use crate::user_deck::DataSources;
use std::env;
use std::io::IsTerminal;
use std::path::PathBuf;

/// Returns the language that the environment asks for.
pub(super) fn language_of_locale() -> Lang {
    Lang::from_locale(|name| env::var(name).ok())
}

/// Returns how wide a line may be: as wide as the terminal. A pipe or a file limits nothing, unless somebody has exported
/// `COLUMNS`; shells set it for themselves and do not export it.
fn width() -> usize {
    const LEAST: usize = 20;
    let exported = || env::var(environment::COLUMNS).ok()?.trim().parse().ok().filter(|columns: &usize| *columns > 0);
    terminal_width().or_else(exported).map_or(TextStyle::UNLIMITED, |columns| columns.max(LEAST))
}

/// Returns how many columns the terminal has that standard output is; `None` where it is none.
pub(super) fn terminal_width() -> Option<usize> {
    let size = std::io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    size.map(|(columns, _)| usize::from(columns))
}

/// Returns a path in the folder of the user's data; `None` where the user has none.
fn user_folder(path: &str) -> Option<PathBuf> {
    Some(environment::data_folder(|name| env::var_os(name))?.join(path))
}

/// Decides whether colours are written to standard output, as the dashboard decides it.
pub(super) fn paint(choice: ColorChoice) -> Paint {
    match ColorDepth::of_output(choice, std::io::stdout().is_terminal(), |name| env::var(name).ok()) {
        ColorDepth::None => Paint::Plain,
        ColorDepth::Sixteen | ColorDepth::Indexed | ColorDepth::True => Paint::Ansi,
    }
}

impl Global {
    /// Returns the language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.or(self.config.language).unwrap_or_else(language_of_locale)
    }

    /// Returns what the user has said of the terminal's background.
    #[must_use]
    pub fn theme(&self) -> BackgroundChoice {
        self.theme_typed.unwrap_or(self.config.theme)
    }

    /// Returns whether the terminal's background is dark or light, as far as that is known.
    #[must_use]
    pub fn background(&self) -> Background {
        Background::detect(self.theme(), |name| env::var(name).ok())
    }

    /// Returns whether colours are asked for.
    #[must_use]
    pub fn color(&self) -> ColorChoice {
        self.color_typed.unwrap_or(self.config.color)
    }

    /// Returns whether only ASCII characters are drawn.
    #[must_use]
    pub fn ascii(&self) -> bool {
        self.ascii_typed.unwrap_or(self.config.ascii)
    }

    /// Returns how wide the terminal draws characters of ambiguous width.
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

    /// Decides whether colours are written to standard output.
    #[must_use]
    pub fn paint(&self) -> Paint {
        paint(self.color())
    }

    /// Decides how text for people is laid out.
    #[must_use]
    pub fn look(&self) -> TextStyle {
        // Tables are copied into mails and files, whose reader's terminal nobody knows: ASCII is narrow everywhere.
        let notation = self.charset().pick(CharSet::Unicode, CharSet::Ascii).into();
        TextStyle { lang: self.lang(), notation, width: width(), paint: self.paint() }
    }

    /// Returns where the file of settings is looked for, whether or not it exists.
    #[must_use]
    pub fn config_path(&self) -> Option<PathBuf> {
        ConfigPath::find(self.config_file.as_deref()).into_path()
    }

    /// Returns where data are read from. The folders are those that were named for this run, or else those in the settings, or
    /// else the usual one, so that what is named stands alone.
    #[must_use]
    pub fn sources(&self) -> DataSources {
        let mut sources = self.named_sources();
        if sources.folders.is_empty() {
            sources.folders.clone_from(&self.config.data);
        }
        if sources.folders.is_empty() {
            sources.usual_folder = user_folder("cppcc/data");
        }
        sources
    }

    /// Returns where data are read from, without the folders that hold for all runs.
    #[must_use]
    pub fn named_sources(&self) -> DataSources {
        let deck_file = self.deck_file.clone().or_else(|| user_folder("cppcc/deck.toml"));
        let kept_in = environment::cache_folder(|name| env::var_os(name)).map(|folder| folder.join("cppcc"));
        DataSources { builtin: self.builtin, folders: self.named_folders(), usual_folder: None, deck_file, kept_in }
    }

    /// Returns the folders of data: those typed, or else those that `CPPCC_DATA` lists.
    fn named_folders(&self) -> Vec<PathBuf> {
        if !self.folders.is_empty() {
            return self.folders.clone();
        }
        let listed = env::var_os(environment::CPPCC_DATA).unwrap_or_default();
        env::split_paths(&listed).filter(|folder| !folder.as_os_str().is_empty()).collect()
    }
}
