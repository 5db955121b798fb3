//! Reading words in which every number is a reference to a figure: digests and slides.

use super::digits;
use super::fault::{self, Host, Type};
use super::reader::Value;
use super::register::Ids;
use crate::domain::digest::Piece;
use crate::domain::digest::Telling;
use crate::domain::observation::Observation;
use crate::text::Lang;
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
    let read = |value: Option<Value>, lang| value.and_then(|value| told(value, lang, ids, host));
    let (zh, in_english) = (read(zh, Lang::Zh), read(en, Lang::En));
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

fn told(value: Value, lang: Lang, ids: &Ids<Observation>, host: Host) -> Option<Told> {
    let text = value.string()?;
    let Braces { references, alone } = braces(text);
    for at in &alone {
        value.sink.report(value.part(*at..at + 1), fault::unclosed_brace());
    }
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
    let braced: Vec<_> = references.into_iter().chain(alone.iter().map(|at| id_beside(text, *at))).collect();
    for digits in digits::bare(text, lang, &braced) {
        let found = text.get(digits.clone()).unwrap_or_default();
        value.sink.report(value.part(digits.clone()), fault::bare_digits(host, found));
    }
    Some(Told { pieces, figures: alone.is_empty().then_some(figures) })
}

/// The braces of a text.
struct Braces {
    /// The places of all `{…}`.
    references: Vec<Range<usize>>,
    /// The places of those that have no partner.
    alone: Vec<usize>,
}

fn braces(text: &str) -> Braces {
    let (mut references, mut alone) = (Vec::new(), Vec::new());
    let mut open: Option<usize> = None;
    for (at, brace) in text.match_indices(['{', '}']) {
        match (brace, open) {
            ("{", before) => {
                alone.extend(before);
                open = Some(at);
            }
            (_, Some(start)) => {
                references.push(start..at + 1);
                open = None;
            }
            (_, None) => alone.push(at),
        }
    }
    alone.extend(open);
    Braces { references, alone }
}

/// A brace that has no partner, with what may be an id beside it: digits there are not a fault of their own.
fn id_beside(text: &str, brace: usize) -> Range<usize> {
    let is_of_id = |it: &char| it.is_ascii_alphanumeric() || *it == '-';
    let (before, after) = text.split_at_checked(brace).unwrap_or_default();
    if after.starts_with('{') {
        brace..brace + 1 + after.chars().skip(1).take_while(is_of_id).count()
    } else {
        brace - before.chars().rev().take_while(is_of_id).count()..brace + 1
    }
}
