//! The words that options take, and what they mean. A word of the file of settings is read by the same table.

use crate::app::Screen;
use crate::data::Builtin;
use crate::deck::SlideNumber;
use crate::domain::{Each, Measure, YearChoice};
use crate::entry::EachChoice;
use crate::export::ListSubject;
use crate::spreadsheet::SheetFormat;
use crate::text::{ColorChoice, Lang};
use crate::text::{Word, fold_fullwidth};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};
use std::ffi::{OsStr, OsString};

/// How wide the terminal draws characters of ambiguous width: the values of `--ambiguous`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// In one cell, as most do.
    Narrow,
    /// In two cells, as some East Asian terminals do.
    Wide,
}

/// How the findings of a check are written: the values of `--format` of `cppcc check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckFormat {
    /// For people, each with its line.
    Text,
    /// For editors and other programs.
    Json,
}

impl Word for SheetFormat {
    const WORDS: &'static [(&'static str, Self)] = &[("csv", Self::Csv), ("xlsx", Self::Xlsx)];
}

impl Word for CheckFormat {
    const WORDS: &'static [(&'static str, Self)] = &[("text", Self::Text), ("json", Self::Json)];
}

impl Word for AmbiguousWidth {
    const WORDS: &'static [(&'static str, Self)] = &[("narrow", Self::Narrow), ("wide", Self::Wide)];
}

impl Word for EachChoice {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("total", Self::Total),
        ("year", Self::Of(Each::Year)),
        ("month", Self::Of(Each::Month)),
        ("week", Self::Of(Each::Week)),
        ("day", Self::Of(Each::Day)),
    ];
}

impl Word for Builtin {
    const WORDS: &'static [(&'static str, Self)] =
        &[("all", Self::All), ("reports", Self::Reports), ("none", Self::None)];
}

impl Word for Lang {
    const WORDS: &'static [(&'static str, Self)] = &[("zh", Self::Zh), ("en", Self::En)];
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

/// One of a few words, which may be typed under a Chinese input method.
#[derive(Clone)]
struct WordParser(PossibleValuesParser);

impl WordParser {
    fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(PossibleValuesParser::new(words))
    }
}

impl TypedValueParser for WordParser {
    type Value = String;

    fn parse_ref(&self, command: &Command, option: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let narrow = value.to_str().map(|typed| OsString::from(narrow(typed)));
        self.0.parse_ref(command, option, narrow.as_deref().unwrap_or(value))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// Parses one of the words of a kind.
pub(super) fn word<W: Word + Send + Sync>() -> impl TypedValueParser<Value = W> {
    WordParser::new(W::words()).try_map(|typed| W::from_word(&typed).ok_or(typed))
}

/// Parses the values of `--per`: the words of measures without their `per-`. Figures as printed need no option.
pub(super) fn per() -> impl TypedValueParser<Value = Measure> {
    let measure = |typed: String| Measure::from_word(&format!("per-{typed}")).ok_or(typed);
    WordParser::new(Measure::words().filter_map(|word| word.strip_prefix("per-"))).try_map(measure)
}

/// Parses the id of a screen.
pub(super) fn screen() -> impl TypedValueParser<Value = Screen> {
    let of = |name: String| Screen::ALL.into_iter().find(|screen| screen.id() == name).ok_or(name);
    WordParser::new(Screen::ALL.map(Screen::id)).try_map(of)
}

// The errors of the parsers below say what would be right, in no language: `usage` says the rest.

/// Parses the minutes that a presentation is to last.
pub(super) fn minutes(text: &str) -> Result<u16, String> {
    let minutes = narrow(text);
    let number = minutes.strip_suffix("分钟").unwrap_or(&minutes);
    number.parse().ok().filter(|minutes| (1..=600).contains(minutes)).ok_or_else(|| "1–600".to_owned())
}

/// Parses the columns and rows of a picture, such as `120x36`.
pub(super) fn size(text: &str) -> Result<(u16, u16), String> {
    let part = |text: &str| text.parse().ok().filter(|cells| (1..=500).contains(cells));
    let text = narrow(text);
    let size = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((part(width)?, part(height)?)));
    size.ok_or_else(|| "120x36 (1x1–500x500)".to_owned())
}

/// Parses how many times a picture is enlarged.
pub(super) fn scale(text: &str) -> Result<f32, String> {
    let number = narrow(text).parse().ok().filter(|times: &f32| (0.1..=10.0).contains(times));
    number.ok_or_else(|| "2 (0.1–10)".to_owned())
}

/// Parses the number of a slide.
pub(super) fn slide_number(text: &str) -> Result<SlideNumber, String> {
    let number = narrow(text).parse().ok().filter(|number| (1..=SlideNumber::LARGEST).contains(number));
    number.map(SlideNumber::new).ok_or_else(|| format!("1–{}", SlideNumber::LARGEST))
}

/// Parses which year's figures are taken, as `--when` and the settings write it.
pub(super) fn year_choice(typed: &str) -> Result<YearChoice, String> {
    let typed = narrow(typed);
    match typed.as_str() {
        "latest" => return Ok(YearChoice::Latest),
        "closest" => return Ok(YearChoice::Closest),
        _ => {}
    }
    let year = typed.strip_suffix('年').unwrap_or(&typed);
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let number = year.parse().ok().filter(|_| is_year);
    number.map(YearChoice::Year).ok_or_else(|| "latest | closest | YYYY".to_owned())
}

/// Returns what was typed under a Chinese input method as the letters and digits of the same keys.
fn narrow(typed: &str) -> String {
    let is_wide = |character: char| matches!(character, '\u{ff01}'..='\u{ff5e}');
    typed.trim().chars().map(|typed| if is_wide(typed) { fold_fullwidth(typed) } else { typed }).collect()
}
