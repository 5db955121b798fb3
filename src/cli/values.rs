//! The words that options take, and what they mean.

use crate::app::Screen;
use crate::data::Builtin;
use crate::domain::{Measure, YearChoice};
use crate::export::{Format, ListSubject};
use crate::text::{Background, ColorChoice, Lang};
use crate::wording::CitationStyle;
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

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

/// `--theme`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
}

impl From<Theme> for Background {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Dark => Self::Dark,
            Theme::Light => Self::Light,
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

impl From<Colour> for ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
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

impl From<ListKind> for ListSubject {
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

impl From<CitationForm> for CitationStyle {
    fn from(form: CitationForm) -> Self {
        match form {
            CitationForm::Gbt7714 => Self::Gbt7714,
            CitationForm::Sentence => Self::Sentence,
        }
    }
}

/// `--screen`: a screen by its name.
pub(super) fn screen() -> impl TypedValueParser<Value = Screen> {
    let of = |name: String| Screen::ALL.into_iter().find(|screen| screen.id() == name).ok_or(name);
    PossibleValuesParser::new(Screen::ALL.map(Screen::id)).try_map(of)
}

// What the parsers below refuse with is what would be right, in words of no language: `usage` tells the rest.

/// `--minutes`
pub(super) fn minutes(text: &str) -> Result<u16, String> {
    text.parse().ok().filter(|minutes| (1..=600).contains(minutes)).ok_or_else(|| "1–600".to_owned())
}

/// Columns and rows of a picture, as `120x36`; neither more than 500.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let part = |text: &str| text.parse().ok().filter(|cells| (1..=500).contains(cells));
    let size = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((part(width)?, part(height)?)));
    size.ok_or_else(|| "120x36 (1x1–500x500)".to_owned())
}

/// `--when`, and the moment in the file of settings.
pub(super) fn moment(typed: &str) -> Result<YearChoice, String> {
    match typed {
        "latest" => Ok(YearChoice::Latest),
        "closest" => Ok(YearChoice::Closest),
        year if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            year.parse().map(YearChoice::Year).map_err(|error| error.to_string())
        }
        _ => Err("latest | closest | YYYY".to_owned()),
    }
}
