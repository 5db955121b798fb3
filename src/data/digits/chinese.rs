//! Years and dates in Chinese: 2024年8月21日, 2022—2024年, （2024）.

use super::cursor::Cursor;
use std::ops::RangeInclusive;

const RANGE_MARKS: [&str; 9] = ["——", "—", "–", "-", "～", "~", "－", "至", "到"];
const OPEN: [char; 4] = ['（', '(', '〔', '['];
const CLOSE: [&str; 4] = ["）", ")", "〕", "]"];

/// A part of a date: how many digits it has, what it may be, the word behind it, and what can't follow that word, since
/// it would make a count or an average of it (5年来, 月活, 日均).
struct Part {
    digits: RangeInclusive<usize>,
    bounds: RangeInclusive<u32>,
    word: &'static str,
    not_before: [&'static str; 2],
}

const YEAR: Part = Part { digits: 4..=4, bounds: 1900..=2099, word: "年", not_before: ["来", "均"] };
const MONTH: Part = Part { digits: 1..=2, bounds: 1..=12, word: "月", not_before: ["活", "均"] };
const DAY: Part = Part { digits: 1..=2, bounds: 1..=31, word: "日", not_before: ["活", "均"] };

/// Where the year, the month or the day ends that begins at `start`.
pub(super) fn date(text: &str, start: usize) -> Option<usize> {
    let from = Cursor::new(text, start);
    // A 1+10月 or an A2024年 is no date.
    if from.before().is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '+' | '＋' | '×' | '/' | '.')) {
        return None;
    }
    let end = in_brackets(from)
        .or_else(|| named(from, &YEAR))
        .or_else(|| named(from, &MONTH))
        .or_else(|| named(from, &DAY).filter(|_| is_beside_month(from)));
    end.map(Cursor::at)
}

/// A number or two with the word behind them.
fn named<'a>(from: Cursor<'a>, part: &Part) -> Option<Cursor<'a>> {
    let end = one_or_two(from, part)?.gap().after(&[part.word])?;
    end.after(&part.not_before).is_none().then_some(end)
}

/// A year or two alone in brackets.
fn in_brackets(from: Cursor) -> Option<Cursor> {
    let end = one_or_two(from, &YEAR)?;
    (from.passed().ends_with(OPEN) && end.after(&CLOSE).is_some()).then_some(end)
}

/// A number, and another that is joined to it.
fn one_or_two<'a>(from: Cursor<'a>, part: &Part) -> Option<Cursor<'a>> {
    let number = |at: Cursor<'a>| at.gap().number(part.digits.clone(), part.bounds.clone());
    let one = number(from)?;
    let two = one.gap().after(&RANGE_MARKS).and_then(number);
    Some(two.unwrap_or(one))
}

/// Whether a day follows its month, or another day that it is joined to.
fn is_beside_month(from: Cursor) -> bool {
    let before = from.passed().trim_end();
    let first_day = RANGE_MARKS.iter().find_map(|mark| before.strip_suffix(mark));
    before.ends_with('月') || first_day.is_some_and(|first| first.trim_end().ends_with('日'))
}
