//! The language that was chosen last with its key in a program on the terminal, in a small file of the user's.
//!
//! It is no setting: whoever settles a language, or types one, gets that. The commands of the shell do not look at it, so
//! that what a script reads does not change with a key that somebody has pressed.

use super::global::language_of_locale;
use super::options::Global;
use crate::text::{Lang, Word, environment};
use std::env;
use std::fs;
use std::path::PathBuf;

/// More than any language takes in the file.
const LONGEST: u64 = 64;

impl Global {
    /// Returns the language in which the dashboard and the speaker's view open: the one typed or settled, or else the one
    /// chosen last there, or else that of the locale.
    #[must_use]
    pub fn lang_on_terminal(&self) -> Lang {
        self.lang.or(self.config.language).or_else(remembered).unwrap_or_else(language_of_locale)
    }

    /// Remembers the language in which a program on the terminal has ended, where it would open in another one. Where
    /// nothing can be written, nothing is remembered.
    pub fn remember_lang(&self, lang: Lang) {
        let is_decided = self.lang.or(self.config.language).is_some();
        if is_decided || lang == self.lang_on_terminal() {
            return;
        }
        let Some(path) = path() else { return };
        if let Some(folder) = path.parent() {
            let _ = fs::create_dir_all(folder);
        }
        // Writing into a pipe might never end.
        if fs::metadata(&path).map_or(true, |file| file.is_file()) {
            let words = Lang::WORDS.iter().find(|(_, other)| *other == lang);
            let _ = fs::write(path, words.map_or_else(String::new, |(word, _)| format!("{word}\n")));
        }
    }
}

fn path() -> Option<PathBuf> {
    Some(environment::state_folder(|name| env::var_os(name))?.join("cppcc/language"))
}

/// Returns what the file says; `None` where there is none, or it says something else.
fn remembered() -> Option<Lang> {
    let path = path()?;
    // Reading a pipe might never end.
    fs::metadata(&path).ok().filter(|file| file.is_file() && file.len() <= LONGEST)?;
    let text = fs::read_to_string(path).ok()?;
    Lang::from_word(text.trim())
}
