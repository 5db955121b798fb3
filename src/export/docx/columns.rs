//! The columns of a table: what may not break within a cell, and how wide each column is.

use crate::export::document::{DocumentTable, Piece};
use crate::text::{Lang, width};
use itertools::Itertools;

/// The width of the text in twentieths of a typographic point: A4 without its margins.
const TEXT_WIDTH: usize = 8844;
/// The margins of a cell on both sides, with a little room for its borders.
const MARGINS: usize = 190;
/// The most cells that a word counts as: a longer one, such as an address, breaks after all.
const LONGEST_WORD: usize = 24;
/// The cells that a column counts as, at most.
const MOST_CELLS: usize = 30;

const SPACE: char = '\u{a0}';
/// Written as an element of its own, since some fonts lack the character.
pub(super) const HYPHEN: char = '\u{2011}';

/// Returns a text of which a value keeps with its unit, and a date with its month and year: `19 January 2026`.
pub(super) fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words = text.split(' ').collect_vec();
    for (word, next) in words.iter().zip(words.iter().skip(1).map(Some).chain([None])) {
        out.push_str(&date_unbroken(word));
        if let Some(next) = next {
            out.push(if are_one(word, next) { SPACE } else { ' ' });
        }
    }
    out
}

/// Whether two words are a value with its unit, or parts of a date.
fn are_one(word: &str, next: &str) -> bool {
    const NO_UNITS: [&str; 8] = ["to", "and", "or", "of", "in", "from", "by", "with"];
    let begins_with_digit = next.starts_with(|first: char| first.is_ascii_digit());
    let is_month = word.starts_with(|first: char| first.is_ascii_uppercase()) && word.chars().all(char::is_alphabetic);
    let is_unit = next.starts_with(|first: char| first.is_alphabetic() || matches!(first, '%' | '‰'));
    let is_value = word.ends_with(|last: char| last.is_ascii_digit()) && is_unit && !NO_UNITS.contains(&next);
    is_value || (is_month && begins_with_digit)
}

/// Returns a word, its hyphens unbroken where it is a date: `2026-01-19`.
fn date_unbroken(word: &str) -> String {
    let is_date = word.contains('-') && word.chars().all(|each| each.is_ascii_digit() || each == '-');
    if is_date { word.replace('-', &HYPHEN.to_string()) } else { word.to_owned() }
}

/// Returns the widths of the columns: each takes its longest word, and one with more to say gets more of what is left.
/// Where not all words have room, the first column keeps its own: it has the names by which the rows are known.
pub(super) fn column_widths(table: &DocumentTable, lang: Lang) -> Vec<usize> {
    let columns = (0..table.headings.len()).map(|column| cells(table, column)).collect_vec();
    let width_of = |column, word: usize| word * cell_width(column, lang) + MARGINS;
    let least = columns.iter().enumerate().map(|(column, (word, _))| width_of(column, *word)).collect_vec();
    let taken: usize = least.iter().sum();
    if let Some((first, others)) = least.split_first().filter(|_| taken >= TEXT_WIDTH) {
        let of_others: usize = others.iter().sum();
        let left = TEXT_WIDTH.saturating_sub(*first);
        return [*first].into_iter().chain(others.iter().map(|width| left * width / of_others.max(1))).collect();
    }
    let more = columns.iter().map(|(word, whole)| whole.saturating_sub(*word).max(1)).collect_vec();
    let all: usize = more.iter().sum();
    least.iter().zip(more).map(|(least, more)| least + (TEXT_WIDTH - taken) * more / all.max(1)).collect()
}

/// Returns the width of a cell. A Chinese character is as wide as its size; a letter is taken for as wide as in the widest
/// of the fonts that may stand in for the one named, and the names in the first column are bold.
const fn cell_width(column: usize, lang: Lang) -> usize {
    match (lang, column) {
        (Lang::Zh, _) => 125,
        (Lang::En, 0) => 150,
        (Lang::En, _) => 122,
    }
}

/// Returns the cells of the longest word of a column, and those of its longest text.
fn cells(table: &DocumentTable, column: usize) -> (usize, usize) {
    let heading = table.headings.get(column).map(|heading| (longest_word(heading) + 1, width(heading) + 1));
    let texts = table.rows.iter().filter_map(|row| row.get(column)).map(|line| {
        let text: String = line.iter().map(words).collect();
        let marks = 2 * line.iter().filter(|piece| matches!(piece, Piece::Note(_))).count();
        let word = longest_word(&unbroken(&text));
        (if marks > 0 { word + marks.min(4) } else { word }, width(&text) + marks)
    });
    let (word, whole) =
        heading.into_iter().chain(texts).fold((0, 0), |(word, whole), (one, other)| (word.max(one), whole.max(other)));
    (word.min(LONGEST_WORD), whole.min(MOST_CELLS))
}

const fn words(piece: &Piece) -> &str {
    match piece {
        Piece::Words(words) | Piece::Strong(words) => words.as_str(),
        Piece::Note(_) => "",
    }
}

/// Returns the cells of the longest word. Chinese breaks between any two characters, so that no more of it counts than a
/// name or a value has.
fn longest_word(text: &str) -> usize {
    const LONGEST_CHINESE: usize = 12;
    let cells = |word: &str| match width(word) {
        cells if cells > word.chars().count() => cells.min(LONGEST_CHINESE),
        cells => cells,
    };
    text.split(' ').map(cells).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_dates_are_unbroken() {
        for (text, whole) in [
            ("100 %", "100\u{a0}%"),
            ("more than 100 proposals", "more than 100\u{a0}proposals"),
            ("From January 2025 to 19 January 2026", "From January\u{a0}2025 to 19\u{a0}January\u{a0}2026"),
            ("2026-01-19", "2026\u{2011}01\u{2011}19"),
            ("joint-stock 3–4", "joint-stock 3–4"),
        ] {
            assert_eq!(unbroken(text), whole);
        }
    }
}
