//! Words, their two languages, and how much room they take on a terminal.
//!
//! Nothing here knows of committees or figures. Everything a person reads comes out of a [`Phrase`] (fixed in the
//! program) or a [`Text`] (read from data); both demand Chinese and English, so a missing language does not compile
//! or is a fault in the data.

mod fold;
mod nearest;
pub mod number;
mod styled;
mod width;
mod word;
mod wrap;

pub use fold::{fold_fullwidth, is_disputed, plain_ascii};
pub use nearest::nearest;
pub use styled::{Span, flow, labelled};
pub use width::{fit, fit_end, pad_left, pad_right, width};
pub use word::Word;
pub(crate) use word::words;
pub use wrap::wrap;

/// A phrase between quotation marks; those within it become single ones, as GB/T 15834 has it.
#[must_use]
pub fn quoted(phrase: &str) -> String {
    format!("“{}”", phrase.replace('“', "‘").replace('”', "’"))
}

/// The language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The other of the two languages.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The language that a POSIX locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty
    /// decides; a Chinese locale (`zh…`) gives Chinese, anything else English. `LANGUAGE` is looked at before them
    /// unless that locale is `C` or `POSIX`, as GNU gettext does.
    ///
    /// `variable` looks a name up in the environment.
    pub fn from_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
        let plain = locale.is_empty() || locale == "C" || locale == "POSIX" || locale.starts_with("C.");
        let wanted = if plain { locale } else { set("LANGUAGE").unwrap_or(locale) };
        if wanted.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }
}

/// Words fixed in the program, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The words in one language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Words read from data, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Joins the two languages of one text.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The words in one language.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(pairs: &'static [(&'static str, &'static str)]) -> Lang {
        Lang::from_locale(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn quotation_marks_within_others_are_single() {
        assert_eq!(quoted("督导163次"), "“督导163次”");
        assert_eq!(quoted("“4+X”活动"), "“‘4+X’活动”");
    }

    #[test]
    fn the_locale_chooses_the_language() {
        assert_eq!(locale(&[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(locale(&[("LANG", "en_GB.UTF-8")]), Lang::En);
        assert_eq!(locale(&[]), Lang::En);
        assert_eq!(locale(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "en_US")]), Lang::Zh);
        assert_eq!(locale(&[("LC_ALL", "en_US"), ("LANG", "zh_CN")]), Lang::En);
        assert_eq!(locale(&[("LANG", "en_US"), ("LANGUAGE", "zh_CN:en")]), Lang::Zh);
        assert_eq!(locale(&[("LANG", "C.UTF-8"), ("LANGUAGE", "zh_CN")]), Lang::En);
    }
}
