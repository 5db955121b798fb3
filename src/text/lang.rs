//! The two languages, and words in both of them.

use serde::{Deserialize, Serialize};

/// The language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese in simplified characters.
    Zh,
    /// English in British spelling.
    En,
}

impl Lang {
    /// Returns the language that words are written in: Chinese where they have a Chinese character.
    #[must_use]
    pub fn of_words(words: &str) -> Self {
        if words.chars().any(is_chinese) { Self::Zh } else { Self::En }
    }

    /// Returns the other of the two languages.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

/// Returns whether a character is one of the unified ideographs of Unicode.
const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Words fixed in the program, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// The words in Chinese.
    pub zh: &'static str,
    /// The words in English.
    pub en: &'static str,
}

impl Phrase {
    /// Returns the words in one language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Words that were read from data or put together, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    /// The words in Chinese.
    pub zh: String,
    /// The words in English.
    pub en: String,
}

impl Text {
    /// Joins the two languages of one text.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// Returns the words in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Phrase> for Text {
    fn from(phrase: Phrase) -> Self {
        Self::new(phrase.zh, phrase.en)
    }
}

/// Puts a phrase between quotation marks; those within it become single ones, as GB/T 15834 has it.
#[must_use]
pub fn quoted(phrase: &str) -> String {
    format!("“{}”", phrase.replace('“', "‘").replace('”', "’"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_within_others_are_single() {
        assert_eq!(quoted("督导163次"), "“督导163次”");
        assert_eq!(quoted("“4+X”活动"), "“‘4+X’活动”");
    }
}
