//! Breaks text into lines that fit, by the Unicode line breaking algorithm (UAX 14). It keeps 。，》 from the start of a
//! line and “（《 from its end.

use super::is_han;
use super::width::width;
use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// The characters that end a line wherever they stand.
const ENDS_OF_LINES: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

const QUOTATION_MARKS: [char; 2] = ['“', '”'];

/// Breaks `text` into lines of at most `room` cells. Spaces at a break are dropped; a word wider than `room` is cut
/// between characters. A line break in `text` stays one. Never returns an empty list; with `room` 0 it returns one
/// empty line.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let lines = line_ranges(text, room).into_iter();
    lines.map(|line| text.get(line).unwrap_or_default().to_owned()).collect()
}

/// Returns where in `text` its lines stand, by the same rules.
pub(super) fn line_ranges(text: &str, room: usize) -> Vec<Range<usize>> {
    if room == 0 {
        return vec![Range::default()];
    }
    // Most texts fit, and where they could be broken doesn't matter.
    if width(text) <= room && !text.contains(ENDS_OF_LINES) {
        return vec![Range { start: 0, end: text.trim_end().len() }];
    }
    broken(text, room)
}

fn broken(text: &str, room: usize) -> Vec<Range<usize>> {
    let mut lines = Lines { text, room, done: Vec::new(), line: 0..0, used: 0 };
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        if is_within_range(text, end) {
            continue;
        }
        let piece = text.get(start..end).unwrap_or_default();
        if piece.contains(QUOTATION_MARKS) {
            for part in pieces(piece) {
                lines.add(start..start + part.len());
                start += part.len();
            }
        } else {
            lines.add(start..end);
            start = end;
        }
        if opportunity == BreakOpportunity::Mandatory && end < text.len() {
            lines.end_line(end);
        }
    }
    lines.end_line(text.len());
    lines.done
}

/// Whether a place lies behind the dash of a range such as 1–19. UAX 14 would break there.
fn is_within_range(text: &str, at: usize) -> bool {
    let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let number = before.strip_suffix('–').unwrap_or_default();
    is_digit(number.chars().next_back()) && is_digit(after.chars().next())
}

/// Lines of a text that is being broken.
struct Lines<'a> {
    text: &'a str,
    room: usize,
    done: Vec<Range<usize>>,
    /// The line that is being filled.
    line: Range<usize>,
    /// The cells that it takes.
    used: usize,
}

impl Lines<'_> {
    fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Ends the line, without the spaces at its end, and begins another at `next`.
    fn end_line(&mut self, next: usize) {
        let length = self.get(self.line.clone()).trim_end().len();
        self.done.push(self.line.start..self.line.start + length);
        self.begin_line(next);
    }

    const fn begin_line(&mut self, at: usize) {
        self.line = at..at;
        self.used = 0;
    }

    const fn extend_line(&mut self, end: usize, cells: usize) {
        self.line.end = end;
        self.used += cells;
    }

    /// Adds what stands between two places where the text may be broken.
    fn add(&mut self, part: Range<usize>) {
        let without_breaks = self.get(part.clone()).trim_end_matches(['\n', '\r']);
        let (start, end) = (part.start, part.start + without_breaks.len());
        let cells = width(without_breaks);
        let seen = without_breaks.trim_end();
        let cells_to_see = if seen.len() == without_breaks.len() { cells } else { width(seen) };
        if self.used + cells_to_see > self.room {
            if self.get(self.line.clone()).trim_end().is_empty() {
                self.begin_line(start);
            } else {
                self.end_line(start);
            }
        }
        if self.used + cells_to_see <= self.room {
            self.extend_line(end, cells);
        } else {
            self.add_in_clusters(start..end);
        }
    }

    /// Adds a word that is wider than a line, cut between characters. What is wider than a whole line is left out.
    fn add_in_clusters(&mut self, word: Range<usize>) {
        let (text, mut at) = (self.text, word.start);
        for cluster in text.get(word).unwrap_or_default().graphemes(true) {
            let cells = width(cluster);
            if self.used + cells > self.room && !self.line.is_empty() {
                self.done.push(self.line.clone());
                self.begin_line(at);
            }
            at += cluster.len();
            if cells <= self.room {
                self.extend_line(at, cells);
            } else {
                self.begin_line(at);
            }
        }
    }
}

/// UAX 14 allows no break between a Chinese character and a curly quotation mark, because it can't know which
/// language the mark belongs to. In Chinese one may break before “ and after ”.
fn pieces(piece: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (index, character) in piece.char_indices() {
        let breakable = before.is_some_and(|before| {
            (character == '“' && is_han(before)) || (before == '”' && (is_han(character) || character == '“'))
        });
        if breakable && index > start {
            parts.extend(piece.get(start..index));
            start = index;
        }
        before = Some(character);
    }
    parts.extend(piece.get(start..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn punctuation_keeps_its_place() {
        assert_eq!(wrap("协商于民，协商为民。", 8), ["协商于", "民，协商", "为民。"]);
        assert_eq!(wrap("搭建“秦商量”平台", 6), ["搭建", "“秦商", "量”平", "台"]);
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("in 1–19 of 2024–2025", 6), ["in", "1–19", "of", "2024–2", "025"]);
        assert_eq!(wrap("a\nb", 7), ["a", "b"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("协", 1), [""]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_nothing_is_lost(text in "[a-z一二三四五六七八九十，。“”（）《》 ]{0,60}", room in 2_usize..40) {
            let lines = wrap(&text, room);
            for line in &lines {
                prop_assert!(width(line) <= room, "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn a_text_that_fits_is_not_broken(text in "[a-z一二三，。“”（）\u{301}\u{2028}\t\r\n ]{0,12}", room in 1_usize..30) {
            prop_assert_eq!(line_ranges(&text, room), broken(&text, room));
        }
    }
}
