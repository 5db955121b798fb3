//! The pinyin that mirror sites put behind characters: `政協(xié)`.

use super::line::is_chinese;
use std::collections::{HashMap, HashSet};

/// The most letters of a syllable.
const MOST_LETTERS: usize = 6;
const TONES: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

/// Whether a letter is a vowel with a tone mark.
pub(super) fn has_tone(letter: char) -> bool {
    TONES.contains(letter)
}

/// Returns the syllable that ends with a bracket, from a place on, and the place behind the bracket. It has a tone, so that
/// `(app)` is none.
pub(super) fn syllable(characters: &[char], place: usize) -> Option<(String, usize)> {
    let letters = characters.get(place..)?;
    let end = letters.iter().take(MOST_LETTERS + 1).position(|letter| *letter == ')')?;
    let syllable: String = letters.iter().take(end).collect();
    let is_pinyin = |letter: char| letter.is_ascii_lowercase() || letter == 'ü' || has_tone(letter);
    (syllable.chars().all(is_pinyin) && syllable.chars().any(has_tone)).then_some((syllable, place + end + 1))
}

/// Returns a text without its glosses, and how many there were.
pub(super) fn without_glosses(text: &str) -> (String, usize) {
    let (mut kept, mut count) = (String::with_capacity(text.len()), 0);
    each(text, |character| kept.push(character), |_, _| count += 1);
    (kept, count)
}

/// Adds the characters that are glossed, by their reading. A page glosses some characters wherever they stand.
pub(super) fn gather(text: &str, glossed: &mut GlossedCharacters) {
    each(
        text,
        |_| (),
        |character, syllable| {
            let known = glossed.entry(syllable).or_default();
            known.insert(character);
        },
    );
}

/// The characters that a page glosses, by their reading.
pub(super) type GlossedCharacters = HashMap<String, HashSet<char>>;

fn each(text: &str, mut keep: impl FnMut(char), mut gloss: impl FnMut(char, String)) {
    // Most lines have none, and need no list of their characters.
    let characters: Vec<char> = text.chars().collect();
    let (mut before, mut place) = (None, 0);
    while let Some(character) = characters.get(place).copied() {
        if let ('(', Some(glossed)) = (character, before)
            && let Some((syllable, behind)) = syllable(&characters, place + 1)
        {
            gloss(glossed, syllable);
            place = behind;
            continue;
        }
        keep(character);
        before = Some(character).filter(|character| is_chinese(*character));
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glosses_go_and_brackets_stay() {
        let plain = |text| without_glosses(text);
        assert_eq!(plain("政協(xié)商(shāng)量"), ("政協商量".to_owned(), 2));
        assert_eq!(plain("區縣(區(qū))的橋(涵洞)"), ("區縣(區)的橋(涵洞)".to_owned(), 1));
        assert_eq!(plain("軟件(app)在線"), ("軟件(app)在線".to_owned(), 0));
        assert_eq!(plain("(xié)商"), ("(xié)商".to_owned(), 0));
    }
}
