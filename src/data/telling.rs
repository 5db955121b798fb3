//! Reading words in which every number is a reference to a figure: digests and slides.

use super::fault::{self, Host, Type};
use super::reader::Value;
use super::register::Ids;
use crate::domain::deck::Telling;
use crate::domain::model::{Observation, Piece};
use std::collections::BTreeSet;
use std::ops::Range;

/// Reads `{ zh, en }`, whose numbers are references.
pub(super) fn telling(value: Value, ids: &Ids<Observation>) -> Option<Telling> {
    value.table(Type::Text, |reader| {
        let (zh, en) = (reader.need("zh"), reader.need("en"));
        both(zh, en, ids, Host::Slide)
    })?
}

/// Both languages of one telling; they must refer to the same figures.
pub(super) fn both(zh: Option<Value>, en: Option<Value>, ids: &Ids<Observation>, host: Host) -> Option<Telling> {
    let read = |value: Option<Value>| value.and_then(|value| told(value, ids, host));
    let (zh, in_english) = (read(zh), read(en));
    let (zh, in_english) = (zh?, in_english?);
    if let (Some(in_zh), Some(in_en)) = (&zh.figures, &in_english.figures)
        && in_zh != in_en
    {
        en?.report::<()>(fault::figures_differ(host, &only(in_zh, in_en), &only(in_en, in_zh)));
    }
    Some(Telling { zh: zh.pieces, en: in_english.pieces })
}

/// A text taken apart.
struct Told {
    pieces: Vec<Piece>,
    /// The ids that it refers to; `None` where its braces don't pair, so that they can't be told.
    figures: Option<BTreeSet<String>>,
}

/// The ids that are in one of two sets alone.
fn only(one: &BTreeSet<String>, other: &BTreeSet<String>) -> String {
    one.difference(other).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn told(value: Value, ids: &Ids<Observation>, host: Host) -> Option<Told> {
    let text = value.string()?;
    let (references, paired) = references(text, value);
    let mut pieces = Vec::new();
    let mut figures = BTreeSet::new();
    let words = |range: Range<usize>, pieces: &mut Vec<Piece>| {
        let words = text.get(range).unwrap_or_default();
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
    };
    let mut at = 0;
    for reference in &references {
        let inside = reference.start + 1..reference.end - 1;
        let id = text.get(inside).unwrap_or_default();
        words(at..reference.start, &mut pieces);
        at = reference.end;
        // A mistyped id is one fault; it is not also a difference between the languages.
        let meant = if ids.find(id).is_some() { Some(id) } else { ids.nearest(id) };
        figures.insert(meant.unwrap_or(id).to_owned());
        match ids.find(id) {
            Some(key) => pieces.push(Piece::Figure(key)),
            None => value.sink.report(value.part(reference.clone()), fault::unknown_figure(host, id, meant)),
        }
    }
    words(at..text.trim_end().len().max(at), &mut pieces);
    for digits in bare_digits(text, &references) {
        let found = text.get(digits.clone()).unwrap_or_default();
        value.sink.report(value.part(digits.clone()), fault::bare_digits(host, found));
    }
    Some(Told { pieces, figures: paired.then_some(figures) })
}

/// The places of all `{…}`, and whether every brace has its partner; reports those that have none.
fn references(text: &str, value: Value) -> (Vec<Range<usize>>, bool) {
    let mut references = Vec::new();
    let mut open: Option<usize> = None;
    let mut paired = true;
    let mut alone = |at: usize| {
        value.sink.report(value.part(at..at + 1), fault::unclosed_brace());
        paired = false;
    };
    for (at, brace) in text.match_indices(['{', '}']) {
        match (brace, open) {
            ("{", before) => {
                if let Some(before) = before {
                    alone(before);
                }
                open = Some(at);
            }
            (_, Some(start)) => {
                references.push(start..at + 1);
                open = None;
            }
            (_, None) => alone(at),
        }
    }
    if let Some(start) = open {
        alone(start);
    }
    (references, paired)
}

/// The digits that stand by themselves where they may not: not in a year or a date, and not between quotation marks.
fn bare_digits(text: &str, references: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut bare = Vec::new();
    let mut closers: Vec<char> = Vec::new();
    let mut run: Option<usize> = None;
    let in_reference = |at: usize| references.iter().any(|reference| reference.contains(&at));
    let end = std::iter::once((text.len(), ' '));
    for (at, character) in text.char_indices().chain(end) {
        if is_digit(character) && closers.is_empty() && !in_reference(at) {
            run.get_or_insert(at);
            continue;
        }
        if let Some(start) = run.take()
            && !is_dated(text, &(start..at))
        {
            bare.push(start..at);
        }
        if closers.last() == Some(&character) {
            closers.pop();
        } else if let Some(closer) = closer(character) {
            closers.push(closer);
        }
    }
    bare
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

fn closer(opener: char) -> Option<char> {
    Some(match opener {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '"' => '"',
        _ => return None,
    })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether the digits are a year of this century or the last, or belong to a date.
fn is_dated(text: &str, digits: &Range<usize>) -> bool {
    let number: Option<u32> = text.get(digits.clone()).and_then(|digits| digits.parse().ok());
    if digits.len() == 4 && number.is_some_and(|year| (1900..2100).contains(&year)) {
        return true;
    }
    let (before, after) = (text.get(..digits.start).unwrap_or_default(), text.get(digits.end..).unwrap_or_default());
    let (before, next) = (before.trim_end(), after.trim_start());
    after.starts_with(['年', '月', '日'])
        || MONTHS.iter().any(|month| next.starts_with(month) || before.ends_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> Vec<&str> {
        bare_digits(text, &[]).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn years_dates_and_names_may_hold_digits() {
        for text in [
            "2024年8月21日，“1+10”与《122+N》",
            "On 21 August 2024 the “4+X” teams; August 21, 2024",
            "called \"1+10\" and ‘3’",
            "「12」『13』",
        ] {
            assert_eq!(bare(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(bare("督导163次，批示20次"), ["163", "20"]);
        assert_eq!(bare("5 teams, 3000 people, 1899, ３项"), ["5", "3000", "1899", "３"]);
        assert_eq!(bare("“1”以外有2"), ["2"]);
    }
}
