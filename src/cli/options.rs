//! What may be typed. The words of the help are in `help`, in both languages.

use super::locale;
use crate::app::Screen;
use crate::data::Builtin;
use crate::domain::words::Citation;
use crate::domain::{Measure, Moment};
use crate::export::{Format, Listing, Look, Paint};
use crate::text::Lang;
use crate::text::number::Signs;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::IsTerminal;
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
    /// Whether colours are written.
    #[arg(long, value_name = "auto|always|never", global = true, default_value = "auto")]
    pub color: Colour,
    /// Whether only ASCII signs are drawn.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// How wide the terminal draws characters of ambiguous width.
    #[arg(long, value_name = "narrow|wide", global = true, default_value = "narrow")]
    pub ambiguous: AmbiguousWidth,
    /// The file that takes what is copied in the dashboard.
    #[arg(long, value_name = "PATH", global = true)]
    pub clipboard_file: Option<PathBuf>,
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
        #[arg(long, value_name = "gbt7714|sentence")]
        cite: Option<CitationForm>,
    },
    /// Show all that is held of one area.
    City {
        /// The area.
        area: String,
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
    /// Check data, and tell every fault with its place.
    Check {
        /// The folders; without one, the data in force.
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
    },
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
    #[arg(long, value_name = "month|100-members|million-residents")]
    pub per: Option<Per>,
    /// The moment.
    #[arg(long, value_name = "latest|closest|YEAR", default_value = "latest", value_parser = moment)]
    pub when: Moment,
    /// How it is written.
    #[arg(long, value_name = "table|csv|json|md", default_value = "table")]
    pub format: ListFormat,
    /// Whether a pair that is not comparable is a failure.
    #[arg(long)]
    pub strict: bool,
}

/// Which pictures are to be made.
#[derive(Args, Clone, Debug)]
pub struct ShotOptions {
    /// The screen.
    #[arg(long, value_name = "compare|city|coverage|timeline|initiatives|reader", default_value = "compare", value_parser = screen)]
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

/// A screen by its name.
fn screen(text: &str) -> Result<Screen, String> {
    let known = || Screen::ALL.iter().map(|screen| screen.id());
    Screen::ALL.into_iter().find(|screen| screen.id() == text).ok_or_else(|| known().collect::<Vec<_>>().join(", "))
}

/// Columns and rows of a picture, as `120x36`; neither more than 500.
fn size(text: &str) -> Result<(u16, u16), String> {
    let part = |text: &str| text.parse().ok().filter(|cells| (1..=500).contains(cells));
    let size = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((part(width)?, part(height)?)));
    size.ok_or_else(|| "120x36".to_owned())
}

/// `--builtin`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BuiltinPacks {
    /// `reports` and `published`.
    All,
    /// `reports`.
    Reports,
    /// None.
    None,
}

impl From<BuiltinPacks> for Builtin {
    fn from(packs: BuiltinPacks) -> Self {
        match packs {
            BuiltinPacks::All => Self::All,
            BuiltinPacks::Reports => Self::Reports,
            BuiltinPacks::None => Self::None,
        }
    }
}

/// `--lang`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum UiLang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<UiLang> for Lang {
    fn from(lang: UiLang) -> Self {
        match lang {
            UiLang::Zh => Self::Zh,
            UiLang::En => Self::En,
        }
    }
}

/// `--color`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// `--ambiguous`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AmbiguousWidth {
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// `--per`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Per {
    /// Per month.
    Month,
    /// Per 100 members.
    #[value(name = "100-members")]
    HundredMembers,
    /// Per million residents.
    MillionResidents,
}

impl From<Per> for Measure {
    fn from(per: Per) -> Self {
        match per {
            Per::Month => Self::PerMonth,
            Per::HundredMembers => Self::PerHundredMembers,
            Per::MillionResidents => Self::PerMillionResidents,
        }
    }
}

/// `--format` of comparisons and lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    Table,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// Markdown.
    Md,
}

impl From<ListFormat> for Format {
    fn from(format: ListFormat) -> Self {
        match format {
            ListFormat::Table => Self::Table,
            ListFormat::Csv => Self::Csv,
            ListFormat::Json => Self::Json,
            ListFormat::Md => Self::Markdown,
        }
    }
}

/// `--format` of the whole data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// One document with everything.
    Json,
    /// The figures alone, one a line.
    Csv,
}

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListKind {
    /// The areas.
    Areas,
    /// The themes.
    Themes,
    /// The indicators.
    Indicators,
    /// The articles.
    Articles,
    /// The initiatives.
    Initiatives,
}

impl From<ListKind> for Listing {
    fn from(kind: ListKind) -> Self {
        match kind {
            ListKind::Areas => Self::Areas,
            ListKind::Themes => Self::Themes,
            ListKind::Indicators => Self::Indicators,
            ListKind::Articles => Self::Articles,
            ListKind::Initiatives => Self::Initiatives,
        }
    }
}

/// `--cite`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CitationForm {
    /// The source by GB/T 7714-2015.
    Gbt7714,
    /// One sentence with the figure.
    Sentence,
}

impl From<CitationForm> for Citation {
    fn from(form: CitationForm) -> Self {
        match form {
            CitationForm::Gbt7714 => Self::Gbt7714,
            CitationForm::Sentence => Self::Sentence,
        }
    }
}

fn moment(typed: &str) -> Result<Moment, String> {
    match typed {
        "latest" => Ok(Moment::Latest),
        "closest" => Ok(Moment::Closest),
        year if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            year.parse().map(Moment::Year).map_err(|error| error.to_string())
        }
        _ => Err("latest | closest | YYYY".to_owned()),
    }
}

/// The language that `--lang` asks for, looked up before anything else is read: the help and the faults of the rest
/// are told in it.
pub(super) fn typed_lang(arguments: &[OsString]) -> Option<Lang> {
    let words = || arguments.iter().skip(1).map_while(|word| word.to_str());
    let value = words()
        .zip(words().skip(1))
        .find(|(word, _)| *word == "--lang")
        .map(|(_, value)| value)
        .or_else(|| words().find_map(|word| word.strip_prefix("--lang=")));
    UiLang::from_str(value?, false).ok().map(Lang::from)
}

impl Global {
    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.map_or_else(locale, Lang::from)
    }

    /// Whether colours are written to standard output.
    #[must_use]
    pub fn paint(&self) -> Paint {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_on = match self.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => std::io::stdout().is_terminal() && !set("NO_COLOR") && !is_dumb,
        };
        if is_on { Paint::Ansi } else { Paint::Plain }
    }

    /// How text for people is laid out: as wide as the terminal, and 80 cells where there is none.
    #[must_use]
    pub fn look(&self) -> Look {
        const WIDTH: usize = 80;
        const LEAST: usize = 40;
        let terminal = std::io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
        let width = terminal.map_or(WIDTH, |(columns, _)| usize::from(columns).max(LEAST));
        let is_plain = self.ascii || self.ambiguous == AmbiguousWidth::Wide;
        let signs = if is_plain { Signs::Ascii } else { Signs::Unicode };
        Look { lang: self.lang(), signs, width, paint: self.paint() }
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
