//! Numbers in English words, and the English words that multiply digits: `twenty-one`, `a dozen`, `1.5 million`.

use super::characters::Characters;
use super::draft::{Bounds, NumberDraft, Script};
use super::meaning::{Hedge, NumeralRole, NumeralScale};
use super::quantity::Quantity;

const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Units that multiply what stands before them, the larger behind the smaller.
const UNITS: &[(&str, i64)] = &[
    ("dozen", 12),
    ("hundred", 100),
    ("thousand", 1000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
];

/// Orders of magnitude, which hold so many at least.
const MAGNITUDES: &[(&str, i64)] = &[
    ("hundreds of thousands", 100_000),
    ("tens of thousands", 10_000),
    ("dozens", 12),
    ("scores", 20),
    ("tens", 10),
    ("hundreds", 100),
    ("thousands", 1000),
    ("millions", 1_000_000),
    ("billions", 1_000_000_000),
];

const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// Reads the English number that begins here, at the beginning of a word.
pub(super) fn read(text: &Characters, start: usize) -> Option<NumberDraft> {
    let begins = !text.before(start).is_some_and(|before| before.is_ascii_alphanumeric());
    if !begins || !text.at(start)?.is_ascii_lowercase() {
        return None;
    }
    word(text, start).or_else(|| share(text, start)).or_else(|| number(text, start))
}

/// Multiplies the digits of `1.5 million` and `10w`, which is written for 10万.
pub(super) fn multiplied(text: &Characters, mut draft: NumberDraft) -> Option<NumberDraft> {
    if let Some(end) = whole_word(text, draft.end, "w") {
        draft.value = draft.value.times(Quantity::whole(10_000))?;
        draft.end = end;
    }
    while let Some((size, end)) = unit(text, text.after_spaces(draft.end)) {
        draft.value = draft.value.times(size)?;
        draft.unit = size;
        draft.end = end;
    }
    Some(draft)
}

/// Returns the place after a word, where the whole word stands here.
fn whole_word(text: &Characters, at: usize, word: &str) -> Option<usize> {
    let end = at + word.len();
    let ends = !text.at(end).is_some_and(|next| next.is_ascii_lowercase()) || text.starts(end, "fold");
    (ends && text.starts(at, word)).then_some(end)
}

fn unit(text: &Characters, at: usize) -> Option<(Quantity, usize)> {
    UNITS.iter().find_map(|(word, size)| Some((Quantity::whole(*size), whole_word(text, at, word)?)))
}

/// Reads `hundreds`, `doubled` and `first`.
fn word(text: &Characters, start: usize) -> Option<NumberDraft> {
    let draft = |end, number| NumberDraft::new(start, end, Bounds::both(Quantity::whole(number)), Script::English);
    let magnitude = MAGNITUDES.iter().find_map(|(word, size)| Some((whole_word(text, start, word)?, *size)));
    if let Some((end, size)) = magnitude {
        let mut several = draft(end, size);
        several.hedges.push(Hedge::Several);
        return Some(several);
    }
    if let Some(end) = ["doubled", "doubles", "double"].iter().find_map(|word| whole_word(text, start, word)) {
        let mut doubled = draft(end, 2);
        doubled.scale = NumeralScale::Doublings;
        return Some(doubled);
    }
    let multiples = [("tripled", 3), ("triples", 3), ("quadrupled", 4)];
    if let Some((end, factor)) =
        multiples.iter().find_map(|(word, factor)| Some((whole_word(text, start, word)?, *factor)))
    {
        let mut multiple = draft(end, factor);
        multiple.scale = NumeralScale::Multiple;
        return Some(multiple);
    }
    if let Some((end, times)) =
        [("once", 1), ("twice", 2)].iter().find_map(|(word, times)| Some((whole_word(text, start, word)?, *times)))
    {
        return Some(draft(end, times));
    }
    let (number, end) = (1_i64..).zip(ORDINALS).find_map(|(at, word)| Some((at, whole_word(text, start, word)?)))?;
    let mut ordinal = draft(end, number);
    ordinal.role = Some(NumeralRole::Ordinal);
    Some(ordinal)
}

/// Reads `half`, `a third`, `two-thirds` and `three quarters` in per cent.
fn share(text: &Characters, start: usize) -> Option<NumberDraft> {
    let of = |end, numerator: i128, denominator| {
        let value = Bounds::both(Quantity::fraction(numerator * 100, denominator)?);
        let mut draft = NumberDraft::new(start, end, value, Script::English);
        draft.scale = NumeralScale::PerCent;
        Some(draft)
    };
    if let Some(end) = whole_word(text, start, "half") {
        return of(end, 1, 2);
    }
    let parts =
        [("half", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fifth", 5), ("fifths", 5)];
    let (count, end) = small_number(text, start)?;
    let at = if text.is_one_of(end, " -") { end + 1 } else { return None };
    let (denominator, end) = parts.iter().find_map(|(word, part)| Some((*part, whole_word(text, at, word)?)))?;
    of(end, i128::from(count), denominator)
}

/// Reads a number below a hundred, or the article before a unit.
fn small_number(text: &Characters, start: usize) -> Option<(i64, usize)> {
    if let Some(end) = ["a", "an"].iter().find_map(|word| whole_word(text, start, word)) {
        return Some((1, end));
    }
    let find = |words: &[&str], at| {
        (0_i64..).zip(words).find_map(|(number, word)| Some((number, whole_word(text, at, word)?)))
    };
    if let Some(found) = find(ONES, start) {
        return Some(found);
    }
    let (tens, end) = find(TENS, start)?;
    let tens = (tens + 2) * 10;
    let ones =
        if text.is_one_of(end, "- ") { find(ONES, end + 1).filter(|(ones, _)| (1..=9).contains(ones)) } else { None };
    Some(ones.map_or((tens, end), |(ones, end)| (tens + ones, end)))
}

/// Reads `three hundred and five`, `a million`.
fn number(text: &Characters, start: usize) -> Option<NumberDraft> {
    let mut total = Quantity::ZERO;
    let (mut at, mut end) = (start, start);
    while let Some((count, after)) = small_number(text, at) {
        let (mut value, mut next) = (Quantity::whole(count), after);
        while let Some((size, after_unit)) = unit(text, text.after_spaces(next)) {
            value = value.times(size)?;
            next = after_unit;
        }
        // An article alone is no number, and two numbers that stand together are two.
        let is_article = next == after && matches!(after - at, 1 | 2) && text.at(at) == Some('a');
        if is_article || (end > start && next == after && end + 1 == at && total < Quantity::whole(100)) {
            break;
        }
        total = total.plus(value)?;
        end = next;
        if next == after {
            break;
        }
        let and = text.after_spaces(end);
        at = whole_word(text, and, "and").map_or(and, |and| text.after_spaces(and));
    }
    (end > start).then(|| NumberDraft::new(start, end, Bounds::both(total), Script::English))
}
