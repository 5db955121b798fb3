//! A text under which a thing is found, prepared for comparison.

use super::letter::{NOTHING, SEPARATOR, letters};
use super::pairs::LetterPairs;
use super::pinyin::Readings;
use crate::text::is_han;

/// A text under which an entry is found.
#[derive(Clone, Debug)]
pub struct SearchForm {
    /// The text as it is shown.
    pub text: String,
    /// The characters as they are compared: one for each character of the text, then those that are not shown.
    pub(super) letters: Vec<char>,
    /// How many of the letters are shown.
    pub(super) shown: usize,
    /// Where the name ends: behind it stand a value and its period.
    name_end: usize,
    /// Where the name itself begins, after the name of the area that it belongs to.
    own: usize,
    /// Where the bracket begins that ends the name, if one does.
    pub(super) head: Option<usize>,
    pub(super) is_chinese: bool,
    /// Whether it is an id or a code, of which no part is guessed.
    pub(super) is_code: bool,
    /// One bit for each of 64 kinds of letters that occur.
    pub(super) mask: u64,
    /// The letters that may follow each other, known once the readings are.
    pub(super) pairs: LetterPairs,
}

/// What a match takes up of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MatchExtent {
    /// It takes up the whole name.
    Whole,
    /// All before the bracket that ends the name.
    Head,
    /// The beginning of the name.
    Beginning,
    /// What begins with a word of the name; each Chinese character begins one.
    Word,
    /// What lies within a word.
    Inside,
}

impl SearchForm {
    /// Prepares a name for comparison.
    pub(super) fn new(text: String) -> Self {
        Self::in_area("", text)
    }

    /// Prepares a name with that of its area before it. The name is found whole without the area, too.
    pub(super) fn in_area(area: &str, name: String) -> Self {
        let text = if area.is_empty() { name } else { format!("{area} {name}") };
        let own = if area.is_empty() { 0 } else { area.chars().count() + 1 };
        let letters = letters(&text);
        let bracket = text.chars().enumerate().skip(own + 1).find(|(_, character)| matches!(character, '（' | '('));
        Self {
            shown: letters.len(),
            name_end: letters.len(),
            own,
            head: bracket.map(|(place, _)| place),
            is_chinese: letters.iter().any(|letter| is_han(*letter)),
            is_code: false,
            mask: mask(&letters),
            pairs: LetterPairs::default(),
            letters,
            text,
        }
    }

    /// Adds what is shown behind the name.
    pub(super) fn followed_by(self, words: &str) -> Self {
        let text = format!("{}{words}", self.text);
        let letters = letters(&text);
        Self { shown: letters.len(), mask: mask(&letters), letters, text, ..self }
    }

    /// Prepares an id or a code.
    pub(super) fn code(text: &str) -> Self {
        Self { is_code: true, head: None, ..Self::new(text.to_owned()) }
    }

    /// Whether it is an id or a code, and no name.
    #[must_use]
    pub const fn is_code(&self) -> bool {
        self.is_code
    }

    /// Adds words by which it is found, too, but which are not shown.
    pub(super) fn with_unseen(mut self, words: &str) -> Self {
        if !words.is_empty() {
            self.letters.push(SEPARATOR);
            self.letters.extend(letters(words));
            self.mask = mask(&self.letters);
        }
        self
    }

    /// Takes the readings of all its characters in.
    pub(super) fn add_readings(&self, readings: &mut Readings) {
        for (character, letter) in self.text.chars().zip(&self.letters) {
            readings.add(character, *letter);
        }
        for letter in self.letters.iter().skip(self.shown) {
            readings.add(*letter, *letter);
        }
    }

    /// Works out what may be typed for it, from the readings of its characters.
    pub(super) fn learn(&mut self, readings: &Readings) {
        self.pairs = LetterPairs::of(&self.letters, readings);
    }

    /// Returns what the letters from one place to another take up of the name.
    pub(super) fn extent(&self, from: usize, to: usize) -> MatchExtent {
        let begins = from < self.shown && (self.is_blank(self.own, from) || self.is_blank(0, from));
        if begins && self.is_blank(to, self.shown) {
            MatchExtent::Whole
        } else if begins && self.head.is_some_and(|head| self.is_blank(to, head)) {
            MatchExtent::Head
        } else if begins {
            MatchExtent::Beginning
        } else if self.begins_word(from) {
            MatchExtent::Word
        } else {
            MatchExtent::Inside
        }
    }

    /// Whether the name may begin behind a place.
    pub(super) fn may_begin_after(&self, place: usize) -> bool {
        place < self.own || self.is_blank(self.own, place + 1)
    }

    /// Whether a value stands behind the name.
    pub(super) const fn is_followed(&self) -> bool {
        self.name_end < self.shown
    }

    /// Returns the letters among which a word is looked for that has no number in it, or any word.
    pub(super) fn letters_for(&self, has_number: bool) -> &[char] {
        let end = if has_number { self.letters.len() } else { self.name_end };
        self.letters.get(..end).unwrap_or_default()
    }

    /// Returns the name up to its bracket, or all of it.
    pub(super) fn head_letters(&self) -> impl Iterator<Item = char> {
        let end = self.head.unwrap_or(self.shown);
        let letters = self.letters.iter().copied().take(end).skip(self.own);
        letters.filter(|letter| !matches!(*letter, SEPARATOR | NOTHING))
    }

    /// Whether there are only separators from one place to another, which is not before it.
    fn is_blank(&self, from: usize, to: usize) -> bool {
        let letters = self.letters.get(from..to);
        letters.is_some_and(|letters| letters.iter().all(|letter| matches!(*letter, SEPARATOR | NOTHING)))
    }

    fn begins_word(&self, place: usize) -> bool {
        let letter = |place: usize| self.letters.get(place).copied().unwrap_or(SEPARATOR);
        let (before, here) = (place.checked_sub(1).map_or(SEPARATOR, letter), letter(place));
        is_han(here) || !before.is_alphanumeric() || is_han(before) || before.is_numeric() != here.is_numeric()
    }
}

/// Returns one bit for each letter; letters share bits, so a bit that is not set is certain and one that is set is not.
pub(super) fn mask(letters: &[char]) -> u64 {
    let certain = letters.iter().filter(|letter| !matches!(**letter, SEPARATOR | NOTHING));
    certain.fold(0, |mask, letter| mask | 1 << (u32::from(*letter) % 64))
}
