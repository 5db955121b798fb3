//! Finds numbers that are written out in rich text, where each should be a reference to a figure.
//!
//! Years, dates and names between quotation marks may be written out. No grammar surely tells a year from a count, so
//! the rules only look at the neighbours of a number. A number that no rule allows is a fault.

#[cfg(test)]
mod tests;

use crate::text::{Lang, fold_fullwidth};
use std::ops::Range;

/// Returns the numbers that are written out and may not be. Those in `braced`, the ranges of references, do not count.
pub(super) fn literal_numbers(text: &str, lang: Lang, braced: &[Range<usize>]) -> Vec<Range<usize>> {
    let free = [braced, &quoted(text)].concat();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = next_number(text, at) {
        at = number.end;
        if let Some(around) = free.iter().find(|range| range.contains(&number.start)) {
            at = around.end;
        } else if !is_date(text, &number, lang) {
            found.push(number);
        }
    }
    found
}

/// Returns the next number from a byte on: digits, with the points and commas between them.
fn next_number(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text.get(from..)?.find(is_digit)?;
    let mut end = start;
    let mut characters = text.get(start..)?.chars().peekable();
    while let Some(character) = characters.next() {
        let is_point = matches!(character, '.' | ',') && characters.peek().copied().is_some_and(is_digit);
        if !is_digit(character) && !is_point {
            break;
        }
        end += character.len_utf8();
    }
    Some(start..end)
}

/// Returns whether a character stands for a number, in whatever script. The marks of lists and the zero of years that are
/// spelt out do not.
fn is_digit(character: char) -> bool {
    character.is_numeric() && !matches!(character, '①'..='⑳' | '〇')
}

/// Returns whether a number is a year or a part of a date, by what stands before and after it.
fn is_date(text: &str, number: &Range<usize>, lang: Lang) -> bool {
    let around = || Some((text.get(..number.start)?, text.get(number.clone())?, text.get(number.end..)?));
    let Some((before, written, after)) = around() else { return false };
    let ascii: String = written.chars().map(fold_fullwidth).collect();
    let Ok(value) = ascii.parse() else { return false };
    match lang {
        Lang::Zh => is_chinese_date(value, after),
        Lang::En => is_english_date(value, before, after),
    }
}

fn is_year(value: u32) -> bool {
    (1900..=2099).contains(&value)
}

/// What may join two numbers that share what stands behind the second: 2022—2024年, 12 to 15 May.
const LINKS: [&str; 12] = ["——", "—", "–", "-", "～", "~", "－", "至", "到", "and ", "or ", "to "];

/// Returns what follows the second of two joined numbers, where the first was just passed.
fn after_joined<'t>(after: &'t str, links: &[&str]) -> Option<&'t str> {
    let after = after.trim_start();
    let second = links.iter().find_map(|link| after.strip_prefix(link))?.trim_start();
    let number = next_number(second, 0).filter(|number| number.start == 0)?;
    second.get(number.end..)
}

/// A year stands before 年 or a closing bracket, a month before 月, a day before 日.
fn is_chinese_date(value: u32, after: &str) -> bool {
    if let Some(after) = after_joined(after, &LINKS) {
        return is_chinese_date(value, after);
    }
    let mut rest = after.trim_start().chars();
    let unit = rest.next();
    let next = rest.next();
    // 2000年来, 5日均 and 12月活 count or average.
    match unit {
        Some('年') => is_year(value) && !matches!(next, Some('来' | '均')),
        Some('月') => (1..=12).contains(&value) && !matches!(next, Some('活' | '均')),
        Some('日') => (1..=31).contains(&value) && !matches!(next, Some('活' | '均')),
        Some('）' | ')' | '〕' | ']') => is_year(value),
        _ => false,
    }
}

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// Small words that may follow a year; none of them stands between a count and its noun.
#[rustfmt::skip]
const AFTER_YEARS: &[&str] = &[
    "a", "about", "after", "all", "almost", "alone", "an", "and", "are", "as", "at", "because", "before", "both",
    "but", "by", "did", "does", "each", "every", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in",
    "into", "is", "it", "its", "nearly", "no", "not", "of", "on", "only", "over", "she", "so", "than", "that", "the",
    "their", "there", "these", "they", "this", "those", "through", "till", "to", "under", "until", "was", "we",
    "were", "when", "where", "which", "while", "who", "whose", "with", "without",
];

/// A day stands beside the name of a month. A year does as well, or it stands where no noun follows: a count has one.
fn is_english_date(value: u32, before: &str, after: &str) -> bool {
    match value {
        1..=31 => is_beside_month(before, after),
        _ => is_year(value) && (is_beside_month(before, after) || no_noun_follows(after)),
    }
}

fn is_beside_month(before: &str, after: &str) -> bool {
    let word_before = before.trim_end().rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    let word_after = |after: &str| MONTHS.contains(&first_word(after.trim_start()));
    MONTHS.contains(&word_before) || word_after(after) || after_joined(after, &LINKS).is_some_and(word_after)
}

/// Returns whether the text goes on with a mark, a reference or a small word, or ends.
fn no_noun_follows(after: &str) -> bool {
    // A year may be joined to another by a dash. After a word such as “and” the second number may be a count.
    if let Some(after) = after_joined(after, &["–", "—", "-"]) {
        return no_noun_follows(after);
    }
    let rest = after.trim_start();
    let is_apart = rest.len() < after.len();
    match rest.chars().next() {
        None | Some('–' | '—') => true,
        // A hyphen makes one word of what it stands between: 2000-strong, on-site.
        Some('-' | '{' | '(') => is_apart,
        Some(letter) if letter.is_alphabetic() => {
            let word = first_word(rest);
            let is_small = AFTER_YEARS.contains(&word.to_ascii_lowercase().as_str());
            is_apart && is_small && !rest.get(word.len()..).is_some_and(|rest| rest.starts_with('-'))
        }
        Some(mark) => ".,;:!?)]）”’'\"…".contains(mark),
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|it: char| !it.is_alphabetic()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

const QUOTATION_MARKS: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》')];

/// Returns what stands between quotation marks. A mark without a partner opens nothing, and an apostrophe closes nothing.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        let is_closer = character == '"' || QUOTATION_MARKS.iter().any(|(_, closer)| *closer == character);
        let partner = open.iter().rposition(|(closer, _)| *closer == character);
        if let (true, false, Some(partner)) = (is_closer, is_apostrophe(text, at), partner) {
            // What was opened in between and is still open lacks its partner.
            quoted.extend(open.drain(partner..).next().map(|(_, start)| start..at));
        } else if character == '"' {
            open.push(('"', at));
        } else if let Some((_, closer)) = QUOTATION_MARKS.iter().find(|(opener, _)| *opener == character) {
            open.push((*closer, at));
        }
    }
    quoted
}

/// Returns whether the mark stands within a word, as in `city's`.
fn is_apostrophe(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let is_letter = |character: Option<char>| character.is_some_and(|it| it.is_ascii_alphabetic());
    is_letter(before.chars().next_back()) && after.strip_prefix('’').is_some_and(|rest| is_letter(rest.chars().next()))
}
