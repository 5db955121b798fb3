//! Everything that was found out about the terminal, and what is in force.

use cppcc::cli::AmbiguousWidth;
use cppcc::terminal::probe::TerminalAnswers;
use cppcc::text::{Background, ColorDepth, Lang, environment};
use std::path::PathBuf;

/// The results of the examination.
pub(super) struct Findings {
    pub lang: Lang,
    /// Looks an environment variable up; an empty one counts as not set.
    pub variable: fn(&str) -> Option<String>,
    pub size: (u16, u16),
    pub answers: TerminalAnswers,
    pub depth: ColorDepth,
    /// For which background everything is drawn.
    pub background: Background,
    pub ascii: bool,
    pub ambiguous: AmbiguousWidth,
    pub config: Option<PathBuf>,
    /// Whether the language was set by an option or in the settings, and not by the locale.
    pub is_lang_typed: bool,
}

impl Findings {
    /// Returns whether the program runs inside tmux.
    pub(super) fn is_in_tmux(&self) -> bool {
        environment::is_in_tmux(self.variable)
    }

    /// Returns whether it runs inside GNU screen.
    pub(super) fn is_in_screen(&self) -> bool {
        environment::is_in_screen(self.variable)
    }

    /// Returns the locale that sets the encoding, if there is one.
    pub(super) fn character_locale(&self) -> Option<String> {
        [environment::LC_ALL, environment::LC_CTYPE, environment::LANG].into_iter().find_map(self.variable)
    }
}
