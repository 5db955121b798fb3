//! Reading rich text: the words of digests and slides, in which every number is a reference to a figure. In the user's own
//! deck a number may also stand for itself; it is known as one without a source.

use super::fault::{self, RichTextKind};
use super::ids::Ids;
use super::literal_numbers::literal_numbers;
use crate::checked::{Author, Languages, TomlValue};
use crate::domain::digest::{Inline, RichText};
use crate::domain::observation::Observation;
use crate::text::Lang;
use std::collections::BTreeSet;
use std::ops::Range;

/// Reads a text of a slide.
pub(super) fn rich_text(value: TomlValue, figures: &Ids<Observation>) -> Option<RichText> {
    in_languages(value.languages()?, figures, RichTextKind::Slide)
}

/// Reads a text in one language, or in both, which must then refer to the same figures.
pub(super) fn in_languages(languages: Languages, figures: &Ids<Observation>, kind: RichTextKind) -> Option<RichText> {
    let (zh, en) = match languages {
        Languages::Both { zh, en } => (zh, en),
        Languages::One(lang, words) => {
            let inlines = one_language(words, lang, figures, kind)?.inlines;
            return Some(RichText { zh: inlines.clone(), en: inlines });
        }
    };
    let (in_chinese, in_english) =
        (one_language(zh, Lang::Zh, figures, kind), one_language(en, Lang::En, figures, kind));
    let (in_chinese, in_english) = (in_chinese?, in_english?);
    if let (Some(in_zh), Some(in_en)) = (&in_chinese.figures, &in_english.figures)
        && in_zh != in_en
    {
        en.report::<()>(fault::figures_differ(kind, &only(in_zh, in_en), &only(in_en, in_zh)));
    }
    Some(RichText { zh: in_chinese.inlines, en: in_english.inlines })
}

/// One language of a rich text.
struct OneLanguage {
    inlines: Vec<Inline>,
    /// The ids that it refers to; `None` where its braces do not pair, so that they are uncertain.
    figures: Option<BTreeSet<String>>,
}

/// Returns the ids that are in the first set alone.
fn only(one: &BTreeSet<String>, other: &BTreeSet<String>) -> String {
    one.difference(other).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn one_language(value: TomlValue, lang: Lang, ids: &Ids<Observation>, kind: RichTextKind) -> Option<OneLanguage> {
    let text = value.string()?;
    let Braces { references, alone } = Braces::find(text);
    for at in &alone {
        value.sink.report(value.span_of(*at..at + 1), fault::unclosed_brace());
    }
    let mut inlines = Vec::new();
    let mut figures = BTreeSet::new();
    let braced: Vec<_> = references.iter().cloned().chain(alone.iter().map(|at| id_beside(text, *at))).collect();
    let numbers = literal_numbers(text, lang, &braced);
    let is_own = value.sink.author(value.span.file) == Author::OwnDeck;
    let unsourced = if is_own { numbers.as_slice() } else { &[] };
    let words = |range: Range<usize>, inlines: &mut Vec<Inline>| push_words(text, range, unsourced, inlines);
    let mut at = 0;
    for reference in &references {
        let inside = reference.start + 1..reference.end - 1;
        let id = text.get(inside).unwrap_or_default();
        words(at..reference.start, &mut inlines);
        at = reference.end;
        // A mistyped id is one fault; it is not also a difference between the languages.
        let meant = if ids.find(id).is_some() { Some(id) } else { ids.nearest(id) };
        figures.insert(meant.unwrap_or(id).to_owned());
        match ids.find(id) {
            Some(key) => inlines.push(Inline::Figure(key)),
            None => value.sink.report(value.span_of(reference.clone()), fault::unknown_figure(kind, id, meant)),
        }
    }
    words(at..text.trim_end().len().max(at), &mut inlines);
    for number in numbers {
        let found = text.get(number.clone()).unwrap_or_default();
        if is_own {
            value.sink.warn(value.span_of(number), fault::unsourced_number(found));
        } else {
            value.sink.report(value.span_of(number), fault::literal_number(kind, found));
        }
    }
    Some(OneLanguage { inlines, figures: alone.is_empty().then_some(figures) })
}

/// Adds the words of a range, with the numbers among them that have no source.
fn push_words(text: &str, range: Range<usize>, unsourced: &[Range<usize>], inlines: &mut Vec<Inline>) {
    let mut at = range.start;
    let mut push = |range: Range<usize>, inline: fn(String) -> Inline| {
        let part = text.get(range).unwrap_or_default();
        if !part.is_empty() {
            inlines.push(inline(part.to_owned()));
        }
    };
    for number in unsourced.iter().filter(|number| range.start <= number.start && number.end <= range.end) {
        push(at..number.start, Inline::Words);
        push(number.clone(), Inline::Unsourced);
        at = number.end;
    }
    push(at..range.end, Inline::Words);
}

/// The braces of a text.
struct Braces {
    /// The ranges of all `{…}`.
    references: Vec<Range<usize>>,
    /// The positions of those that have no partner.
    alone: Vec<usize>,
}

impl Braces {
    fn find(text: &str) -> Self {
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
        Self { references, alone }
    }
}

/// Returns the range of an unmatched brace, with what may be an id beside it. Digits in it are no fault of their own.
fn id_beside(text: &str, brace: usize) -> Range<usize> {
    let is_of_id = |it: &char| it.is_ascii_alphanumeric() || *it == '-';
    let (before, after) = text.split_at_checked(brace).unwrap_or_default();
    if after.starts_with('{') {
        brace..brace + 1 + after.chars().skip(1).take_while(is_of_id).count()
    } else {
        brace - before.chars().rev().take_while(is_of_id).count()..brace + 1
    }
}
