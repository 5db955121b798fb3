//! Reading the value of a draft: what its sentence prints, and what was typed instead.

use super::draft::{EachChoice, FigureDraft, FigureField};
use super::field_faults::FieldFaults;
use super::read_names::NamedThings;
use crate::domain::indicator::Nature;
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Each, PrintedValue};
use crate::printed::numeral::numerals;
use crate::printed::phrase_reading::{PhraseReading, readings};
use crate::printed::{CandidateValue, FigureCandidate};
use crate::text::{Text, fold_fullwidth};

/// What the fields of a value say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadValue {
    pub printed: PrintedValue,
    pub unit: Option<Text>,
    pub each: Option<Each>,
    /// The nature, where it is not the indicator's.
    pub nature: Option<Nature>,
    pub number_as_read: Option<String>,
    pub qualifier_as_read: Option<Qualifier>,
    pub each_as_read: Option<Each>,
    pub unit_as_read: Option<String>,
}

/// A number, or two of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ends {
    low: f64,
    high: Option<f64>,
}

/// Reads the value; `None` where there is none yet, or what was typed is wrong.
pub(super) fn value(
    draft: &FigureDraft,
    things: &NamedThings,
    candidate: Option<&FigureCandidate>,
    faults: &mut FieldFaults,
) -> Option<ReadValue> {
    let (unit, unit_as_read) = unit(draft, things, candidate, faults);
    let nature = draft.nature.filter(|_| things.new_indicator.is_none());
    let reading = match candidate.map(|candidate| &candidate.value) {
        Some(CandidateValue::Designed(design)) => {
            let typed = Some(plain(&draft.value)).filter(|typed| !typed.is_empty());
            return Some(ReadValue {
                printed: PrintedValue::Designed(typed.unwrap_or_else(|| design.clone())),
                unit: None,
                each: None,
                nature,
                number_as_read: Some(design.clone()),
                qualifier_as_read: None,
                each_as_read: None,
                unit_as_read: None,
            });
        }
        Some(CandidateValue::Number(reading)) => Some(reading),
        None => None,
    };
    let ends = ends(draft, reading, faults)?;
    let qualifier_as_read = reading.and_then(|reading| reading.qualifiers.first()).copied();
    let qualifier = draft.qualifier.or(qualifier_as_read).unwrap_or(Qualifier::Exact);
    let each_as_read = reading.and_then(|reading| reading.each);
    let printed = number(ends, qualifier, things.nature, faults)?;
    Some(ReadValue {
        printed,
        unit,
        each: draft.each.map_or(each_as_read, EachChoice::each),
        nature,
        number_as_read: reading.map(PhraseReading::number),
        qualifier_as_read,
        each_as_read,
        unit_as_read,
    })
}

/// Returns the number that was typed, or else the one that the sentence prints.
fn ends(draft: &FigureDraft, reading: Option<&PhraseReading>, faults: &mut FieldFaults) -> Option<Ends> {
    let parsed = |text: String| text.parse().ok();
    let printed = reading.and_then(|reading| {
        let low = parsed(reading.value.to_string())?;
        Some(Ends { low, high: reading.to.and_then(|to| parsed(to.to_string())) })
    });
    let typed = plain(&draft.value);
    if typed.is_empty() {
        return printed;
    }
    let Some(ends) = typed_ends(&typed) else {
        let why = Text::new("应是一个数，或写作 30-40", "it is a number, or two as in 30-40");
        faults.wrong(FigureField::Value, why);
        return None;
    };
    let has_reading = !draft.reading.trim().is_empty();
    if let (Some(printed), Some(reading), false) = (printed, reading, has_reading)
        && printed != ends
    {
        let number = reading.number();
        faults.wrong(
            FigureField::Value,
            Text::new(
                format!("原文印的是 {number}；若另有读法，请填“读法”"),
                format!("the sentence prints {number}; if it is to be read otherwise, say how"),
            ),
        );
        return None;
    }
    Some(ends)
}

/// Reads a number as it is typed: 512, 1.2万, 30-40, -3.
fn typed_ends(typed: &str) -> Option<Ends> {
    if let Ok(number) = typed.parse::<f64>() {
        return number.is_finite().then_some(Ends { low: number, high: None });
    }
    let [reading] = readings(&numerals(typed), Nature::Flow).try_into().ok()?;
    let parsed = |text: String| text.parse().ok();
    Some(Ends { low: parsed(reading.value.to_string())?, high: reading.to.and_then(|to| parsed(to.to_string())) })
}

fn number(ends: Ends, qualifier: Qualifier, nature: Option<Nature>, faults: &mut FieldFaults) -> Option<PrintedValue> {
    let amount = if nature == Some(Nature::Change) { Amount::of_change } else { Amount::new };
    let Some(low) = amount(ends.low) else {
        let why = Text::new("只有增减幅度可以是负数", "only a change may be negative");
        faults.wrong(FigureField::Value, why);
        return None;
    };
    if nature == Some(Nature::Rate) && ends.low > 100.0 {
        faults.wrong(FigureField::Value, Text::new("比率不超过 100", "a rate is at most 100"));
        return None;
    }
    match (ends.high.and_then(amount), qualifier) {
        (Some(high), Qualifier::Between) => Some(PrintedValue::Between { low, high }),
        (None, Qualifier::Between) => {
            let why =
                Text::new("“区间”要两个数：数值写作 30-40", "`between` takes two numbers: write the value as 30-40");
            faults.wrong(FigureField::Qualifier, why);
            None
        }
        (Some(_), _) => {
            let why = Text::new("两个数的限定是“区间”", "two numbers are `between`");
            faults.wrong(FigureField::Qualifier, why);
            None
        }
        (None, qualifier) => Some(PrintedValue::Number { amount: low, qualifier }),
    }
}

/// Returns the unit of the figure where it is not the indicator's, and the one that is printed.
fn unit(
    draft: &FigureDraft,
    things: &NamedThings,
    candidate: Option<&FigureCandidate>,
    faults: &mut FieldFaults,
) -> (Option<Text>, Option<String>) {
    let printed = candidate.and_then(|candidate| candidate.unit.clone());
    let typed = Some(draft.unit.trim().to_owned()).filter(|unit| !unit.is_empty());
    if things.new_indicator.is_some() || draft.indicator.new_name().is_some() {
        if typed.is_none() && things.nature.is_some_and(|nature| nature != Nature::Structure) {
            faults.missing(
                FigureField::Unit,
                "填新指标的单位，如 件",
                "the unit of the new indicator, as in proposals",
            );
        }
        return (None, printed);
    }
    let own = things.unit.as_ref();
    let is_own = |unit: &str| own.is_none_or(|own| unit == own.zh || unit == own.en || are_people(unit, &own.zh));
    let given = typed.or_else(|| printed.clone().filter(|_| is_counted(things.nature)));
    (given.filter(|unit| !is_own(unit)).map(|unit| Text::new(unit.clone(), unit)), printed)
}

/// Returns whether two measure words count people alike.
fn are_people(one: &str, other: &str) -> bool {
    const PEOPLE: [&str; 4] = ["名", "人", "位", "个"];
    PEOPLE.contains(&one) && PEOPLE.contains(&other)
}

fn is_counted(nature: Option<Nature>) -> bool {
    nature.is_some_and(|nature| matches!(nature, Nature::Flow | Nature::Stock))
}

/// Returns what was typed under a Chinese input method in ordinary signs.
fn plain(typed: &str) -> String {
    typed.trim().chars().map(fold_fullwidth).collect()
}
