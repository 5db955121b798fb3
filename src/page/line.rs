//! A line of a page on its way to a paragraph, with what was done to it.

use super::findings::{MarkKind, RepairCounts, RepairKind};
use std::collections::BTreeMap;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct PageLine {
    pub text: String,
    /// The line of the page, from 1; of HTML, the number of its block.
    pub number: usize,
    pub repairs: RepairCounts,
    pub marks: Vec<(MarkKind, String)>,
    /// The line as it was, where tags were taken out.
    pub raw: Option<String>,
    /// Whether all of its text is in links.
    pub is_links: bool,
    /// Whether it stands in an element such as `article`, where the page has one.
    pub is_inside: bool,
}

impl PageLine {
    /// Makes a line of its text.
    pub fn new(number: usize, text: impl Into<String>) -> Self {
        let (repairs, marks) = (BTreeMap::new(), Vec::new());
        Self { text: text.into(), number, repairs, marks, raw: None, is_links: false, is_inside: true }
    }

    /// Counts repairs of one kind.
    pub fn count(&mut self, kind: RepairKind, count: usize) {
        if count > 0 {
            *self.repairs.entry(kind).or_default() += count;
        }
    }

    /// Adds a line that carries this one on.
    pub fn join(&mut self, tail: Self) {
        let around = format!("{}|{}", last_of(&self.text, 6), first_of(&tail.text, 6));
        self.text.push_str(&tail.text);
        for (kind, count) in tail.repairs {
            self.count(kind, count);
        }
        self.marks.extend(tail.marks);
        self.count(RepairKind::Joined, 1);
        self.marks.push((MarkKind::JoinProposed, around));
    }
}

/// Returns the first characters of a text.
pub(super) fn first_of(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

/// Returns the last characters of a text.
pub(super) fn last_of(text: &str, count: usize) -> String {
    let length = text.chars().count();
    text.chars().skip(length.saturating_sub(count)).collect()
}

/// Returns the characters around a place, up to `reach` on either side.
pub(super) fn around(characters: &[char], place: usize, reach: usize) -> String {
    let from = place.saturating_sub(reach);
    characters.iter().skip(from).take(place - from + reach + 1).collect()
}

/// Whether a character is a Chinese one.
pub(super) const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}
