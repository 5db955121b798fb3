//! Digits in words where every number is a reference to a figure: which of them stand there by themselves and may not.

mod chinese;
mod cursor;
mod english;
#[cfg(test)]
mod tests;

use crate::text::Lang;
use cursor::Cursor;
use std::ops::Range;

/// The numbers that stand by themselves where they may not: not in a year or a date, not between quotation marks, and
/// not in one of `braced`, the places of the references.
pub(super) fn bare(text: &str, lang: Lang, braced: &[Range<usize>]) -> Vec<Range<usize>> {
    let free = [braced, &quoted(text)].concat();
    let mut bare = Vec::new();
    let mut at = 0;
    while let Some(number) = Cursor::new(text, at).next_number() {
        at = if let Some(around) = free.iter().find(|range| range.contains(&number.start)) {
            around.end.max(number.start + 1)
        } else if let Some(end) = date(text, number.start, lang) {
            end
        } else {
            bare.push(number.clone());
            number.end
        };
    }
    bare
}

/// Where the year or the date ends that begins at `start`.
fn date(text: &str, start: usize, lang: Lang) -> Option<usize> {
    match lang {
        Lang::Zh => chinese::date(text, start),
        Lang::En => english::date(text, start),
    }
}

const QUOTATION_MARKS: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》')];

/// What stands between quotation marks. A mark whose partner is missing opens nothing, and an apostrophe closes nothing.
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

/// Whether the mark stands within a word, as in `city’s`.
fn is_apostrophe(text: &str, at: usize) -> bool {
    let cursor = Cursor::new(text, at);
    let is_letter = |character: Option<char>| character.is_some_and(|it| it.is_ascii_alphabetic());
    text.get(at..).is_some_and(|rest| rest.starts_with('’'))
        && is_letter(cursor.before())
        && is_letter(cursor.after(&["’"]).and_then(Cursor::next))
}
