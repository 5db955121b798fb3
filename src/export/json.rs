//! The pieces that all JSON is made of.

use super::Error;
use crate::domain::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::interval::Amount;
use crate::domain::observation::{Actor, Source, Value};
use crate::domain::period::{Basis, End, Period, Shape};
use crate::text::{Phrase, Text};
use serde::Serialize;

/// A whole document, with a line end.
pub(super) fn document(value: &impl Serialize) -> Result<String, Error> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// Words in both languages.
#[derive(Clone, Serialize)]
pub(super) struct Words {
    zh: String,
    en: String,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Self { zh: text.zh.clone(), en: text.en.clone() }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self { zh: text.zh, en: text.en }
    }
}

impl From<Phrase> for Words {
    fn from(phrase: Phrase) -> Self {
        Text::from(phrase).into()
    }
}

pub(super) fn words(text: Option<&Text>) -> Option<Words> {
    text.map(Words::from)
}

/// A stable name with its words.
#[derive(Serialize)]
pub(super) struct Named {
    pub id: &'static str,
    pub text: Words,
}

impl Named {
    pub(super) fn new(id: &'static str, text: impl Into<Words>) -> Self {
        Self { id, text: text.into() }
    }
}

/// A number: a whole one without a point, `512` and not `512.0`.
pub(super) fn number(amount: Amount) -> serde_json::Value {
    /// Up to here every whole number is one of JSON's that all programs read without loss.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = amount.get();
    if number.fract() == 0.0 && number < EXACT {
        // Written without a fraction, it reads back as a whole number.
        if let Ok(whole) = format!("{number:.0}").parse::<u64>() {
            return whole.into();
        }
    }
    number.into()
}

/// What is printed: a number, or a designed number as a string.
pub(super) fn value(value: &Value) -> serde_json::Value {
    match value {
        Value::Number(amount) => number(*amount),
        Value::Designed(text) => text.clone().into(),
    }
}

/// The committee, or somebody else by name.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Who {
    Committee(&'static str),
    Other(Words),
}

impl From<&Actor> for Who {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Committee => Self::Committee("committee"),
            Actor::Other(who) => Self::Other(who.into()),
        }
    }
}

/// A period. The fields after `note` go beyond what most readers need.
#[derive(Serialize)]
pub(super) struct PeriodJson {
    start: Option<String>,
    end: Option<String>,
    start_basis: Option<&'static str>,
    end_basis: &'static str,
    note: Option<Words>,
    start_why: Option<Words>,
    start_earliest: Option<String>,
    start_latest: Option<String>,
    end_why: Option<Words>,
    end_earliest: Option<String>,
    end_latest: Option<String>,
    is_date: bool,
}

impl From<&Period> for PeriodJson {
    fn from(period: &Period) -> Self {
        let (start, end) = (period.start(), period.end());
        let day = |end: Option<&End>, latest: bool| {
            let (first, last) = bounds(end?)?;
            Some(if latest { last } else { first })
        };
        Self {
            start: start.and_then(End::date).as_ref().map(PartialDate::to_string),
            end: end.date().as_ref().map(PartialDate::to_string),
            start_basis: start.map(basis),
            end_basis: basis(end),
            note: words(period.note.as_ref()),
            start_why: words(start.and_then(End::why)),
            start_earliest: day(start, false),
            start_latest: day(start, true),
            end_why: words(end.why()),
            end_earliest: day(Some(end), false),
            end_latest: day(Some(end), true),
            is_date: matches!(period.shape, Shape::AsOf(_)),
        }
    }
}

pub(super) const fn basis(end: &End) -> &'static str {
    end.basis_kind().id()
}

/// The bounds that the data states for an inferred end.
fn bounds(end: &End) -> Option<(String, String)> {
    match end {
        End::Known { basis: Basis::Inferred { bounds: Some((first, last)), .. }, .. } => {
            Some((first.to_string(), last.to_string()))
        }
        _ => None,
    }
}

/// Where something stands in print.
#[derive(Serialize)]
pub(super) struct SourceJson {
    article: String,
    paragraph: Option<u16>,
    printed: String,
}

impl SourceJson {
    pub(super) fn new(dataset: &Dataset, source: &Source) -> Self {
        Self {
            article: dataset.articles[source.article].id.clone(),
            paragraph: source.paragraph,
            printed: source.printed.clone(),
        }
    }
}
