//! The terminal's background: what it is, whether it is drawn for, and the offer to write it into the settings.
//!
//! It is written into the file of settings and not into a file of its own: there it can be seen and changed, and nothing
//! hidden decides how the program looks.

use super::findings::Findings;
use super::question;
use cppcc::cli::{self, Failure, Global};
use cppcc::text::{Background, BackgroundChoice, Lang, Phrase};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const LIGHT: Phrase = phrase(
    "底色是浅的：用 --theme light，或在设置文件写 theme = \"light\"",
    "The background is light: use --theme light, or write theme = \"light\" in the file of settings",
);
const DARK: Phrase = phrase(
    "底色是深的：用 --theme dark，或在设置文件写 theme = \"dark\"",
    "The background is dark: use --theme dark, or write theme = \"dark\" in the file of settings",
);
const NEITHER: Phrase = phrase(
    "底色不深不浅：用 --theme auto，或在设置文件写 theme = \"auto\"",
    "The background is neither dark nor light: use --theme auto, or write theme = \"auto\" in the file of settings",
);
const WRITTEN: Phrase = phrase("已写入。", "Written.");

impl Findings {
    /// Returns what the background is, as far as the terminal has told it.
    fn measured(&self) -> Option<Background> {
        self.answers.background.map(Background::of_color)
    }

    /// Returns the theme that suits the background, where it is not the one in force.
    fn better_theme(&self) -> Option<BackgroundChoice> {
        let measured = self.measured().filter(|measured| *measured != self.background)?;
        Some(match measured {
            Background::Dark => BackgroundChoice::Dark,
            Background::Light => BackgroundChoice::Light,
            Background::Unknown => BackgroundChoice::Auto,
        })
    }

    /// Returns the measured colour, what it is, and for what everything is drawn.
    pub(super) fn background_line(&self) -> String {
        let drawn = match self.background {
            Background::Dark => phrase("现按深色底显示", "drawn for a dark one"),
            Background::Light => phrase("现按浅色底显示", "drawn for a light one"),
            Background::Unknown => phrase("现用深浅底上皆可读的颜色", "drawn in colours that suit dark and light"),
        };
        let told = match (self.answers.background, self.measured(), self.lang) {
            (Some(colour), Some(measured), Lang::Zh) => format!("实测 {}，{}", hex(colour), kind(measured).zh),
            (Some(colour), Some(measured), Lang::En) => format!("measured {}, {}", hex(colour), kind(measured).en),
            (_, _, Lang::Zh) => "终端没有回答".to_owned(),
            (_, _, Lang::En) => "the terminal has not told it".to_owned(),
        };
        match self.lang {
            Lang::Zh => format!("{told}；{}", drawn.zh),
            Lang::En => format!("{told}; {}", drawn.en),
        }
    }

    /// Returns which theme to use, where another is in force.
    pub(super) fn theme_advice(&self) -> Option<Phrase> {
        Some(match self.better_theme()? {
            BackgroundChoice::Dark => DARK,
            BackgroundChoice::Light => LIGHT,
            BackgroundChoice::Auto => NEITHER,
        })
    }

    /// Offers to write the theme that suits into the settings, unless an option on the command line wins over them anyway.
    pub(super) fn offer_theme(&self, global: &Global) -> Result<(), Failure> {
        let is_typed = global.theme_typed.is_some_and(|typed| typed != BackgroundChoice::Auto);
        let (Some(theme), Some(path), false) = (self.better_theme(), &self.config, is_typed) else { return Ok(()) };
        let word = theme.id();
        let path = path.display();
        let words = match self.lang {
            Lang::Zh => format!("\n把 theme = \"{word}\" 写入 {path}？[y/N] "),
            Lang::En => format!("\nWrite theme = \"{word}\" into {path}? [y/N] "),
        };
        cli::print(&words)?;
        if !question::is_answered_yes() {
            return Ok(());
        }
        cli::settle_theme(global, theme)?;
        cli::print(&format!("{}\n", WRITTEN.get(self.lang)))
    }
}

const fn kind(background: Background) -> Phrase {
    match background {
        Background::Dark => phrase("是深的", "which is dark"),
        Background::Light => phrase("是浅的", "which is light"),
        Background::Unknown => phrase("不深不浅", "which is neither dark nor light"),
    }
}

/// Writes a colour as in `#fdf6e3`.
fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
