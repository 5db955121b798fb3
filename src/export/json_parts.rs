//! The parts from which all JSON documents are built.

use super::error::ExportError;
use crate::domain::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::denominator::Denominator;
use crate::domain::interval::Amount;
use crate::domain::observation::{Actor, PrintedSource, PrintedValue};
use crate::domain::period::{Basis, End, Period, Shape};
use crate::text::{Phrase, Text, is_invisible};
use serde::Serialize;

/// Writes a whole document, with a line end.
pub(super) fn document(value: &impl Serialize) -> Result<String, ExportError> {
    Ok(escaped(serde_json::to_string_pretty(value)?) + "\n")
}

/// Writes the escapes of JSON for characters that can't be seen: they stand in strings alone, where they may be escaped.
fn escaped(document: String) -> String {
    if !document.contains(is_invisible) {
        return document;
    }
    let mut escaped = String::with_capacity(document.len());
    for character in document.chars() {
        if is_invisible(character) {
            let mut units = [0; 2];
            escaped.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A text in both languages.
#[derive(Clone, Serialize)]
pub(super) struct TextJson {
    zh: String,
    en: String,
}

impl From<&Text> for TextJson {
    fn from(text: &Text) -> Self {
        Self { zh: text.zh.clone(), en: text.en.clone() }
    }
}

impl From<Text> for TextJson {
    fn from(text: Text) -> Self {
        Self { zh: text.zh, en: text.en }
    }
}

impl From<Phrase> for TextJson {
    fn from(phrase: Phrase) -> Self {
        Text::from(phrase).into()
    }
}

/// Returns a text in both languages, where there is one.
pub(super) fn text(text: Option<&Text>) -> Option<TextJson> {
    text.map(TextJson::from)
}

/// A stable id with its words.
#[derive(Serialize)]
pub(super) struct NamedJson {
    pub id: &'static str,
    pub text: TextJson,
}

impl NamedJson {
    pub(super) fn new(id: &'static str, text: impl Into<TextJson>) -> Self {
        Self { id, text: text.into() }
    }
}

/// Returns a number; a whole one without a point, `512` and not `512.0`.
pub(super) fn number(amount: Amount) -> serde_json::Value {
    // Up to 2^53 every whole number has a double of its own, so that every reader of JSON reads it without loss.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = amount.get();
    if number.fract() == 0.0 && number.abs() < EXACT {
        // Written without a fraction, it reads back as a whole number.
        if let Ok(whole) = format!("{number:.0}").parse::<i64>() {
            return whole.into();
        }
    }
    number.into()
}

/// Returns what is printed: a number, or a designed number as a string.
pub(super) fn value(value: &PrintedValue) -> serde_json::Value {
    match value {
        PrintedValue::Number { amount, .. } | PrintedValue::Between { low: amount, .. } => number(*amount),
        PrintedValue::Designed(text) => text.clone().into(),
    }
}

/// Returns the second of two numbers that the value lies between.
pub(super) fn value_to(value: &PrintedValue) -> Option<serde_json::Value> {
    match value {
        PrintedValue::Between { high, .. } => Some(number(*high)),
        PrintedValue::Number { .. } | PrintedValue::Designed(_) => None,
    }
}

/// Whose performance a figure is: the committee's, or somebody else's by name.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ActorJson {
    Committee(&'static str),
    Other(TextJson),
}

impl From<&Actor> for ActorJson {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Committee => Self::Committee("committee"),
            Actor::Other(who) => Self::Other(who.into()),
        }
    }
}

/// A period with how each end is known. The fields after `note` go beyond what most readers need.
#[derive(Serialize)]
pub(super) struct PeriodJson {
    start: Option<String>,
    end: Option<String>,
    start_basis: Option<&'static str>,
    end_basis: &'static str,
    note: Option<TextJson>,
    start_why: Option<TextJson>,
    start_earliest: Option<String>,
    start_latest: Option<String>,
    end_why: Option<TextJson>,
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
            note: text(period.note.as_ref()),
            start_why: text(start.and_then(End::why)),
            start_earliest: day(start, false),
            start_latest: day(start, true),
            end_why: text(end.why()),
            end_earliest: day(Some(end), false),
            end_latest: day(Some(end), true),
            is_date: matches!(period.shape, Shape::AsOf(_)),
        }
    }
}

/// Returns the stable id of how an end is known.
pub(super) const fn basis(end: &End) -> &'static str {
    end.basis_kind().id()
}

/// Returns the bounds that the data states for an inferred end.
pub(super) fn bounds(end: &End) -> Option<(String, String)> {
    match end {
        End::Known { basis: Basis::Inferred { bounds: Some((first, last)), .. }, .. } => {
            Some((first.to_string(), last.to_string()))
        }
        _ => None,
    }
}

/// Where a figure is printed.
#[derive(Serialize)]
pub(super) struct SourceJson {
    article: String,
    paragraph: Option<u16>,
    printed: String,
}

impl SourceJson {
    pub(super) fn new(dataset: &Dataset, source: &PrintedSource) -> Self {
        Self {
            article: dataset.articles[source.article].id.clone(),
            paragraph: source.paragraph,
            printed: source.printed.clone(),
        }
    }
}

/// A number of people that measures per head divide by.
#[derive(Serialize)]
pub(super) struct DenominatorJson {
    kind: &'static str,
    value: serde_json::Value,
    qualifier: &'static str,
    as_of: String,
    source: TextJson,
    certainty: &'static str,
    caveat: Option<TextJson>,
    observation: Option<String>,
}

impl DenominatorJson {
    pub(super) fn new(dataset: &Dataset, denominator: &Denominator) -> Self {
        Self {
            kind: denominator.population.id(),
            value: number(denominator.count),
            qualifier: denominator.qualifier.id(),
            as_of: denominator.as_of.to_string(),
            source: (&denominator.source).into(),
            certainty: denominator.certainty.id(),
            caveat: text(denominator.caveat.as_ref()),
            observation: denominator.observation.map(|key| dataset.observations[key].id.clone()),
        }
    }
}
