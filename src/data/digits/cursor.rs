//! A place in a text, and what can be read from there.

use crate::text::fold_fullwidth;
use std::ops::{Range, RangeInclusive};

/// A place in a text. What reads on from it gives the place after what was read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The place at a byte.
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The byte.
    pub fn at(self) -> usize {
        self.at
    }

    /// What is still to be read.
    pub fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What was passed.
    pub fn passed(self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The next character.
    pub fn next(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before.
    pub fn before(self) -> Option<char> {
        self.passed().chars().next_back()
    }

    /// After one of these, where one comes next; of two the longer must be given first.
    pub fn after(self, words: &[&str]) -> Option<Self> {
        let word = words.iter().find(|word| self.rest().starts_with(**word))?;
        Some(self.skip(word.len()))
    }

    /// After white space, if any.
    pub fn gap(self) -> Self {
        self.skip(self.rest().len() - self.rest().trim_start().len())
    }

    /// After white space, where there is some.
    pub fn space(self) -> Option<Self> {
        let after = self.gap();
        (after.at > self.at).then_some(after)
    }

    /// The word of letters that comes next; empty where none does.
    pub fn word(self) -> &'a str {
        let end = self.rest().find(|it: char| !it.is_alphabetic()).unwrap_or(self.rest().len());
        self.rest().get(..end).unwrap_or_default()
    }

    /// The word of letters that ends here; empty where none does.
    pub fn word_before(self) -> &'a str {
        self.passed().rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default()
    }

    /// After a whole number within bounds, where one comes next, of so many digits.
    pub fn number(self, digits: RangeInclusive<usize>, bounds: RangeInclusive<u32>) -> Option<Self> {
        let range = self.next_number().filter(|range| range.start == self.at)?;
        let written = self.text.get(range.clone())?;
        let value = written.chars().try_fold(0, |value: u32, character| {
            value.checked_mul(10)?.checked_add(fold_fullwidth(character).to_digit(10)?)
        })?;
        (digits.contains(&written.chars().count()) && bounds.contains(&value)).then(|| self.skip(range.len()))
    }

    /// The next number, here or further on: digits, with the points and commas between them.
    pub fn next_number(self) -> Option<Range<usize>> {
        let start = self.at + self.rest().find(is_digit)?;
        let mut end = start;
        let mut characters = Self { at: start, ..self }.rest().chars().peekable();
        while let Some(character) = characters.next() {
            let is_point = matches!(character, '.' | ',') && characters.peek().copied().is_some_and(is_digit);
            if !is_digit(character) && !is_point {
                break;
            }
            end += character.len_utf8();
        }
        Some(start..end)
    }

    fn skip(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }
}

/// Whether a character stands for a number, in whatever script; the marks of lists and the zero of spelt-out years don't.
fn is_digit(character: char) -> bool {
    character.is_numeric() && !matches!(character, '①'..='⑳' | '〇')
}
