//! A phrase as the characters that the reader looks at: one for each character that is printed.

use crate::text::{fold_fullwidth, simplified};

/// The characters of forms that can't be altered (叁拾伍), and the ordinary numerals that they stand for.
const FORMAL: &str = "壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千";

/// The characters of a phrase in ordinary form: half width, simplified, lower case. Their places are those of the phrase.
pub(in crate::printed) struct Characters {
    each: Vec<char>,
    /// The same as one text, in which words are looked for.
    text: String,
    /// Where each character begins in the text, and where the text ends.
    offsets: Vec<usize>,
}

impl Characters {
    /// Brings a phrase into ordinary form.
    pub fn of(phrase: &str) -> Self {
        let mut characters: Vec<char> = phrase.chars().map(ordinary).collect();
        let formal: Vec<Option<char>> = characters.iter().map(|&character| pair(FORMAL, character)).collect();
        for (at, character) in characters.iter_mut().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| formal.get(at)).copied().flatten().is_some();
            // One alone is a word: 队伍, 大陆.
            if let Some(&Some(digit)) = formal.get(at).filter(|_| beside(at.checked_sub(1)) || beside(Some(at + 1))) {
                *character = digit;
            }
        }
        let text: String = characters.iter().collect();
        let offsets = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        Self { each: characters, text, offsets }
    }

    /// Returns how many characters there are.
    pub fn len(&self) -> usize {
        self.each.len()
    }

    /// Returns the character at a place.
    pub fn at(&self, place: usize) -> Option<char> {
        self.each.get(place).copied()
    }

    /// Returns the character before a place.
    pub fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// Returns the characters between two places.
    pub fn text(&self, from: usize, to: usize) -> &str {
        let offset = |place: usize| self.offsets.get(place).copied().unwrap_or(self.text.len());
        self.text.get(offset(from)..offset(to)).unwrap_or_default()
    }

    /// Returns whether a word begins here.
    pub fn starts(&self, place: usize, word: &str) -> bool {
        self.text(place, self.len()).starts_with(word)
    }

    /// Returns how many characters the longest of the words that begin here has. Words stand with `|` between them.
    pub fn longest(&self, place: usize, words: &str) -> Option<usize> {
        // Most places hold no character of any of the words, and are not looked at word by word.
        if !self.at(place).is_some_and(|first| words.contains(first)) {
            return None;
        }
        let rest = self.text(place, self.len());
        let here = words.split('|').filter(|word| rest.starts_with(word));
        here.max_by_key(|word| word.len()).map(|word| word.chars().count())
    }

    /// Returns whether one of the words ends before a place.
    pub fn ends(&self, place: usize, words: &str) -> bool {
        self.longest_before(place, words).is_some()
    }

    /// Returns how many characters the longest of the words that end before a place has.
    pub fn longest_before(&self, place: usize, words: &str) -> Option<usize> {
        if !self.before(place).is_some_and(|last| words.contains(last)) {
            return None;
        }
        let before = self.text(0, place);
        let here = words.split('|').filter(|word| before.ends_with(word));
        here.max_by_key(|word| word.len()).map(|word| word.chars().count())
    }

    /// Returns whether one of these characters stands at a place.
    pub fn is_one_of(&self, place: usize, characters: &str) -> bool {
        self.at(place).is_some_and(|character| characters.contains(character))
    }

    /// Returns whether one of these characters stands before a place.
    pub fn is_before(&self, place: usize, characters: &str) -> bool {
        self.before(place).is_some_and(|character| characters.contains(character))
    }

    /// Returns whether one of these characters stands anywhere.
    pub fn holds(&self, characters: &str) -> bool {
        self.each.iter().any(|character| characters.contains(*character))
    }

    /// Returns whether an English letter stands anywhere.
    pub fn is_partly_english(&self) -> bool {
        self.each.iter().any(char::is_ascii_lowercase)
    }

    /// Returns the first place from here on that holds no space.
    pub fn after_spaces(&self, place: usize) -> usize {
        (place..=self.len()).find(|&at| self.at(at) != Some(' ')).unwrap_or(place)
    }

    /// Returns the place after the last character before here that is no space.
    pub fn before_spaces(&self, place: usize) -> usize {
        (0..=place).rev().find(|&at| self.before(at) != Some(' ')).unwrap_or(0)
    }
}

/// Returns what a character stands for in a list of pairs.
fn pair(pairs: &str, character: char) -> Option<char> {
    let at = if character.is_ascii() { None } else { pairs.find(character) }?;
    // All of these characters have one length.
    let is_first = (at / character.len_utf8()).is_multiple_of(2);
    if is_first { pairs.get(at..)?.chars().nth(1) } else { None }
}

fn ordinary(character: char) -> char {
    match character {
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        // A Chinese comma and a full stop stay what they are: they end a clause.
        '，' | '。' | '、' | '·' => character,
        '﹢' | '➕' => '+',
        // The sign of a negative number.
        '−' | '﹣' => '-',
        // The dashes that join two numbers.
        '–' | '—' | '―' | '~' | '～' | '‐' | '‑' => '–',
        '○' => '〇',
        _ => simplified(fold_fullwidth(character).to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_stands_for_all() {
        let plain = |phrase: &str| Characters::of(phrase).text;
        assert_eq!(plain("５０３餘件　Over"), "503余件 over");
        assert_eq!(plain("叁拾伍名，队伍、大陆"), "三十五名，队伍、大陆");
        assert_eq!(plain("30—40％"), "30–40%");
    }

    #[test]
    fn each_formal_numeral_has_its_pair() {
        assert_eq!(FORMAL.chars().count() % 2, 0);
        assert!(FORMAL.chars().all(|character| character.len_utf8() == 3), "{FORMAL}");
    }
}
