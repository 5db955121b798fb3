//! Designed numbers in a text: “1+10”, “122+N”, “4+X”.

use super::phrase_choice::longest;
use super::slice::slice;
use crate::text::fold_fullwidth;
use std::ops::Range;

/// Returns the designed numbers of a text, each with its place and its value in ordinary signs.
pub(super) fn designed(text: &[char]) -> Vec<(Range<usize>, String)> {
    let plain: Vec<char> = text.iter().map(|&character| ordinary(character)).collect();
    let is_part =
        |at: usize| plain.get(at).is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | 'N' | 'X' | 'n' | 'x'));
    let mut found = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        let end = (at..=plain.len()).find(|&end| !is_part(end)).unwrap_or(plain.len());
        let value: String = plain.get(at..end).unwrap_or_default().iter().collect();
        let parts: Vec<&str> = value.split('+').collect();
        let stands_alone =
            !at.checked_sub(1).is_some_and(|before| is_letter(&plain, before)) && !is_letter(&plain, end);
        let has_digit = value.starts_with(|first: char| first.is_ascii_digit());
        if parts.len() > 1 && parts.iter().all(|part| !part.is_empty()) && stands_alone && has_digit {
            found.push((at..end, value));
        }
        at = end.max(at + 1);
    }
    found
}

/// Returns the phrase to quote for a designed number: with the quotation marks around it and a few characters behind.
pub(super) fn phrase(text: &[char], place: Range<usize>) -> String {
    let is_one_of = |at: usize, marks: &str| text.get(at).is_some_and(|character| marks.contains(*character));
    let before = place.start.checked_sub(1).filter(|&at| is_one_of(at, "“\"「"));
    let start = before.unwrap_or(place.start);
    let last = text.len().min(start + longest(&text.iter().collect::<String>()));
    let closes = |at: &usize| is_one_of(*at, "，。；：！？、,;:!?（）()\n");
    let end = (place.end..last).find(closes).unwrap_or(last);
    slice(text, start..end.max(place.end.min(last)))
}

fn is_letter(text: &[char], at: usize) -> bool {
    text.get(at).is_some_and(char::is_ascii_alphanumeric)
}

fn ordinary(character: char) -> char {
    match character {
        '＋' | '﹢' | '➕' => '+',
        _ => fold_fullwidth(character),
    }
}
