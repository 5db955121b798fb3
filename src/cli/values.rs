//! The words that options take, and what they mean.

use crate::app::Screen;
use crate::data::Builtin;
use crate::domain::{Measure, Moment};
use crate::export::{Format, Listing};
use crate::text::{Lang, Word};
use crate::wording::Citation;
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

/// `--per`: a measure by its word without the `per-`. Figures as printed need no option.
pub(super) fn per() -> impl TypedValueParser<Value = Measure> {
    let measure = |typed: String| Measure::from_word(&format!("per-{typed}")).ok_or(typed);
    PossibleValuesParser::new(Measure::words().filter_map(|word| word.strip_prefix("per-"))).try_map(measure)
}

/// `--cite`: a form of citation by its word.
pub(super) fn citation() -> impl TypedValueParser<Value = Citation> {
    let form = |typed: String| Citation::from_word(&typed).ok_or(typed);
    PossibleValuesParser::new(Citation::words()).try_map(form)
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
pub(super) fn moment(typed: &str) -> Result<Moment, String> {
    match typed {
        "latest" => Ok(Moment::Latest),
        "closest" => Ok(Moment::Closest),
        year if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            year.parse().map(Moment::Year).map_err(|error| error.to_string())
        }
        _ => Err("latest | closest | YYYY".to_owned()),
    }
}
