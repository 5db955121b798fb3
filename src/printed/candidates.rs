//! The figures that a sentence or a paragraph offers: each number with what it says, and the short phrase that proves it.
//!
//! The reader is that of the phrase check, so a candidate that is taken as it is passes the check. What only looks like a
//! figure (a year, a date, a serial number, a part of a name) is set aside, and can be asked for as well.

use super::numeral::{Numeral, NumeralRole, numerals};
use super::period_hint::{PeriodHint, period_hints};
use super::phrase_choice::{PhraseProof, choose};
use super::phrase_reading::{PhraseReading, best_nature, readings_in_place};
use super::slice::slice;
use super::{designed, numeral::characters::Characters};
use crate::domain::date::PartialDate;
use crate::domain::indicator::Nature;
use crate::sorting::PutInOrder;
use std::ops::Range;

/// One number of a text that may be taken as a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureCandidate {
    /// The characters of the text that print the number.
    pub place: Range<usize>,
    /// The phrase to quote: at most sixteen characters of the text, in which the number stands.
    pub printed: String,
    /// Whether that phrase says all that the text says of the number.
    pub proof: PhraseProof,
    pub value: CandidateValue,
    /// The nature under which it was read: the one that was asked for, or the one that fits best.
    pub nature: Nature,
    /// The measure word behind it, as printed.
    pub unit: Option<String>,
    /// When it may be of, by the words of the text.
    pub period: Option<PeriodHint>,
}

/// What a candidate says.
#[derive(Clone, Debug, PartialEq)]
pub enum CandidateValue {
    /// A number, or two of a range, with its hedge and the span for which it holds.
    Number(PhraseReading),
    /// A designed number such as “1+10”, in ordinary signs.
    Designed(String),
}

/// A number of a text that is no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The characters of the text that print it.
    pub place: Range<usize>,
    pub printed: String,
    /// What it does instead of counting.
    pub role: NumeralRole,
}

/// The longest paragraph that is read, in bytes. The longest of a real report has about two thousand.
const LONGEST_PARAGRAPH: usize = 16 * 1024;

/// Whether a text is longer than a paragraph can be: nothing is read in it.
#[must_use]
pub const fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_PARAGRAPH
}

/// Returns the figures that a text offers, in its order; none where it is too long. With a nature, only what can be of it; without, each under the
/// nature that fits best, and no ordinals. `published` is when the article appeared, for words such as 去年.
#[must_use]
pub fn candidates(text: &str, nature: Option<Nature>, published: Option<PartialDate>) -> Vec<FigureCandidate> {
    if is_too_long(text) {
        return Vec::new();
    }
    let characters = Characters::of(text);
    let printed: Vec<char> = text.chars().collect();
    let numerals = by_clause(&characters, &printed);
    let hints = period_hints(text, published);
    let mut found: Vec<FigureCandidate> = read(&numerals, nature)
        .into_iter()
        .map(|(numeral, nature, reading)| {
            let (phrase, proof) = choose(&characters, &printed, numeral, nature, &reading);
            FigureCandidate {
                place: numeral.place.clone(),
                printed: phrase,
                proof,
                value: CandidateValue::Number(reading),
                nature,
                unit: numeral.unit.clone().map(|place| slice(&printed, place)),
                period: hint_for(&hints, &characters, numeral.place.start),
            }
        })
        .collect();
    if nature.is_none_or(|nature| nature == Nature::Structure) {
        found.extend(designed::designed(&printed).into_iter().map(|(place, value)| FigureCandidate {
            printed: designed::phrase(&printed, place.clone()),
            proof: PhraseProof::Complete,
            value: CandidateValue::Designed(value),
            nature: Nature::Structure,
            unit: None,
            period: hint_for(&hints, &characters, place.start),
            place,
        }));
        found.put_in_order_by_key(|candidate| candidate.place.start);
    }
    found.retain(|candidate| !tells_when(candidate, &characters, nature));
    found
}

/// The measure words of time.
const OF_TIME: [&str; 12] = ["年", "个月", "月", "周", "星期", "天", "日", "小时", "分钟", "years", "months", "days"];

/// Whether a number says for how long, and counts nothing: 一年来, 三年间. It is a figure of durations alone.
fn tells_when(candidate: &FigureCandidate, text: &Characters, nature: Option<Nature>) -> bool {
    let Some(unit) = candidate.unit.as_deref().filter(|unit| OF_TIME.contains(unit)) else { return false };
    let behind = candidate.place.end + unit.chars().count();
    let is_span = ["来", "以来", "间", "内", "中", "多来"].iter().any(|word| text.starts(behind, word));
    match nature {
        Some(Nature::Duration) => false,
        Some(_) => true,
        None => is_span,
    }
}

/// Returns the numbers of a text that are no figures, in its order, with what each of them is.
#[must_use]
pub fn set_aside(text: &str) -> Vec<SetAside> {
    if is_too_long(text) {
        return Vec::new();
    }
    let printed: Vec<char> = text.chars().collect();
    let numerals = by_clause(&Characters::of(text), &printed);
    let aside = numerals.into_iter().filter(|numeral| usual_nature(numeral).is_none());
    aside.map(|Numeral { place, role, .. }| SetAside { printed: slice(&printed, place.clone()), place, role }).collect()
}

/// Returns the numbers of a text, read clause by clause as they will be quoted: 件件有回音 is all of them only where nothing
/// else in its clause counts.
fn by_clause(text: &Characters, printed: &[char]) -> Vec<Numeral> {
    let is_digit = |at: Option<usize>| at.and_then(|at| text.at(at)).is_some_and(|c| c.is_ascii_digit());
    let ends = |at: usize| {
        let in_number = text.is_one_of(at, "，") && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        text.is_one_of(at, "，。；！？;!?\n\r") && !in_number
    };
    let mut found = Vec::new();
    let mut start = 0;
    while start <= text.len() {
        let end = (start..text.len()).find(|&at| ends(at)).unwrap_or(text.len());
        let moved = |place: Range<usize>| place.start + start..place.end + start;
        found.extend(numerals(&slice(printed, start..end)).into_iter().map(|numeral| Numeral {
            place: moved(numeral.place.clone()),
            unit: numeral.unit.clone().map(moved),
            ..numeral
        }));
        start = end + 1;
    }
    found
}

/// Returns the nature under which a number is offered where none is asked for. The number of a session is a place in an
/// order, and hardly ever a figure.
fn usual_nature(numeral: &Numeral) -> Option<Nature> {
    best_nature(numeral).filter(|nature| *nature != Nature::Ordinal)
}

fn read(numerals: &[Numeral], nature: Option<Nature>) -> Vec<(&Numeral, Nature, PhraseReading)> {
    let Some(nature) = nature else {
        let best = |numeral| {
            let nature = usual_nature(numeral)?;
            let reading = readings_in_place(std::slice::from_ref(numeral), nature).next()?.1;
            Some((numeral, nature, reading))
        };
        return numerals.iter().filter_map(best).collect();
    };
    readings_in_place(numerals, nature).map(|(numeral, reading)| (numeral, nature, reading)).collect()
}

/// Returns the hint that a reader would take a number to be of: the last before it, or else the next in its sentence.
fn hint_for(hints: &[PeriodHint], text: &Characters, at: usize) -> Option<PeriodHint> {
    let before = hints.iter().rev().find(|hint| hint.place.start <= at);
    let behind = || hints.iter().find(|hint| !(at..hint.place.start).any(|place| text.is_one_of(place, "。！？\n")));
    before.or_else(behind).cloned()
}
