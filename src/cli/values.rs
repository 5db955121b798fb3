//! The words that options take, and what they mean. A word of the file of settings is read by the same table.

use crate::app::Screen;
use crate::data::Builtin;
use crate::domain::{Measure, YearChoice};
use crate::export::ListSubject;
use crate::text::Word;
use crate::text::{Background, ColorChoice, Lang};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// How wide the terminal draws characters of ambiguous width: the values of `--ambiguous`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// In one cell, as most do.
    Narrow,
    /// In two cells, as some East Asian terminals do.
    Wide,
}

/// In what the whole data are written: the values of `--format` of `cppcc export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// One document with everything.
    Json,
    /// The figures alone, one a line.
    Csv,
}

impl Word for AmbiguousWidth {
    const WORDS: &'static [(&'static str, Self)] = &[("narrow", Self::Narrow), ("wide", Self::Wide)];
}

impl Word for ExportFormat {
    const WORDS: &'static [(&'static str, Self)] = &[("json", Self::Json), ("csv", Self::Csv)];
}

impl Word for Builtin {
    const WORDS: &'static [(&'static str, Self)] =
        &[("all", Self::All), ("reports", Self::Reports), ("none", Self::None)];
}

impl Word for Lang {
    const WORDS: &'static [(&'static str, Self)] = &[("zh", Self::Zh), ("en", Self::En)];
}

impl Word for Background {
    const WORDS: &'static [(&'static str, Self)] = &[("dark", Self::Dark), ("light", Self::Light)];
}

impl Word for ColorChoice {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", Self::Auto), ("always", Self::Always), ("never", Self::Never)];
}

impl Word for ListSubject {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("areas", Self::Areas),
        ("themes", Self::Themes),
        ("indicators", Self::Indicators),
        ("articles", Self::Articles),
        ("initiatives", Self::Initiatives),
        ("figures", Self::Figures),
        ("decks", Self::Decks),
        ("groups", Self::Groups),
    ];
}

/// Parses one of the words of a kind.
pub(super) fn word<W: Word + Send + Sync>() -> impl TypedValueParser<Value = W> {
    PossibleValuesParser::new(W::words()).try_map(|typed| W::from_word(&typed).ok_or(typed))
}

/// Parses the values of `--per`: the words of measures without their `per-`. Figures as printed need no option.
pub(super) fn per() -> impl TypedValueParser<Value = Measure> {
    let measure = |typed: String| Measure::from_word(&format!("per-{typed}")).ok_or(typed);
    PossibleValuesParser::new(Measure::words().filter_map(|word| word.strip_prefix("per-"))).try_map(measure)
}

/// Parses the id of a screen.
pub(super) fn screen() -> impl TypedValueParser<Value = Screen> {
    let of = |name: String| Screen::ALL.into_iter().find(|screen| screen.id() == name).ok_or(name);
    PossibleValuesParser::new(Screen::ALL.map(Screen::id)).try_map(of)
}

// The errors of the parsers below say what would be right, in no language: `usage` says the rest.

/// Parses the minutes that a presentation is to last.
pub(super) fn minutes(text: &str) -> Result<u16, String> {
    text.parse().ok().filter(|minutes| (1..=600).contains(minutes)).ok_or_else(|| "1–600".to_owned())
}

/// Parses the columns and rows of a picture, such as `120x36`.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let part = |text: &str| text.parse().ok().filter(|cells| (1..=500).contains(cells));
    let size = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((part(width)?, part(height)?)));
    size.ok_or_else(|| "120x36 (1x1–500x500)".to_owned())
}

/// Parses which year's figures are taken, as `--when` and the settings write it.
pub(super) fn year_choice(typed: &str) -> Result<YearChoice, String> {
    match typed {
        "latest" => Ok(YearChoice::Latest),
        "closest" => Ok(YearChoice::Closest),
        year if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            year.parse().map(YearChoice::Year).map_err(|error| error.to_string())
        }
        _ => Err("latest | closest | YYYY".to_owned()),
    }
}
