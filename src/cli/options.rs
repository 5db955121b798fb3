//! What may be typed. The words of the help are in `help`, in both languages.

use super::config::Config;
use super::values::{
    AmbiguousWidth, BuiltinPacks, Colour, ExportFormat, ListFormat, ListKind, Theme, UiLang, citation, minutes, moment,
    per, screen, size,
};
use crate::app::Screen;
use crate::domain::{Measure, Moment};
use crate::wording::Citation;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

/// All of the command line.
#[derive(Clone, Debug, Parser)]
#[command(name = "cppcc", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Options {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What is to be done; without it, the dashboard opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Args, Clone, Debug)]
pub struct Global {
    /// Further folders of data.
    #[arg(long = "data", value_name = "DIR", global = true)]
    pub folders: Vec<PathBuf>,
    /// Which of the packs that are compiled in.
    #[arg(long, value_name = "all|reports|none", global = true, default_value = "all")]
    pub builtin: BuiltinPacks,
    /// The language; by default the locale's.
    #[arg(long, value_name = "zh|en", global = true)]
    pub lang: Option<UiLang>,
    /// Dark or light; see [`Global::shade`].
    #[arg(long = "theme", value_name = "dark|light", global = true)]
    pub theme_typed: Option<Theme>,
    /// Whether colours are written; see [`Global::color`].
    #[arg(long = "color", value_name = "auto|always|never", global = true)]
    pub color_typed: Option<Colour>,
    /// Whether only ASCII signs are drawn; see [`Global::ascii`].
    #[arg(long = "ascii", value_name = "true|false", global = true, num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "true")]
    pub ascii_typed: Option<bool>,
    /// How wide the terminal draws characters of ambiguous width; see [`Global::ambiguous`].
    #[arg(long = "ambiguous", value_name = "narrow|wide", global = true)]
    pub ambiguous_typed: Option<AmbiguousWidth>,
    /// The file of settings.
    #[arg(long = "config", value_name = "PATH", global = true)]
    pub config_file: Option<PathBuf>,
    /// What that file settles.
    #[arg(skip)]
    pub config: Config,
    /// The file that takes what is copied in the dashboard.
    #[arg(long, value_name = "PATH", global = true)]
    pub clipboard_file: Option<PathBuf>,
    /// The file of the person's own deck.
    #[arg(long, value_name = "PATH", global = true)]
    pub deck_file: Option<PathBuf>,
}

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Compare areas by indicators.
    Compare(CompareOptions),
    /// List what is held.
    List {
        /// What is listed.
        #[arg(value_name = "areas|themes|indicators|articles|initiatives")]
        what: ListKind,
        /// How it is written.
        #[arg(long, value_name = "table|csv|json|md", default_value = "table")]
        format: ListFormat,
    },
    /// Show one figure with all that is known of it.
    Show {
        /// The figure's id.
        figure: String,
        /// Only its citation.
        #[arg(long, value_name = "gbt7714|sentence", value_parser = citation())]
        cite: Option<Citation>,
    },
    /// Show all that is held of one area.
    City {
        /// The area.
        area: String,
        /// Whether it is written to be read aloud.
        #[arg(long)]
        plain: bool,
    },
    /// Write the whole data.
    Export {
        /// How it is written.
        #[arg(long, value_name = "json|csv")]
        format: ExportFormat,
        /// The file; without it, standard output.
        #[arg(short, long, value_name = "PATH")]
        output: Option<PathBuf>,
    },
    /// Make pictures of the screens.
    Shot(ShotOptions),
    /// Present a deck, or show the speaker's view of it.
    Present(PresentOptions),
    /// Check data, and tell every fault with its place.
    Check {
        /// The folders; without one, the data in force.
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
    },
    /// The file of settings.
    Config(ConfigOptions),
    /// Measure what this terminal can do.
    Doctor,
    /// Write a script that completes what is typed in a shell.
    Completions {
        /// The shell.
        #[arg(value_name = "bash|zsh|fish|elvish|powershell")]
        shell: Shell,
    },
    /// Write the manual page.
    Man,
}

/// What is to be done with the file of settings.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct ConfigOptions {
    /// Write a template.
    #[arg(long)]
    pub template: bool,
    /// Write where the file is looked for.
    #[arg(long)]
    pub path: bool,
    /// Check the file.
    #[arg(long)]
    pub check: bool,
}

/// What is to be compared.
#[derive(Args, Clone, Debug)]
pub struct CompareOptions {
    /// The indicators; without one, all that at least two areas report.
    #[arg(value_name = "INDICATOR")]
    pub indicators: Vec<String>,
    /// The areas; without them, all.
    #[arg(long = "area", value_name = "A,B", value_delimiter = ',')]
    pub areas: Vec<String>,
    /// The measure.
    #[arg(long, value_name = "month|100-members|million-residents", value_parser = per())]
    pub per: Option<Measure>,
    /// The moment.
    #[arg(long, value_name = "latest|closest|YEAR", default_value = "latest", value_parser = moment)]
    pub when: Moment,
    /// How it is written.
    #[arg(long, value_name = "table|csv|json|md", default_value = "table")]
    pub format: ListFormat,
    /// Whether it is written to be read aloud.
    #[arg(long, conflicts_with = "format")]
    pub plain: bool,
    /// Whether a pair that is not comparable is a failure.
    #[arg(long)]
    pub strict: bool,
}

/// What is presented, and how.
#[derive(Args, Clone, Debug)]
pub struct PresentOptions {
    /// The deck; without one, the last that was loaded.
    #[arg(value_name = "DECK", conflicts_with = "notes")]
    pub deck: Option<String>,
    /// Whether this is the speaker's view, which follows the presentation on another terminal.
    #[arg(long)]
    pub notes: bool,
    /// How long it is to last.
    #[arg(long, value_name = "N", value_parser = minutes)]
    pub minutes: Option<u16>,
}

/// Which pictures are to be made.
#[derive(Args, Clone, Debug)]
pub struct ShotOptions {
    /// The screen.
    #[arg(long, value_name = "compare|city|coverage|timeline|initiatives|reader", default_value = "compare", value_parser = screen())]
    pub screen: Screen,
    /// The columns and rows.
    #[arg(long, value_name = "WxH", default_value = "120x36", value_parser = size)]
    pub size: (u16, u16),
    /// The file; without it, standard output.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// The folder for every screen and variant.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["screen", "size", "output"])]
    pub all: Option<PathBuf>,
}
