//! The options of the command line. Their help stands in `help_text`, in both languages. An option that takes words of
//! a table also takes the name of its value from there.

use super::add_options::{AddOptions, RemoveOptions};
use super::audience_options::{AudienceOptions, WatchOptions};
use super::config::Config;
use super::values::{AmbiguousWidth, CheckFormat, minutes, per, scale, screen, size, slide_number, word, year_choice};
use crate::app::Screen;
use crate::data::Builtin;
use crate::deck::SlideNumber;
use crate::domain::{Grade, Measure, Scope, Status, YearChoice};
use crate::export::{ExportFormat, Format, ListSubject, RecordSet};
use crate::spreadsheet::SheetFormat;
use crate::text::{BackgroundChoice, ColorChoice, Lang};
use crate::wording::CitationStyle;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

/// The whole command line; without a command, the dashboard opens.
#[derive(Clone, Debug, Parser)]
#[command(name = "cppcc", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Options {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The options of every command. Those that the settings have, too, are read through the methods in `global`.
#[derive(Args, Clone, Debug)]
pub struct Global {
    #[arg(long = "data", value_name = "DIR", global = true)]
    pub folders: Vec<PathBuf>,
    #[arg(long, global = true, default_value = "all", value_parser = word::<Builtin>())]
    pub builtin: Builtin,
    #[arg(long, global = true, value_parser = word::<Lang>())]
    pub lang: Option<Lang>,
    #[arg(long = "theme", global = true, value_parser = word::<BackgroundChoice>())]
    pub theme_typed: Option<BackgroundChoice>,
    #[arg(long = "color", global = true, value_parser = word::<ColorChoice>())]
    pub color_typed: Option<ColorChoice>,
    #[arg(long = "ascii", global = true, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub ascii_typed: Option<bool>,
    #[arg(long = "ambiguous", global = true, value_parser = word::<AmbiguousWidth>())]
    pub ambiguous_typed: Option<AmbiguousWidth>,
    #[arg(long = "config", value_name = "PATH", global = true)]
    pub config_file: Option<PathBuf>,
    /// The settings that `config_file`, or the usual file, holds.
    #[arg(skip)]
    pub config: Config,
    #[arg(long, value_name = "PATH", global = true)]
    pub clipboard_file: Option<PathBuf>,
    #[arg(long, value_name = "PATH", global = true)]
    pub deck_file: Option<PathBuf>,
}

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    Compare(CompareOptions),
    List(ListOptions),
    Show {
        figure: String,
        #[arg(long, value_name = "STYLE", value_parser = word::<CitationStyle>())]
        cite: Option<CitationStyle>,
    },
    City {
        area: Option<String>,
        #[arg(long)]
        plain: bool,
        #[arg(long, value_name = "STYLE", value_parser = word::<CitationStyle>(), conflicts_with = "plain")]
        cite: Option<CitationStyle>,
    },
    Export(ExportOptions),
    Shot(ShotOptions),
    Present(PresentOptions),
    Watch(WatchOptions),
    Add(Box<AddOptions>),
    Remove(RemoveOptions),
    Check {
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
        #[arg(long, default_value = "text", value_parser = word::<CheckFormat>())]
        format: CheckFormat,
    },
    Init(InitOptions),
    Import(ImportOptions),
    Verify(VerifyOptions),
    Config(ConfigOptions),
    Doctor,
    Completions {
        shell: Shell,
    },
    Man,
}

/// What is begun: a folder, or a spreadsheet.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct InitOptions {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub spreadsheet: Option<PathBuf>,
}

/// What is imported, and what becomes of it.
#[derive(Args, Clone, Debug)]
pub struct ImportOptions {
    #[arg(value_name = "FILE|-")]
    pub file: PathBuf,
    #[arg(long, value_parser = word::<SheetFormat>())]
    pub format: Option<SheetFormat>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub update: bool,
    #[command(flatten)]
    pub page: PageOptions,
}

/// What is said of a page alone: a spreadsheet says it in its cells.
#[derive(Args, Clone, Debug)]
pub struct PageOptions {
    #[arg(long, value_name = "AREA")]
    pub area: Option<String>,
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, value_name = "ARTICLE")]
    pub article: Option<String>,
    #[arg(long)]
    pub candidates: bool,
    #[arg(long)]
    pub force: bool,
}

impl PageOptions {
    /// Whether one of them was given.
    pub const fn any(&self) -> bool {
        self.area.is_some() || self.id.is_some() || self.article.is_some() || self.candidates || self.force
    }
}

/// How what was verified is written.
#[derive(Args, Clone, Debug)]
pub struct VerifyOptions {
    #[arg(long, default_value = "table", value_parser = word::<Format>())]
    pub format: Format,
}

/// What is to be done with the file of settings.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct ConfigOptions {
    #[arg(long)]
    pub template: bool,
    #[arg(long)]
    pub path: bool,
    #[arg(long)]
    pub check: bool,
}

/// What is listed, which of it, and how it is written.
#[derive(Args, Clone, Debug)]
pub struct ListOptions {
    #[arg(value_parser = word::<ListSubject>())]
    pub what: ListSubject,
    #[arg(long = "area", value_name = "A,B|@GROUP", value_delimiter = ',')]
    pub areas: Vec<String>,
    #[arg(long = "in-theme", value_name = "THEME", value_delimiter = ',')]
    pub themes: Vec<String>,
    #[arg(long = "indicator", value_name = "INDICATOR", value_delimiter = ',')]
    pub indicators: Vec<String>,
    #[arg(long, value_name = "latest|closest|YEAR", value_parser = year_choice)]
    pub when: Option<YearChoice>,
    #[arg(long = "grade", value_delimiter = ',', value_parser = word::<Grade>())]
    pub grades: Vec<Grade>,
    #[arg(long = "scope", value_delimiter = ',', value_parser = word::<Scope>())]
    pub scopes: Vec<Scope>,
    #[arg(long = "status", value_delimiter = ',', value_parser = word::<Status>())]
    pub statuses: Vec<Status>,
    #[arg(long, conflicts_with_all = ["areas", "themes", "indicators", "when", "grades", "scopes", "statuses"])]
    pub origin: bool,
    #[arg(long, default_value = "table", value_parser = word::<Format>())]
    pub format: Format,
    #[arg(long, value_name = "STYLE", value_parser = word::<CitationStyle>(), conflicts_with_all = ["format", "origin"])]
    pub cite: Option<CitationStyle>,
}

/// What is compared, and how it is written.
#[derive(Args, Clone, Debug)]
pub struct CompareOptions {
    #[arg(value_name = "INDICATOR")]
    pub indicators: Vec<String>,
    #[arg(long = "area", value_name = "A,B|@GROUP", value_delimiter = ',')]
    pub areas: Vec<String>,
    #[arg(long = "in-theme", value_name = "THEME", value_delimiter = ',', conflicts_with = "indicators")]
    pub themes: Vec<String>,
    #[arg(long, value_name = "UNIT", value_parser = per())]
    pub per: Option<Measure>,
    #[arg(long, value_name = "latest|closest|YEAR", default_value = "latest", value_parser = year_choice)]
    pub when: YearChoice,
    #[arg(long, value_name = "NAME|none")]
    pub variant: Option<String>,
    #[arg(long, value_parser = word::<Scope>())]
    pub scope: Option<Scope>,
    #[arg(long, default_value = "table", value_parser = word::<Format>())]
    pub format: Format,
    #[arg(long, conflicts_with = "format")]
    pub plain: bool,
    #[arg(long)]
    pub side_by_side: bool,
    #[arg(long, value_name = "STYLE", value_parser = word::<CitationStyle>(), conflicts_with_all = ["format", "plain", "side_by_side"])]
    pub cite: Option<CitationStyle>,
    #[arg(long)]
    pub strict: bool,
}

/// What is exported, as what, and where to.
#[derive(Args, Clone, Debug)]
pub struct ExportOptions {
    #[arg(long, value_parser = word::<ExportFormat>())]
    pub format: Option<ExportFormat>,
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(long, value_parser = word::<RecordSet>())]
    pub table: Option<RecordSet>,
    #[arg(long = "area", value_name = "A,B|@GROUP", value_delimiter = ',')]
    pub areas: Vec<String>,
    #[arg(long = "in-theme", value_name = "THEME", value_delimiter = ',')]
    pub themes: Vec<String>,
    #[arg(long = "indicator", value_name = "INDICATOR", value_delimiter = ',')]
    pub indicators: Vec<String>,
    #[arg(long, value_parser = per())]
    pub per: Option<Measure>,
    #[arg(long, value_name = "latest|closest|YEAR", value_parser = year_choice)]
    pub when: Option<YearChoice>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub bom: Option<bool>,
    #[arg(long, value_name = "DECK", conflicts_with_all = ["areas", "themes", "indicators", "per", "when"])]
    pub deck: Option<String>,
    #[arg(long)]
    pub notes: bool,
    #[arg(long)]
    pub force: bool,
}

/// What is presented, and how.
#[derive(Args, Clone, Debug)]
pub struct PresentOptions {
    #[arg(value_name = "DECK", conflicts_with = "notes")]
    pub deck: Option<String>,
    #[arg(long)]
    pub notes: bool,
    #[arg(long, value_name = "N", value_parser = minutes)]
    pub minutes: Option<u16>,
    #[command(flatten)]
    pub audience: AudienceOptions,
}

/// Which pictures are made.
#[derive(Args, Clone, Debug)]
pub struct ShotOptions {
    #[arg(long, value_parser = screen(), conflicts_with = "slide")]
    pub screen: Option<Screen>,
    #[arg(long, value_name = "N", value_parser = slide_number)]
    pub slide: Option<SlideNumber>,
    #[arg(long, value_name = "DECK")]
    pub deck: Option<String>,
    #[arg(long, value_name = "INDICATOR", conflicts_with = "slide")]
    pub indicator: Option<String>,
    #[arg(long = "area", value_name = "A,B|@GROUP", value_delimiter = ',', conflicts_with = "slide")]
    pub areas: Vec<String>,
    #[arg(long, value_parser = per(), conflicts_with = "slide")]
    pub per: Option<Measure>,
    #[arg(long, value_name = "latest|closest|YEAR", value_parser = year_choice, conflicts_with = "slide")]
    pub when: Option<YearChoice>,
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u16, u16)>,
    #[arg(long, value_name = "N", value_parser = scale)]
    pub scale: Option<f32>,
    #[arg(long)]
    pub no_keys: bool,
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["screen", "slide", "deck", "indicator", "areas", "per", "when", "size", "scale", "no_keys", "output"])]
    pub all: Option<PathBuf>,
}
