//! A phrase as the characters that the reader looks at: one for each character that is printed.

use crate::text::fold_fullwidth;

/// Traditional characters and their simplified forms, as far as they stand in or beside numbers.
const TRADITIONAL: &str = "餘余萬万億亿兩两幾几數数個个來来過过達达約约佔占內内將将滿满於于減减漲涨長长項项條条張张場场屆届戶户歲岁\
                           週周間间號号時时鐘钟會会總总計计從从產产區区縣县國国線线簽签預预節节職职員员單单寫写冊册趕赶層层處处級级點点\
                           頭头衝冲躍跃陣阵雙双還还圓圆裡里門门別别無无這这";

/// The characters of forms that can't be altered (叁拾伍), and the ordinary numerals that they stand for.
const FORMAL: &str = "壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千";

/// The characters of a phrase in ordinary form: half width, simplified, lower case. Their places are those of the phrase.
pub(super) struct Characters(Vec<char>);

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
        Self(characters)
    }

    /// Returns how many characters there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the character at a place.
    pub fn at(&self, place: usize) -> Option<char> {
        self.0.get(place).copied()
    }

    /// Returns the character before a place.
    pub fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// Returns whether a word begins here.
    pub fn starts(&self, place: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, character)| self.at(place + offset) == Some(character))
    }

    /// Returns how many characters the longest of the words that begin here has. Words stand with `|` between them.
    pub fn longest(&self, place: usize, words: &str) -> Option<usize> {
        let here = words.split('|').filter(|word| self.starts(place, word));
        here.map(|word| word.chars().count()).max()
    }

    /// Returns whether one of the words ends before a place.
    pub fn ends(&self, place: usize, words: &str) -> bool {
        self.longest_before(place, words).is_some()
    }

    /// Returns how many characters the longest of the words that end before a place has.
    pub fn longest_before(&self, place: usize, words: &str) -> Option<usize> {
        let lengths = words.split('|').filter_map(|word| {
            let length = word.chars().count();
            place.checked_sub(length).filter(|&start| self.starts(start, word)).map(|_| length)
        });
        lengths.max()
    }

    /// Returns whether one of these characters stands at a place.
    pub fn is_one_of(&self, place: usize, characters: &str) -> bool {
        self.at(place).is_some_and(|character| characters.contains(character))
    }

    /// Returns whether one of these characters stands before a place.
    pub fn is_before(&self, place: usize, characters: &str) -> bool {
        self.before(place).is_some_and(|character| characters.contains(character))
    }

    /// Returns the first place from here on that holds no space.
    pub fn after_spaces(&self, place: usize) -> usize {
        (place..=self.len()).find(|&at| self.at(at) != Some(' ')).unwrap_or(place)
    }

    /// Returns the place after the last character before here that is no space.
    pub fn before_spaces(&self, place: usize) -> usize {
        (0..=place).rev().find(|&at| self.before(at) != Some(' ')).unwrap_or(0)
    }

    /// Returns the characters between two places.
    pub fn text(&self, from: usize, to: usize) -> String {
        self.0.get(from..to).unwrap_or_default().iter().collect()
    }
}

/// Returns what a character stands for in a list of pairs.
fn pair(pairs: &str, character: char) -> Option<char> {
    let mut characters = pairs.chars().filter(|character| !character.is_whitespace());
    while let (Some(from), Some(to)) = (characters.next(), characters.next()) {
        if from == character {
            return Some(to);
        }
    }
    None
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
        _ => {
            let plain = fold_fullwidth(character).to_ascii_lowercase();
            pair(TRADITIONAL, plain).unwrap_or(plain)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_stands_for_all() {
        let plain = |phrase: &str| {
            let characters = Characters::of(phrase);
            characters.text(0, characters.len())
        };
        assert_eq!(plain("５０３餘件　Over"), "503余件 over");
        assert_eq!(plain("叁拾伍名，队伍、大陆"), "三十五名，队伍、大陆");
        assert_eq!(plain("30—40％"), "30–40%");
    }

    #[test]
    fn each_traditional_character_has_its_pair() {
        for pairs in [TRADITIONAL, FORMAL] {
            assert_eq!(pairs.chars().filter(|character| !character.is_whitespace()).count() % 2, 0);
        }
    }
}
