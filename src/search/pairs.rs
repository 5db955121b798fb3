//! Which letters may follow each other in a text, typed as it is written or in pinyin. It tells of most texts at once that
//! they do not match.

use super::letter::{NOTHING, SEPARATOR};
use super::pinyin::Readings;

/// How many pairs of two small letters there are, in words of 64 bits.
const WORDS: usize = 26 * 26 / 64 + 1;

/// The pairs of small letters that may follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterPairs([u64; WORDS]);

impl LetterPairs {
    /// Returns the pairs of a text. A character may be typed by any beginning of a reading, so each letter of a reading may
    /// be followed by the first letter of what comes next.
    pub fn of(letters: &[char], readings: &Readings) -> Self {
        let mut pairs = Self::default();
        let mut ends: Vec<char> = Vec::new();
        let mut next: Vec<char> = Vec::new();
        for &letter in letters.iter().filter(|letter| !matches!(**letter, SEPARATOR | NOTHING)) {
            next.clear();
            let readings = readings.of(letter);
            let firsts = std::iter::once(letter).chain(readings.iter().filter_map(|reading| reading.chars().next()));
            for first in firsts {
                for end in &ends {
                    pairs.add(*end, first);
                }
            }
            next.push(letter);
            for reading in readings {
                pairs.add_all(reading.chars());
                next.extend(reading.chars());
            }
            std::mem::swap(&mut ends, &mut next);
        }
        pairs
    }

    fn add_all(&mut self, letters: impl Iterator<Item = char> + Clone) {
        letters.clone().zip(letters.skip(1)).for_each(|(first, second)| self.add(first, second));
    }

    fn add(&mut self, first: char, second: char) {
        let Some(number) = number(first, second) else { return };
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Returns how many pairs of typed letters the text does not have.
    pub fn missing(&self, typed: &[u16]) -> usize {
        let has =
            |number: u16| self.0.get(usize::from(number) / 64).is_some_and(|word| word & (1 << (number % 64)) != 0);
        typed.iter().filter(|number| !has(**number)).count()
    }
}

/// Returns the numbers of the pairs in what was typed.
pub(super) fn typed_pairs(typed: &[char]) -> Vec<u16> {
    let numbers = typed.iter().zip(typed.iter().skip(1)).filter_map(|(first, second)| number(*first, *second));
    numbers.filter_map(|number| u16::try_from(number).ok()).collect()
}

fn number(first: char, second: char) -> Option<usize> {
    let place = |letter: char| {
        let is_small = letter.is_ascii_lowercase();
        is_small.then(|| usize::try_from(u32::from(letter) - u32::from('a')).unwrap_or(0))
    };
    Some(place(first)? * 26 + place(second)?)
}

#[cfg(test)]
mod tests {
    use super::super::form::SearchForm;
    use super::*;

    #[test]
    fn pairs_are_those_that_may_be_typed() {
        let mut form = SearchForm::new("“提案” App 2".to_owned());
        let mut readings = Readings::new();
        form.add_readings(&mut readings);
        form.learn(&readings);
        let missing = |typed: &str| form.pairs.missing(&typed_pairs(&typed.chars().collect::<Vec<_>>()));
        for typed in ["tian", "ta", "tan", "tiaapp", "tianapp", "anapp2", "案app", "提an"] {
            assert_eq!(missing(typed), 0, "{typed}");
        }
        assert_eq!([missing("tx"), missing("tixan"), missing("pa"), missing("zz")], [1, 2, 1, 1]);
    }
}
