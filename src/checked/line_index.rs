//! Finds the line and column of a byte without reading the text from its beginning each time: a file may have as many
//! faults as bytes.

use super::diagnostic::Position;
use std::ops::Range;

/// How many bytes are counted together.
const BLOCK: usize = 256;

/// How many bytes of a line are quoted on each side of a fault. A shorter line is quoted whole.
const QUOTED: usize = 200;

/// Where the lines of a text begin, and how many characters stand before each block of bytes.
pub(super) struct LineIndex {
    lines: Vec<usize>,
    characters: Vec<usize>,
    /// The first byte of each line that opens an entry, such as `[[area]]`.
    entries: Vec<usize>,
}

/// A piece of a line, with the bytes of it that get carets.
pub(super) struct Quote {
    /// How many characters of the line stand before the piece.
    pub cut: usize,
    pub text: String,
    pub marked: Range<usize>,
}

impl LineIndex {
    /// Reads a text once.
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines: Vec<usize> = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let characters = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += count_characters(block);
            Some(before)
        });
        let characters = characters.collect();
        // `[[deck.slide]]` belongs to the entry above it.
        let opens = |line: &str| line.starts_with('[') && !line.contains('.');
        let entries = text.split_inclusive('\n').zip(&lines).filter(|(line, _)| opens(line)).map(|(_, at)| *at);
        let entries = entries.collect();
        Self { lines, characters, entries }
    }

    /// Returns the line and column of a byte.
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.line_start(line);
        let column = self.characters_before(text, byte) - self.characters_before(text, start) + 1;
        Position { line, column }
    }

    /// Quotes the line in which a range of bytes begins; of a very long one only what stands around its beginning.
    pub fn quote(&self, text: &str, bytes: Range<usize>) -> Quote {
        let line = self.lines.partition_point(|start| *start <= bytes.start);
        let line_start = self.line_start(line);
        let line_end = self.lines.get(line).map_or(text.len(), |next| next - 1).max(line_start);
        let line_end = if text.get(line_start..line_end).is_some_and(|line| line.ends_with('\r')) {
            line_end - 1
        } else {
            line_end
        };
        let at = bytes.start.min(line_end);
        let (mut start, mut end) = (line_start, line_end);
        if line_end - line_start > 2 * QUOTED {
            let is_boundary = |byte: &usize| text.is_char_boundary(*byte);
            start =
                (line_start..=at.saturating_sub(QUOTED).max(line_start)).rev().find(is_boundary).unwrap_or(line_start);
            end = (at.saturating_add(QUOTED).min(line_end)..=line_end).find(is_boundary).unwrap_or(line_end);
        }
        let cut = self.characters_before(text, start) - self.characters_before(text, line_start);
        let marked = at - start..bytes.end.clamp(at, end) - start;
        Quote { cut, text: text.get(start..end).unwrap_or_default().to_owned(), marked }
    }

    /// Returns the bytes of the entry that a byte stands in: from the line that opens it to that which opens the next.
    pub fn entry(&self, text: &str, byte: usize) -> Range<usize> {
        let next = self.entries.partition_point(|start| *start <= byte);
        let start = next.checked_sub(1).and_then(|last| self.entries.get(last)).copied().unwrap_or(0);
        start..self.entries.get(next).copied().unwrap_or(text.len())
    }

    fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0)
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let block = (byte / BLOCK).min(self.characters.len().saturating_sub(1));
        let from = block * BLOCK;
        let rest = text.as_bytes().get(from..byte.min(text.len())).unwrap_or_default();
        self.characters.get(block).copied().unwrap_or(0) + count_characters(rest)
    }
}

/// Counts the characters that begin in some bytes.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test that slices wrongly has failed")]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_line_and_column() {
        let text = format!("一\n\n{}\r\n[[area]]\n[[deck.slide]]\n[[deck]]x", "督导 visits ".repeat(100));
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices() {
            let before = &text[..at];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let right =
                Position { line: before.matches('\n').count() + 1, column: text[start..at].chars().count() + 1 };
            assert_eq!(index.position(&text, at), right);
            let Quote { cut, text: piece, marked } = index.quote(&text, at..at + 1);
            let line = text[start..].lines().next().unwrap();
            let piece_start = line.char_indices().nth(cut).map_or(line.len(), |(at, _)| at);
            assert!(line[piece_start..].starts_with(&piece) && piece.len() <= 2 * QUOTED + 8);
            assert_eq!(piece_start + marked.start, (at - start).min(line.len()));
        }
        let area = text.find("[[area").unwrap();
        assert_eq!(index.entry(&text, 3), 0..area);
        assert_eq!(index.entry(&text, text.find("slide").unwrap()), area..text.find("[[deck]]").unwrap());
        assert_eq!(index.entry(&text, text.len()), text.find("[[deck]]").unwrap()..text.len());
        assert_eq!(LineIndex::new("").position("", 0), Position { line: 1, column: 1 });
    }
}
