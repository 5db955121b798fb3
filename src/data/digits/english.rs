//! Years and dates in English: in 2024, from 2022 to 2025, 21 August 2024, August 21, 2024.
//!
//! A count comes before a noun, and a year or a day after its month does not: what follows tells them apart.

use super::cursor::Cursor;

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// Words that a year follows. “The” and “to” are not among them: they come before counts as well.
#[rustfmt::skip]
const BEFORE_YEARS: &[&str] = &[
    "in", "of", "since", "from", "until", "till", "by", "before", "after", "during", "for", "through", "throughout",
    "within", "into", "between", "with", "early", "mid", "late", "year", "years", "spring", "summer", "autumn",
    "winter",
];

/// Small words that may follow a year or a day; none of them stands between a count and its noun.
#[rustfmt::skip]
const AFTER_DATES: &[&str] = &[
    "a", "about", "after", "all", "almost", "alone", "an", "and", "are", "as", "at", "because", "before", "both",
    "but", "by", "did", "does", "each", "every", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in",
    "into", "is", "it", "its", "nearly", "no", "not", "of", "on", "only", "over", "she", "so", "than", "that", "the",
    "their", "there", "these", "they", "this", "those", "through", "till", "to", "under", "until", "was", "we",
    "were", "when", "where", "which", "while", "who", "whose", "with", "without",
];

const DASHES: [&str; 3] = ["–", "—", "-"];
const MARKS: [&str; 14] = [".", ",", ";", ":", "!", "?", ")", "]", "）", "”", "’", "'s", "\"", "…"];

/// Where the years or the date end that begin at `start`.
pub(super) fn date(text: &str, start: usize) -> Option<usize> {
    let from = Cursor::new(text, start);
    let is_free = from.before().is_none_or(|it| it.is_whitespace() || "([（–—".contains(it));
    let end = day_and_month(from).or_else(|| month_and_day(from)).or_else(|| years(from));
    end.filter(|_| is_free).map(Cursor::at)
}

/// `21 August 2024`, `12–15 May`: a date that begins with its day needs nothing behind it.
fn day_and_month(from: Cursor) -> Option<Cursor> {
    let one = day(from)?;
    let end = month(one).or_else(|| linked(one).and_then(day).and_then(month))?;
    let dated = end.space().and_then(year).filter(|end| !end.next().is_some_and(char::is_alphanumeric));
    Some(dated.unwrap_or(end))
}

/// `August 21`, `August 21, 2024`.
fn month_and_day(from: Cursor) -> Option<Cursor> {
    let day = day(from).filter(|_| MONTHS.contains(&word_apart(from)))?;
    let dated = day.after(&[","]).unwrap_or(day).space().and_then(year).filter(|end| is_closed(*end));
    dated.or_else(|| Some(day).filter(|end| is_closed(*end)))
}

/// A year, or several that are joined.
fn years(from: Cursor) -> Option<Cursor> {
    let mut at = year(from)?;
    let is_range = at.after(&DASHES).and_then(year).is_some();
    let word = word_apart(from);
    let is_told = MONTHS.contains(&word) || BEFORE_YEARS.contains(&word.to_ascii_lowercase().as_str());
    if !is_range && !is_told && !from.passed().ends_with(['(', '[', '（']) {
        return None;
    }
    let mut end = Some(at).filter(|at| is_closed(*at));
    while let Some(next) = listed(at).and_then(year) {
        at = next;
        end = Some(at).filter(|at| is_closed(*at)).or(end);
    }
    end
}

fn year(from: Cursor) -> Option<Cursor> {
    from.number(4..=4, 1900..=2099)
}

fn day(from: Cursor) -> Option<Cursor> {
    from.number(1..=2, 1..=31)
}

/// After the whole name of a month.
fn month(from: Cursor) -> Option<Cursor> {
    let name = from.space()?;
    name.after(&[name.word()]).filter(|_| MONTHS.contains(&name.word()))
}

/// After a dash, or after “and”, “or” or “to”.
fn linked(from: Cursor) -> Option<Cursor> {
    let by_word = || {
        let word = from.space()?;
        word.after(&[word.word()]).filter(|_| ["and", "or", "to"].contains(&word.word()))?.space()
    };
    from.after(&DASHES).or_else(by_word)
}

/// After a comma as well.
fn listed(from: Cursor) -> Option<Cursor> {
    match from.after(&[","]) {
        Some(comma) => linked(comma).or_else(|| comma.space()),
        None => linked(from),
    }
}

/// The word before, where white space is between; empty where there is none.
fn word_apart(from: Cursor<'_>) -> &str {
    let before = from.passed().trim_end();
    if before.len() < from.at() { Cursor::new(before, before.len()).word_before() } else { "" }
}

/// Whether no noun can follow: the text ends, or there is a mark, a reference or a small word.
fn is_closed(at: Cursor) -> bool {
    let next = at.gap();
    let is_dash = next.after(&DASHES).is_some_and(|after| !after.gap().next().is_some_and(char::is_numeric));
    // A hyphen makes one word of what it stands between: 2000-strong, on-site.
    let is_hyphen = |at: Cursor| at.next() == Some('-');
    if next.rest().is_empty() || (is_dash && !is_hyphen(next)) {
        return true;
    }
    if next.at() == at.at() {
        return at.after(&MARKS).is_some();
    }
    let is_small = AFTER_DATES.contains(&next.word().to_ascii_lowercase().as_str());
    next.after(&["{", "("]).is_some() || (is_small && next.after(&[next.word()]).is_some_and(|after| !is_hyphen(after)))
}
