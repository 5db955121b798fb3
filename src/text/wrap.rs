//! Breaks text into lines that fit, by the Unicode line breaking algorithm (UAX 14). It keeps 。，》 from the start of a
//! line and “（《 from its end.

use super::width::width;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// Breaks `text` into lines of at most `room` cells. Spaces at a break are dropped; a word wider than `room` is cut
/// between characters. A line break in `text` stays one. Never returns an empty list; with `room` 0 it returns one
/// empty line.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    if room == 0 {
        return vec![String::new()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        let piece = text.get(start..end).unwrap_or_default();
        start = end;
        for part in pieces(piece) {
            add(&mut lines, &mut line, part, room);
        }
        let more = end < text.len();
        if opportunity == BreakOpportunity::Mandatory && more {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
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

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn add(lines: &mut Vec<String>, line: &mut String, part: &str, room: usize) {
    let part = part.trim_end_matches(['\n', '\r']);
    if width(line) + width(part.trim_end()) <= room {
        line.push_str(part);
        return;
    }
    if !line.trim_end().is_empty() {
        lines.push(std::mem::take(line).trim_end().to_owned());
    }
    line.clear();
    if width(part.trim_end()) <= room {
        line.push_str(part);
        return;
    }
    for cluster in part.graphemes(true) {
        if width(line) + width(cluster) > room && !line.is_empty() {
            lines.push(std::mem::take(line));
        }
        if width(cluster) <= room {
            line.push_str(cluster);
        }
    }
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
    }
}
