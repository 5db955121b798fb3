//! What was typed, as the words that are looked for.

use super::form::{SearchForm, mask};
use super::letter::{SEPARATOR, typed_letters};
use super::pairs::typed_pairs;
use crate::text::is_han;
use itertools::Itertools;

/// The most letters in which a character is spelt, such as those of 双, shuang.
const LONGEST_SPELLING: usize = 6;

/// A word that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedWord {
    pub letters: Vec<char>,
    /// One bit for each of 64 kinds of letters in it.
    pub mask: u64,
    /// The same of the letters that must stand in the text as they were typed.
    certain: u64,
    /// The least letters of a text in which it can be.
    least_room: usize,
    /// The pairs of small letters in it.
    pairs: Vec<u16>,
    /// Whether a part of it may be pinyin.
    pub has_pinyin: bool,
}

/// What was typed, word by word.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// All of it as one word, as names are typed without the spaces in them.
    pub whole: TypedWord,
    /// Each word with its pieces: 青岛 and 2025 of 青岛2025. There are none where the word is of one kind.
    pub words: Vec<(TypedWord, Vec<TypedWord>)>,
    pub is_chinese: bool,
    /// Whether all of it is one word, so that there is no other way to find it than whole or by its pieces.
    pub is_one: bool,
}

/// The kinds of characters between which a word falls into pieces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chinese,
    Number,
    Other,
}

impl Query {
    /// Reads what was typed. There is no word in it where there are only spaces and signs.
    pub fn new(typed: &str) -> Self {
        let is_one = typed.split_whitespace().nth(1).is_none();
        // A word that was typed twice says no more, and a text that was pasted by mistake has many.
        let words = typed.split_whitespace().map(typed_letters).filter(|word| !word.is_empty()).unique();
        let words = words.map(|word| {
            let pieces = pieces(&word);
            (TypedWord::new(word), if pieces.len() > 1 { pieces } else { Vec::new() })
        });
        let words = words.collect();
        let whole = TypedWord::new(typed_letters(typed));
        Self { is_chinese: whole.letters.iter().any(|letter| is_han(*letter)), is_one, words, whole }
    }
}

impl TypedWord {
    /// Prepares the letters of a word.
    pub fn new(letters: Vec<char>) -> Self {
        let certain: Vec<char> = letters.iter().copied().filter(|letter| !letter.is_ascii_lowercase()).collect();
        Self {
            mask: mask(&letters),
            certain: mask(&certain),
            least_room: letters.iter().filter(|letter| **letter != SEPARATOR).count().div_ceil(LONGEST_SPELLING),
            pairs: typed_pairs(&letters),
            has_pinyin: certain.len() < letters.len(),
            letters,
        }
    }

    /// Whether a text may match in which so many typed letters do not follow the one before.
    pub fn may_match(&self, form: &SearchForm, breaks: usize) -> bool {
        self.certain & !form.mask == 0
            && self.least_room <= form.letters.len()
            && form.pairs.missing(&self.pairs) <= breaks
    }
}

/// Takes a word apart where its kind of characters changes. A year keeps its 年.
fn pieces(word: &[char]) -> Vec<TypedWord> {
    let mut pieces: Vec<(Kind, Vec<char>)> = Vec::new();
    for &letter in word {
        let kind = match letter {
            letter if letter.is_numeric() || letter == '+' || letter == '.' || letter == SEPARATOR => Kind::Number,
            letter if is_han(letter) => Kind::Chinese,
            _ => Kind::Other,
        };
        match pieces.last_mut() {
            Some((last, piece)) if *last == kind => piece.push(letter),
            Some((Kind::Number, piece)) if letter == '年' && !piece.contains(&'年') => piece.push(letter),
            _ => pieces.push((kind, vec![letter])),
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).unique().map(TypedWord::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fall_into_pieces_where_their_characters_change() {
        let read = |typed: &str| {
            let words = Query::new(typed).words.into_iter();
            let text = |word: &TypedWord| word.letters.iter().collect::<String>();
            words.map(|(word, pieces)| (text(&word), pieces.iter().map(text).collect())).collect::<Vec<(_, Vec<_>)>>()
        };
        let word =
            |whole: &str, pieces: &[&str]| (whole.to_owned(), pieces.iter().map(|&piece| piece.to_owned()).collect());
        assert_eq!(
            read("青岛２０２５年提案 bz2024"),
            [word("青岛2025年提案", &["青岛", "2025年", "提案"]), word("bz2024", &["bz", "2024"])]
        );
        assert_eq!(
            read("立案ta 1+1+19 2025.1-8"),
            [word("立案ta", &["立案", "ta"]), word("1+1+19", &[]), word("2025.1 8", &[])]
        );
        assert_eq!(read(" —— "), []);
    }
}
